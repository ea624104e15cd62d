import { useEffect, useRef } from 'react';
import { Icon } from '#ui/icon';
import { crossIcon } from '#ui/icons';
import { useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';

/** A photo or video that will go with what is being written, and a way to take it away. `nth` counts from one. */
export function PhotoTile({ file, nth, onRemove }: { file: File; nth: number; onRemove: () => void }) {
  const t = useTexts(formTexts);
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (picture.current === null) return undefined;
    const url = URL.createObjectURL(file);
    picture.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return (
    <div className="ph">
      {file.type.startsWith('image/') ? (
        <img ref={picture} alt={t.photo(nth)} />
      ) : (
        <span className="vid">{t.video(file.name)}</span>
      )}
      <button type="button" className="x" aria-label={t.remove(nth)} onClick={onRemove}>
        <span>
          <Icon of={crossIcon} />
        </span>
      </button>
    </div>
  );
}
