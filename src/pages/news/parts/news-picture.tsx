import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { apiAddress } from '#api';
import { usePreferences } from '#ui/preferences';
import { useTexts } from '#ui/texts';
import { WantedPicture } from '#ui/wanted-picture';
import { texts } from '../texts';

type Picture = Schemas['NewsPicture'];

/** The address of a picture in one of the widths it comes in. */
export const pictureAddress = ({ id }: Picture, width: number): string =>
  apiAddress(`/news-pictures/${id}?width=${String(width)}`);

/** A picture as wide as the text, in the size the phone needs; with data saving on, the smallest, and on a tap. */
export function NewsPicture({ picture }: { picture: Picture }) {
  const t = useTexts(texts);
  const { dataSaving } = usePreferences();
  const [missing, setMissing] = useState(false);
  const { alt, width, height, widths } = picture;
  const smallest = widths[0] ?? width;
  if (missing) return <p className="hint">{t.pictureMissing(alt)}</p>;
  return (
    <WantedPicture
      className="big-ph"
      src={pictureAddress(picture, dataSaving ? smallest : (widths[1] ?? smallest))}
      srcSet={
        dataSaving ? undefined : widths.map((one) => `${pictureAddress(picture, one)} ${String(one)}w`).join(', ')
      }
      sizes="(max-width: 640px) calc(100vw - 32px), 608px"
      alt={alt}
      width={width}
      height={height}
      onError={() => {
        setMissing(true);
      }}
    />
  );
}
