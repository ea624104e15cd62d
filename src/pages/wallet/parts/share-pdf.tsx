import { useEffect, useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { useAct } from '#api';
import { Button } from '#ui/button';
import { Field } from '#ui/field';
import { TextInput } from '#ui/input';
import { Notice } from '#ui/notice';
import { QrCode } from '#ui/qr-code';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import { useMsLeft } from '../use-ms-left';

interface SharePdfProps {
  id: string;
  onChange: () => void;
  onShared: (shared: boolean) => void;
}

/** A code that somebody else scans to check the document, for five minutes; said first for whom. */
export function SharePdf({ id, onChange, onShared }: SharePdfProps) {
  const t = useTexts(texts);
  const sharing = useAct('shareDocument');
  const ending = useAct('endShare');
  const [asking, setAsking] = useState(false);
  const [audience, setAudience] = useState('');
  const [missing, setMissing] = useState(false);
  const [share, setShare] = useState<Schemas['DocumentShare']>();
  const [ended, setEnded] = useState(false);
  const left = useMsLeft(share?.expiresAt);
  const live = share !== undefined && !ended && left > 0;

  useEffect(() => {
    onShared(live);
    return () => onShared(false);
  }, [live, onShared]);

  const begin = async (): Promise<void> => {
    const empty = audience.trim().length < 2;
    setMissing(empty);
    if (empty) return;
    const made = await sharing.run({ params: { documentId: id }, body: { audience: audience.trim() } });
    if (made !== undefined) {
      setShare(made);
      setEnded(false);
      setAsking(false);
    }
    onChange();
  };
  const end = async (shareId: string): Promise<void> => {
    await ending.run({ params: { documentId: id, shareId } }).then(() => setEnded(true));
    onChange();
  };

  if (live) {
    const seconds = Math.ceil(left / 1_000);
    return (
      <section className="card mt-5" aria-label={t.shareTitle}>
        <h2>{t.shareTitle}</h2>
        <p className="mt-1">{t.shareFor(share.audience)}</p>
        <div className="stack mt-4">
          <QrCode text={share.url} label={t.qrLabel(share.audience)} large />
          <p className="num text-center text-lg font-semibold" role="timer">
            {t.shareLeft(Math.floor(seconds / 60), seconds % 60)}
          </p>
          <p className="sub">{t.shareMore}</p>
          {ending.error === undefined ? null : <FailedAct error={ending.error} />}
          <Button look="second" busy={ending.busy} onClick={() => void end(share.id)}>
            {t.shareEnd}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className="stack mt-3">
      {share === undefined ? null : (
        <Notice role="status" title={ended ? t.shareEnded : t.shareOver}>
          {t.shareOverMore}
        </Notice>
      )}
      {sharing.error === undefined ? null : <FailedAct error={sharing.error} />}
      {asking ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <Field label={t.audience} hint={t.audienceHint} error={missing ? t.audienceMissing : undefined}>
            {(ties) => (
              <TextInput
                {...ties}
                value={audience}
                maxLength={80}
                onChange={(event) => setAudience(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button type="submit" busy={sharing.busy}>
            {sharing.busy ? t.shareMaking : t.shareMake}
          </Button>
        </form>
      ) : (
        <Button look="second" onClick={() => setAsking(true)}>
          {share === undefined ? t.share : t.shareAgain}
        </Button>
      )}
    </section>
  );
}
