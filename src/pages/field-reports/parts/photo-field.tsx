import { useState } from 'react';
import { fileLimits } from '@dvc/contract/forms';
import { Field } from '#ui/field';
import { Notice } from '#ui/notice';
import { PickButton } from '#ui/pick-button';
import { useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';
import { mostPhotos } from '../report-content';
import { addPictures, removePicture, useUnfinished } from '../unfinished-report';
import { PhotoTile } from './photo-tile';

const picturesAndVideos = 'image/*,video/mp4,video/quicktime,video/3gpp';
const isVideo = ({ type }: File): boolean => type.startsWith('video/');

/** Photo first: taken now, or chosen. */
export function PhotoField({ error }: { error: string | undefined }) {
  const t = useTexts(formTexts);
  const { pictures, preparing, unreadable } = useUnfinished();
  const [refused, setRefused] = useState<string>();
  const take = (chosen: readonly File[]): void => {
    const hasVideo = pictures.some(({ file }) => isVideo(file));
    const room = hasVideo ? 0 : mostPhotos - pictures.length - preparing;
    const video = chosen.find(isVideo);
    if (video !== undefined && video.size > fileLimits.maxBytes) setRefused(t.videoTooLarge);
    else if (room <= 0 || (video !== undefined && pictures.length + chosen.length > 1)) setRefused(t.tooMany);
    else {
      setRefused(chosen.length > room ? t.tooMany : undefined);
      void addPictures(chosen.slice(0, room));
    }
  };

  return (
    <Field group id="picture-or-words" label={t.photos} hint={t.photosHint} {...(error === undefined ? {} : { error })}>
      {() => (
        <>
          <div className="photos">
            {pictures.map(({ key, file }, index) => (
              <PhotoTile key={key} file={file} nth={index + 1} onRemove={() => removePicture(key)} />
            ))}
          </div>
          <div className="mt-2 flex flex-wrap gap-2">
            <PickButton
              look="second"
              from="camera"
              words={pictures.length === 0 ? t.take : t.takeMore}
              label={t.take}
              onPick={take}
            />
            <PickButton look="text" from="gallery" several accept={picturesAndVideos} words={t.choose} onPick={take} />
          </div>
          <div role="status" className="mt-2">
            {preparing > 0 ? <p className="sub">{t.preparing}</p> : null}
            {refused === undefined ? null : <Notice>{refused}</Notice>}
            {unreadable.length === 0 ? null : <Notice>{t.unreadable(unreadable.join(', '))}</Notice>}
          </div>
        </>
      )}
    </Field>
  );
}
