import { useState } from 'react';
import { fileFaultWords } from '@dvc/contract/forms';
import type { UploadItem, Uploads } from '#offline';
import type { Language } from '#lib/texts';
import { Button } from '#ui/button';
import { Icon } from '#ui/icon';
import { alertIcon, clockIcon, hourglassIcon, offlineIcon, okCircleIcon, trashIcon, uploadIcon } from '#ui/icons';
import { Meter } from '#ui/meter';
import { useLanguage, useTexts } from '#ui/texts';
import { attachTexts } from '../attach-texts';

interface Told {
  tone: '' | 'ok' | 'bad' | 'go';
  icon: string;
  words: string;
  more?: string | undefined;
}

const percentOf = (sent: number, size: number): number =>
  size === 0 ? 0 : Math.min(100, Math.floor((sent / size) * 100));

function tell({ upload, size }: UploadItem, language: Language): Told {
  const t = attachTexts[language];
  switch (upload.state) {
    case 'preparing':
      return { tone: 'go', icon: hourglassIcon, words: t.preparing };
    case 'doubtful':
      return { tone: 'bad', icon: alertIcon, words: t.doubtful };
    case 'waiting':
      return { tone: '', icon: clockIcon, words: t.waiting };
    case 'uploading':
      return { tone: 'go', icon: uploadIcon, words: t.uploading(percentOf(upload.sent, size)) };
    case 'checking':
      return { tone: 'go', icon: hourglassIcon, words: t.checking };
    case 'ready':
      return { tone: 'ok', icon: okCircleIcon, words: t.ready };
    case 'refused': {
      const more = upload.code === undefined ? upload.message : fileFaultWords(upload.code, undefined, language);
      return { tone: 'bad', icon: alertIcon, words: t.refused, more };
    }
    case 'failed':
      return upload.error.kind === 'offline'
        ? { tone: '', icon: offlineIcon, words: t.offline }
        : { tone: 'bad', icon: alertIcon, words: t.failed };
    case 'interrupted':
      return { tone: 'bad', icon: alertIcon, words: t.interrupted(percentOf(upload.sent, size)) };
  }
}

/** One file that goes with a question: where it is, and what can be done with it. */
export function AttachedFile({ item, uploads }: { item: UploadItem; uploads: Uploads }) {
  const t = useTexts(attachTexts);
  const { tone, icon, words, more } = tell(item, useLanguage());
  const [failed, setFailed] = useState(false);
  const { key, name, upload, size } = item;
  const remove = async (): Promise<void> => setFailed(!(await uploads.remove(key)));
  return (
    <li className={tone === 'bad' ? 'file is-wrong' : 'file'}>
      <h3 className="min-w-0 break-words">{name}</h3>
      <p className={`st ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
        <Icon of={icon} small />
        <span>{words}</span>
      </p>
      {more === undefined ? null : <p className="sub mt-1">{more}</p>}
      {upload.state === 'uploading' ? (
        <Meter percent={percentOf(upload.sent, size)} label={t.uploading(percentOf(upload.sent, size))} />
      ) : null}
      {failed ? <p role="alert">{t.removeFailed}</p> : null}
      <div className="acts">
        {upload.state === 'doubtful' ? (
          <Button look="second" size="small" onClick={() => uploads.accept(key)}>
            {t.useAnyway}
          </Button>
        ) : null}
        {upload.state === 'failed' ? (
          <Button size="small" onClick={() => uploads.again(key)}>
            {t.again}
          </Button>
        ) : null}
        <Button look="text" size="small" icon={trashIcon} aria-label={t.removeFile(name)} onClick={() => void remove()}>
          {t.remove}
        </Button>
      </div>
    </li>
  );
}
