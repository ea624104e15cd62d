import { useState } from 'react';
import { fileFaultWords } from '@dvc/contract/forms';
import type { UploadItem, Uploads } from '#offline';
import type { Language } from '#lib/texts';
import { Button } from '#ui/button';
import { Icon } from '#ui/icon';
import { alertIcon, clockIcon, hourglassIcon, offlineIcon, okCircleIcon, trashIcon, uploadIcon } from '#ui/icons';
import { Meter } from '#ui/meter';
import { useLanguage, useTexts } from '#ui/texts';
import { submitTexts } from '../submit-texts';

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
  const t = submitTexts[language];
  switch (upload.state) {
    case 'preparing':
      return { tone: 'go', icon: hourglassIcon, words: t.statePreparing };
    case 'waiting':
      return { tone: '', icon: clockIcon, words: t.stateWaiting };
    case 'uploading':
      return { tone: 'go', icon: uploadIcon, words: t.stateUploading(percentOf(upload.sent, size)) };
    case 'checking':
      return { tone: 'go', icon: hourglassIcon, words: t.stateChecking };
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

/** One file and how it is doing, in words and, while it is sent, as a bar. */
export function FileRow({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useTexts(submitTexts);
  const { tone, icon, words, more } = tell(item, useLanguage());
  const { upload, size, name } = item;
  const wrong = tone === 'bad';
  return (
    <li className={wrong ? 'file is-wrong' : 'file'}>
      <div className="head">
        <h3 className="min-w-0 break-words">{name}</h3>
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
      <FileActs item={item} uploads={uploads} />
    </li>
  );
}

function FileActs({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useTexts(submitTexts);
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const remove = async (): Promise<void> => {
    setFailed(!(await uploads.remove(item.key)));
    setAsked(false);
  };
  if (asked) {
    return (
      <div role="alert">
        <p className="mt-3">{t.removeAsk}</p>
        <div className="mt-3 grid gap-2">
          <Button
            look="second"
            onClick={() => {
              setAsked(false);
            }}
          >
            {t.keep}
          </Button>
          <Button look="danger" size="small" onClick={() => void remove()}>
            {t.removeYes}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <>
      {failed ? (
        <p className="st bad" role="alert">
          {t.removeFailed}
        </p>
      ) : null}
      <div className="acts">
        {item.upload.state === 'failed' ? (
          <Button
            size="small"
            onClick={() => {
              uploads.again(item.key);
            }}
          >
            {t.again}
          </Button>
        ) : null}
        <Button
          look="text"
          size="small"
          icon={trashIcon}
          aria-label={t.removeFile(item.name)}
          onClick={() => {
            // What is not usable anyway goes without asking.
            if (item.upload.state === 'refused') void remove();
            else setAsked(true);
          }}
        >
          {t.remove}
        </Button>
      </div>
    </>
  );
}
