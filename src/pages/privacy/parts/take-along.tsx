import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { now } from '#lib/clock';
import { momentInWords } from '#lib/dates';
import { saveToPhone } from '#zalo';
import { Button } from '#ui/button';
import { Card } from '#ui/card';
import { Field } from '#ui/field';
import { TextInput } from '#ui/input';
import { Notice } from '#ui/notice';
import { FailedAct } from '#ui/states';
import { useLanguage, useTexts } from '#ui/texts';
import { inMegabytes } from '../in-megabytes';
import { texts } from '../texts';

type Outcome = { saved: true } | { saved: false; url: string };

/** Saves the copy by an address that works once; where this Zalo cannot, the address goes to the phone's browser. */
function Download({ id, onFailed }: { id: string; onFailed: () => void }) {
  const t = useTexts(texts);
  const opening = useAct('openExport', { refresh: ['readPrivacy'] });
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const download = async (): Promise<void> => {
    setBusy(true);
    setOutcome(undefined);
    const url = (await opening.run({ params: { exportId: id } }))?.url;
    if (url === undefined) onFailed();
    else {
      const saved = await saveToPhone(url).then(
        () => true,
        () => false,
      );
      // What was begun may have used the address up.
      const another = saved ? undefined : (await opening.run({ params: { exportId: id } }))?.url;
      setOutcome(saved ? { saved } : another === undefined ? undefined : { saved, url: another });
    }
    setBusy(false);
  };
  return (
    <div className="stack mt-3">
      {opening.error === undefined ? null : <FailedAct error={opening.error} />}
      {outcome?.saved === true ? (
        <Notice tone="ok" role="status">
          {t.downloaded}
        </Notice>
      ) : null}
      {outcome?.saved === false ? (
        <>
          <Notice role="alert">{t.notDownloaded}</Notice>
          <Field label={t.address}>{(part) => <TextInput {...part} readOnly value={outcome.url} />}</Field>
        </>
      ) : null}
      <Button busy={busy} onClick={() => void download()}>
        {busy ? t.downloading : t.download}
      </Button>
    </div>
  );
}

/** Everything that is mine as one file: asked for, made on the server, saved here. */
export function TakeAlong({ copy, onAsked }: { copy: Schemas['PersonalExport'] | null; onAsked: () => void }) {
  const t = useTexts(texts);
  const language = useLanguage();
  const asking = useAct('startExport');
  const ask = async (): Promise<void> => {
    await asking.run();
    // Also after a refusal: the login may have become too old meanwhile.
    onAsked();
  };
  const isThere = copy !== null && copy.state !== 'failed';
  return (
    <div className="mt-5">
      <Card title={t.take}>
        <p>{t.takeMore}</p>
        {asking.error === undefined ? null : <FailedAct error={asking.error} />}
        {copy?.state === 'failed' ? <Notice role="alert">{t.makeFailed}</Notice> : null}
        {copy?.state === 'making' ? (
          <Notice role="status" title={t.making}>
            {t.makingMore}
          </Notice>
        ) : null}
        {copy?.state === 'ready' && copy.expiresAt !== null ? (
          <>
            <p className="mt-3" role="status">
              {t.ready(inMegabytes(copy.size ?? 0, language), momentInWords(copy.expiresAt, now(), language))}
            </p>
            <Download id={copy.id} onFailed={onAsked} />
          </>
        ) : null}
        {isThere ? null : (
          <div className="mt-3">
            <Button look="second" busy={asking.busy} onClick={() => void ask()}>
              {t.make}
            </Button>
          </div>
        )}
      </Card>
    </div>
  );
}
