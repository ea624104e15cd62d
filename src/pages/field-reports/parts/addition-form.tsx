import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { note } from '#lib/log';
import { outbox, shrinkPhoto, useWritten } from '#offline';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextArea } from '#ui/input';
import { PickButton } from '#ui/pick-button';
import { useTexts } from '#ui/texts';
import { additionKind, type AdditionContent } from '../addition-delivery';
import { formTexts } from '../form-texts';
import { mostPhotos, photoBytes } from '../report-content';
import { reportTexts } from '../report-texts';
import { PhotoTile } from './photo-tile';

interface AdditionFormProps {
  report: Pick<Schemas['MyReport'], 'id' | 'changedAt'>;
  purpose: AdditionContent['purpose'];
  /** It lies in the outbox under this id. */
  onAdded: (itemId: string) => void;
  onCancel?: () => void;
}

/** Words and photos that come after: an answer to the office, or that it is not resolved. Goes through the outbox too. */
export function AdditionForm({ report, purpose, onAdded, onCancel }: AdditionFormProps) {
  const t = useTexts(reportTexts);
  const form = useTexts(formTexts);
  const { words, files, change, forget } = useWritten('report-addition', `${report.id}.${purpose}`);
  const [unreadable, setUnreadable] = useState(false);
  const [early, setEarly] = useState(false);
  const [busy, setBusy] = useState(false);
  const isReopening = purpose === 'reopening';
  const wordsFault = early && words.trim() === '' ? t.needWords : undefined;
  const photoFault =
    unreadable || (early && isReopening && files.length === 0) ? (unreadable ? t.unreadable : t.needPhoto) : undefined;

  const take = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    try {
      const photo = await shrinkPhoto(file, photoBytes);
      change((before) => ({ files: [...before.files, photo].slice(0, mostPhotos) }));
      setUnreadable(false);
    } catch (error) {
      note('photo not readable', error);
      setUnreadable(true);
    }
  };
  const send = async (): Promise<void> => {
    setEarly(true);
    if (words.trim() === '' || (isReopening && files.length === 0)) return;
    setBusy(true);
    const { id: reportId, changedAt: seenAt } = report;
    const content: AdditionContent = { reportId, purpose, words: words.trim(), sent: {}, seenAt };
    const item = await outbox.add(additionKind, { content, files });
    forget();
    setBusy(false);
    onAdded(item.id);
  };

  return (
    <div className="mt-2">
      <Field
        label={isReopening ? t.reopenWords : t.clarifyWords}
        {...(wordsFault === undefined ? {} : { error: wordsFault })}
      >
        {(ties) => (
          <TextArea
            {...ties}
            maxLength={2000}
            value={words}
            onChange={(event) => change({ words: event.target.value })}
          />
        )}
      </Field>
      <Field
        group
        label={form.photos}
        optional={!isReopening}
        {...(photoFault === undefined ? {} : { error: photoFault })}
      >
        {() => (
          <>
            <div className="photos">
              {files.map((file, index) => (
                <PhotoTile
                  key={`${String(index)} ${file.name}`}
                  file={file}
                  nth={index + 1}
                  onRemove={() => change({ files: files.filter((other) => other !== file) })}
                />
              ))}
            </div>
            {files.length >= mostPhotos ? null : (
              <div className="mt-2">
                <PickButton look="second" from="camera" words={t.addPhoto} onPick={(chosen) => void take(chosen)} />
              </div>
            )}
          </>
        )}
      </Field>
      <div className="mt-5 grid gap-2">
        <Button busy={busy} onClick={() => void send()}>
          {busy ? form.sending : isReopening ? t.reopenSend : t.clarifySend}
        </Button>
        {onCancel === undefined ? null : (
          <Button look="text" size="small" onClick={onCancel}>
            {t.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
