import { useState } from 'react';
import { toAppError, type AppError } from '#lib/app-error';
import { Button, type ButtonLook } from './button';
import { FailedAct } from './states';

interface AskFirstProps extends Pick<ButtonLook, 'icon'> {
  /** What the button says before anything is asked. */
  label: string;
  /** The same for who does not see what it stands beside. */
  'aria-label'?: string;
  /** What goes, in a sentence that can be answered. */
  question: string;
  /** The safe answer. */
  keep: string;
  yes: string;
  /** The same while it is done. */
  busy?: string;
  /** Rejects with what is then said; afterwards the question is closed. */
  onYes: () => Promise<unknown>;
}

/** An act that takes something away: asked once more, the safe answer first and bigger. */
export function AskFirst({ label, icon, question, keep, yes, busy: busyWords = yes, onYes, ...rest }: AskFirstProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  if (!asked) {
    return (
      <Button {...rest} look="text" size="small" icon={icon} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  }
  const keepIt = (): void => {
    setAsked(false);
    setError(undefined);
  };
  const act = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await onYes();
      setAsked(false);
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return (
    <div role="alert">
      <p>{question}</p>
      <div className="mt-3 grid gap-2">
        {busy ? null : (
          // Under way it is too late to promise that.
          <Button look="second" onClick={keepIt}>
            {keep}
          </Button>
        )}
        <Button look="danger" size="small" busy={busy} onClick={() => void act()}>
          {busy ? busyWords : yes}
        </Button>
      </div>
      {error === undefined ? null : <FailedAct error={error} />}
    </div>
  );
}
