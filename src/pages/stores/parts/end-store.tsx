import { useState } from 'react';
import type { Schemas } from '@dvc/contract';
import { callOperation, refreshAnswers, toAppError, type AppError } from '#api';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';

/** Takes a shop out of the list, or a registration back; asks first and names what goes. */
export function EndStore({ id, state }: { id: string; state: Schemas['StoreState'] }) {
  const t = useTexts(registerTexts);
  const go = useGo();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const [label, question] =
    state === 'draft'
      ? [t.drop, t.dropAsk]
      : state === 'approved'
        ? [t.close, t.closeAsk]
        : [t.withdraw, t.withdrawAsk];
  if (!asked) {
    return (
      <Button
        look="text"
        size="small"
        onClick={() => {
          setAsked(true);
        }}
      >
        {label}
      </Button>
    );
  }
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await callOperation('deleteStoreRegistration', { params: { storeId: id } });
      refreshAnswers('readStoreRegistration', 'listStoreRegistrations', 'readStore', 'listStores');
      if (state === 'draft') go(paths.registerStore(), { replace: true });
      else setAsked(false);
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return (
    <div role="alert">
      <p>{question}</p>
      <div className="mt-3 grid gap-2">
        <Button
          look="second"
          onClick={() => {
            setAsked(false);
          }}
        >
          {t.keep}
        </Button>
        <Button look="danger" size="small" busy={busy} onClick={() => void run()}>
          {busy ? t.closing : label}
        </Button>
      </div>
      {error === undefined ? null : <FailedAct error={error} />}
    </div>
  );
}
