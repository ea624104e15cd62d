import { fileFaultWords } from '@dvc/contract/forms';
import type { UploadItem, Uploads } from '#offline';
import type { Language } from '#lib/texts';
import { Icon } from '#ui/icon';
import { alertIcon, clockIcon, hourglassIcon, offlineIcon, okCircleIcon, uploadIcon } from '#ui/icons';
import { Meter } from '#ui/meter';
import { useLanguage, useTexts } from '#ui/texts';
import { fileTexts } from '../file-texts';
import { FileActs } from './file-acts';

/** `1153434` → "1,1"; never "0,0". */
function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1024 / 1024)
    .toFixed(1)
    .replace('.', ',');
}

interface Told {
  tone: '' | 'ok' | 'bad' | 'go';
  icon: string;
  words: string;
  /** What happened and what to do, where one line is not enough. */
  more?: string;
}

function tell({ upload, size }: UploadItem, language: Language): Told {
  const t = fileTexts[language];
  switch (upload.state) {
    case 'preparing':
      return { tone: 'go', icon: hourglassIcon, words: t.statePreparing };
    case 'doubtful':
      return { tone: 'bad', icon: alertIcon, words: t[upload.doubt], more: t[`${upload.doubt}More`] };
    case 'waiting':
      return { tone: '', icon: clockIcon, words: t.stateWaiting };
    case 'uploading':
      return { tone: 'go', icon: uploadIcon, words: t.stateUploading(percentOf(upload.sent, size)) };
    case 'checking':
      return upload.delayed
        ? { tone: '', icon: hourglassIcon, words: t.stateDelayed, more: t.delayedMore }
        : { tone: 'go', icon: hourglassIcon, words: t.stateChecking };
    case 'ready':
      return { tone: 'ok', icon: okCircleIcon, words: t.stateReady };
    case 'refused':
      return { tone: 'bad', icon: alertIcon, words: t.stateRefused, more: refusalWords(upload, language) };
    case 'failed':
      return upload.error.kind === 'offline'
        ? { tone: '', icon: offlineIcon, words: t.stateOffline }
        : { tone: 'bad', icon: alertIcon, words: t.stateFailed };
    case 'interrupted':
      return { tone: 'bad', icon: alertIcon, words: t.stateInterrupted(percentOf(upload.sent, size)) };
  }
}

function refusalWords(upload: Extract<UploadItem['upload'], { state: 'refused' }>, language: Language): string {
  return upload.code === undefined ? (upload.message ?? '') : fileFaultWords(upload.code, undefined, language);
}

function percentOf(sent: number, size: number): number {
  return size === 0 ? 0 : Math.min(100, Math.floor((sent / size) * 100));
}

/** Which page of how many photos; absent for a file that is a document by itself. */
export interface PageNumber {
  page: number;
  pages: number;
}

interface FileRowProps {
  item: UploadItem;
  number: PageNumber | undefined;
  uploads: Uploads;
}

/** One file and how it is doing, in words and, while it is sent, as a bar. */
export function FileRow({ item, number, uploads }: FileRowProps) {
  const t = useTexts(fileTexts);
  const { tone, icon, words, more } = tell(item, useLanguage());
  const { upload, size, name } = item;
  const wrong = tone === 'bad';
  const picture = uploads.picture(item.key);
  return (
    <li className={wrong ? 'file is-wrong' : 'file'}>
      <div className="head">
        {picture === undefined ? null : (
          // Its words stand beside it. What this phone cannot draw is left out.
          <img
            src={picture}
            alt=""
            decoding="async"
            className="h-16 w-16 flex-none rounded-sm object-cover"
            onError={({ currentTarget }) => {
              currentTarget.hidden = true;
            }}
          />
        )}
        <h3 className="min-w-0 break-words">{number === undefined ? name : t.page(number.page, number.pages)}</h3>
        <span className="sub nw num">
          {upload.state === 'uploading'
            ? t.sentOf(megabytes(upload.sent), megabytes(size))
            : t.megabytes(megabytes(size))}
        </span>
      </div>
      <p className={`st ${tone}`} role={wrong ? 'alert' : undefined}>
        <Icon of={icon} small />
        <span>{words}</span>
      </p>
      {more === undefined ? null : <p className="sub mt-1">{more}</p>}
      {upload.state === 'uploading' ? (
        <Meter percent={percentOf(upload.sent, size)} label={t.meter(percentOf(upload.sent, size))} />
      ) : null}
      <FileActs item={item} number={number} uploads={uploads} />
    </li>
  );
}
