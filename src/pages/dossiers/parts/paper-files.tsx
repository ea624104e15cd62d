import { useRef, type ChangeEvent } from 'react';
import { faultWords, fileLimits, type FieldFault, type FormPaper } from '@dvc/contract/forms';
import type { UploadItem, Uploads } from '#offline';
import { Button } from '#ui/button';
import { Icon } from '#ui/icon';
import { alertIcon, cameraIcon, cardIcon, uploadIcon } from '#ui/icons';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';
import { FileRow } from './file-row';

interface PaperFilesProps {
  paper: FormPaper;
  items: readonly UploadItem[];
  uploads: Uploads;
  fault: FieldFault | undefined;
}

/** One paper: what it is, its files, and the ways to add one. */
export function PaperFiles({ paper, items, uploads, fault }: PaperFilesProps) {
  const t = useTexts(submitTexts);
  const language = useLanguage();
  const id = `papers.${paper.id}`;
  const refused = items.filter(({ upload }) => upload.state === 'refused');
  const good = items.length - refused.length;
  const room = Math.max(0, paper.maxFiles - good);
  const add = (files: readonly File[]): void => {
    const taken = files.slice(0, room);
    // A photo taken again takes the place of one that could not be used: nothing is left to delete by hand.
    for (const { key } of refused.slice(0, taken.length)) void uploads.remove(key);
    for (const file of taken) uploads.add(paper.id, file);
  };
  return (
    <section className={fault === undefined ? 'sec' : 'sec is-bad'} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>
        {paper.name}{' '}
        {paper.required || paper.handling === 'present' ? null : <span className="opt">{t.optionalPaper}</span>}
      </h2>
      {paper.note === undefined ? null : <p className="hint">{paper.note}</p>}
      {fault === undefined ? null : (
        <p className="err" id={`${id}-error`}>
          <Icon of={alertIcon} small />
          <span>{faultWords(fault, language)}</span>
        </p>
      )}
      {paper.handling === 'present' ? (
        <p className="mt-2 flex gap-2">
          <Icon of={cardIcon} />
          <span>{t.bring}</span>
        </p>
      ) : (
        <>
          {items.length === 0 ? null : (
            <ul className="list mt-3">
              {items.map((item) => (
                <FileRow key={item.key} item={item} uploads={uploads} />
              ))}
            </ul>
          )}
          {room === 0 ? null : (
            <Pickers
              id={id}
              name={paper.name}
              take={refused.length > 0 ? 'again' : good > 0 ? 'more' : 'first'}
              fault={fault}
              onPick={add}
            />
          )}
        </>
      )}
    </section>
  );
}

interface PickersProps {
  id: string;
  name: string;
  take: 'first' | 'again' | 'more';
  fault: FieldFault | undefined;
  onPick: (files: readonly File[]) => void;
}

const picturesAndPdf = [...fileLimits.types, 'image/heic', 'image/heif'].join(',');

/** The camera and the phone's own chooser; the inputs stay in place so that a second photo can be taken. */
function Pickers({ id, name, take, fault, onPick }: PickersProps) {
  const t = useTexts(submitTexts);
  const camera = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const picked = (event: ChangeEvent<HTMLInputElement>): void => {
    const { files } = event.target;
    onPick(files === null ? [] : Array.from(files));
    // The very same photo may be chosen again after it was cut off.
    event.target.value = '';
  };
  return (
    <div className="mt-3 flex flex-wrap gap-2 [&>button]:grow">
      <Button
        id={id}
        look={take === 'more' ? 'second' : 'main'}
        size="small"
        icon={cameraIcon}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={`${id}-name${fault === undefined ? '' : ` ${id}-error`}`}
        onClick={() => camera.current?.click()}
      >
        {{ first: t.takePhoto, again: t.takeAgain, more: t.takeAnother }[take]}
      </Button>
      <Button
        look="second"
        size="small"
        icon={uploadIcon}
        aria-describedby={`${id}-name`}
        onClick={() => chooser.current?.click()}
      >
        {t.choose}
      </Button>
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={`${t.takePhoto}: ${name}`}
        onChange={picked}
      />
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept={picturesAndPdf}
        aria-label={`${t.choose}: ${name}`}
        onChange={picked}
      />
    </div>
  );
}
