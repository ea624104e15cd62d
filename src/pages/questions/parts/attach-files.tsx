import { useRef, useState, type ChangeEvent } from 'react';
import { fileLimits } from '@dvc/contract/forms';
import type { UploadItem, Uploads } from '#offline';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { cameraIcon, uploadIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { attachTexts } from '../attach-texts';
import { mostFiles } from '../question-place';
import { AttachedFile } from './attached-file';

const picturesAndPdf = [...fileLimits.types, 'image/heic', 'image/heif'].join(',');

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
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const room = mostFiles - items.length;
  const picked = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = Array.from(event.target.files ?? []);
    event.target.value = '';
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
              <Button look="second" size="small" icon={cameraIcon} onClick={() => camera.current?.click()}>
                {t.take}
              </Button>
              <Button look="second" size="small" icon={uploadIcon} onClick={() => chooser.current?.click()}>
                {t.choose}
              </Button>
            </div>
          )}
          <input
            ref={camera}
            type="file"
            hidden
            accept="image/*"
            capture="environment"
            aria-label={t.take}
            onChange={picked}
          />
          <input
            ref={chooser}
            type="file"
            hidden
            multiple
            accept={picturesAndPdf}
            aria-label={t.choose}
            onChange={picked}
          />
          <div role="status">{full ? <Notice>{t.tooMany}</Notice> : null}</div>
        </>
      )}
    </Field>
  );
}
