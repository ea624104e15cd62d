import { useLayoutEffect, useRef } from 'react';
import { useTexts } from '#ui/texts';
import { stageVideo } from '../player';
import { texts } from '../texts';

/** The picture of what plays, wherever it is shown; there is one picture, and it moves here. */
export function Stage({ name }: { name: string }) {
  const t = useTexts(texts);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (place.current === null ? undefined : stageVideo(place.current)), []);
  return <div ref={place} className="stage" role="img" aria-label={t.picture(name)} />;
}
