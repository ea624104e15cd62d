import { useState } from 'react';
import { picturesAndPdf, type UploadItem, type Uploads } from '#offline';
import { Field } from '#ui/field';
import { Notice } from '#ui/notice';
import { PickButton } from '#ui/pick-button';
import { useTexts } from '#ui/texts';
import { attachTexts } from '../attach-texts';
import { mostFiles } from '../question-place';
import { AttachedFile } from './attached-file';

interface AttachFilesProps {
  uploads: Uploads;
  items: readonly UploadItem[];
  error: string | undefined;
  /** Something was chosen: what it belongs to must be found again. */
  onAdd: () => void;
}

/** Photos and papers that go with a question, sent as soon as they are chosen. */
export function AttachFiles({ uploads, items, error, onAdd }: AttachFilesProps) {
  const t = useTexts(attachTexts);
  const [full, setFull] = useState(false);
  const room = mostFiles - items.length;
  const pick = (chosen: readonly File[]): void => {
    setFull(chosen.length > room);
    for (const file of chosen.slice(0, room)) uploads.add('attachment', file);
    if (chosen.length > 0) onAdd();
  };
  return (
    <Field group optional id="files" label={t.files} hint={t.hint} {...(error === undefined ? {} : { error })}>
      {() => (
        <>
          {items.length === 0 ? null : (
            <ul className="list">
              {items.map((item) => (
                <AttachedFile key={item.key} item={item} uploads={uploads} />
              ))}
            </ul>
          )}
          {room <= 0 ? null : (
            <div className="mt-2 flex flex-wrap gap-2">
              <PickButton look="second" from="camera" words={t.take} onPick={pick} />
              <PickButton look="second" from="gallery" several accept={picturesAndPdf} words={t.choose} onPick={pick} />
            </div>
          )}
          <div role="status">{full ? <Notice>{t.tooMany}</Notice> : null}</div>
        </>
      )}
    </Field>
  );
}
