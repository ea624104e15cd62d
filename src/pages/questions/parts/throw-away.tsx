import { useState } from 'react';
import { callOperation, toAppError, type AppError } from '#api';
import { paths, useGo } from '#nav';
import { Button } from '#ui/button';
import { trashIcon } from '#ui/icons';
import { FailedAct } from '#ui/states';
import { useTexts } from '#ui/texts';
import { askTexts } from '../ask-texts';

/** Throws away what is being written, after one more question. */
export function ThrowAway({ onGone }: { onGone: () => void }) {
  const t = useTexts(askTexts);
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<AppError>();
  const [busy, setBusy] = useState(false);
  const throwAway = async (): Promise<void> => {
    setBusy(true);
    try {
      await callOperation('deleteQuestionDraft');
      // Nothing is saved any more, also not on leaving.
      onGone();
      go(paths.questions(), { replace: true });
    } catch (failure) {
      setError(toAppError(failure));
      setBusy(false);
    }
  };
  if (!asking) {
    return (
      <Button look="text" icon={trashIcon} onClick={() => setAsking(true)}>
        {t.throwAway}
      </Button>
    );
  }
  return (
    <section aria-label={t.throwAway} className="grid gap-2">
      <p role="status">{t.throwAwayAsk}</p>
      {error === undefined ? null : <FailedAct error={error} />}
      <Button look="second" onClick={() => setAsking(false)}>
        {t.keep}
      </Button>
      <Button look="danger" busy={busy} onClick={() => void throwAway()}>
        {t.throwAway}
      </Button>
    </section>
  );
}
