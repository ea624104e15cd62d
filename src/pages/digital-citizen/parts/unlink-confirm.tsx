import { useState } from 'react';
import { unlink } from '#auth';
import { province } from '#config';
import type { AppError } from '#lib/app-error';
import { Button } from '#ui/button';
import { infoIcon } from '#ui/icons';
import { Screen } from '#ui/screen';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { Ticks } from '#ui/ticks';
import { texts } from '../texts';

/** Says what unlinking means before it happens; keeping is the bigger button. */
export function UnlinkConfirm({ onKeep, onDone }: { onKeep: () => void; onDone: () => void }) {
  const t = useTexts(texts);
  const { name } = province.identity;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();

  const run = async (): Promise<void> => {
    setBusy(true);
    const failure = await unlink();
    setBusy(false);
    if (failure === undefined) onDone();
    else setError(failure);
  };

  return (
    <Screen
      title={t.confirmTitle(name)}
      back={onKeep}
      foot={
        <div className="stack">
          {error === undefined ? null : <FailedAct error={error} />}
          <Button onClick={onKeep}>{t.keep}</Button>
          <Button look="text" busy={busy} onClick={() => void run()}>
            {busy ? t.unlinking : t.unlinkNow}
          </Button>
        </div>
      }
    >
      <div className="mt-4">
        <Ticks lines={t.confirm.map((text) => ({ text, icon: infoIcon }))} />
      </div>
    </Screen>
  );
}
