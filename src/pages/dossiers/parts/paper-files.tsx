import { useState } from 'react';
import { faultWords, type FieldFault, type FormPaper } from '@dvc/contract/forms';
import { picturesAndPdf, type UploadItem, type Uploads } from '#offline';
import { Icon } from '#ui/icon';
import { alertIcon, cardIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { PickButton } from '#ui/pick-button';
import { useLanguage, useTexts } from '#ui/texts';
import { fileTexts } from '../file-texts';
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
  const tf = useTexts(fileTexts);
  const language = useLanguage();
  const photos = items.filter(({ isPhoto }) => isPhoto);
  const numberOf = (item: UploadItem) =>
    item.isPhoto && photos.length > 1 ? { page: photos.indexOf(item) + 1, pages: photos.length } : undefined;
  const id = `papers.${paper.id}`;
  const refused = items.filter(({ upload }) => upload.state === 'refused');
  const room = Math.max(0, paper.maxFiles - items.length + refused.length);
  const [notAdded, setNotAdded] = useState(0);
  const add = (files: readonly File[]): void => {
    setNotAdded(Math.max(0, files.length - room));
    // A photo taken again takes the place of one that could not be used: nothing is left to delete by hand.
    files.slice(0, room).forEach((file, at) => {
      const old = refused[at];
      if (old === undefined) uploads.add(paper.id, file);
      else uploads.replace(old.key, file);
    });
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
                <FileRow key={item.key} item={item} number={numberOf(item)} uploads={uploads} />
              ))}
            </ul>
          )}
          {photos.length > 1 ? <p className="sub mt-2">{tf.boundAs(photos.length)}</p> : null}
          <div role="status">{notAdded === 0 ? null : <Notice>{tf.notAdded(notAdded)}</Notice>}</div>
          {room === 0 ? null : <Pickers id={id} name={paper.name} more={items.length > 0} fault={fault} onPick={add} />}
        </>
      )}
    </section>
  );
}

interface PickersProps {
  id: string;
  name: string;
  more: boolean;
  fault: FieldFault | undefined;
  onPick: (files: readonly File[]) => void;
}

/** The camera and the phone's own chooser. */
function Pickers({ id, name, more, fault, onPick }: PickersProps) {
  const t = useTexts(fileTexts);
  const described = `${id}-name${fault === undefined ? '' : ` ${id}-error`}`;
  return (
    <div className="mt-3 flex flex-wrap gap-2 [&>button]:grow">
      <PickButton
        id={id}
        look={more ? 'second' : 'main'}
        from="camera"
        words={more ? t.takeAnother : t.takePhoto}
        label={`${t.takePhoto}: ${name}`}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={described}
        onPick={onPick}
      />
      <PickButton
        look="second"
        from="gallery"
        accept={picturesAndPdf}
        several
        words={t.choose}
        label={`${t.choose}: ${name}`}
        aria-describedby={`${id}-name`}
        onPick={onPick}
      />
    </div>
  );
}
