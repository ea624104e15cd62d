import { useCallback, useEffect, useRef, useState } from 'react';
import { giveContact as askContact, startLink } from '#auth';
import { toAppError, type AppError } from '#lib/app-error';
import { onZaloEvent } from '#zalo';

/** Where raising the level stands; every state but the busy ones leaves the button ready for another tap. */
export type StepUpState =
  | { state: 'ready' }
  /** Zalo's sheet is open, or the server is reading the number. */
  | { state: 'asking' }
  /** The provincial ID's page is open over the app. */
  | { state: 'away' }
  | { state: 'refused' }
  /** The page was closed and no way back came: not linked, nothing lost. */
  | { state: 'notLinked' }
  | { state: 'failed'; error: AppError };

export interface StepUp {
  step: StepUpState;
  /** Level 1, by Zalo's consent sheet. */
  giveContact: () => void;
  /** Level 2, by the provincial ID; afterwards the app opens `returnTo`. */
  link: (returnTo: string) => void;
}

/** The link back may arrive a moment after the page closes. */
const wayBackMs = 1_500;

/** Raises the level by the person's own tap. On success the identity changes and the gate opens by itself. */
export function useStepUp(): StepUp {
  const [step, setStep] = useState<StepUpState>({ state: 'ready' });
  const attempt = useRef(0);

  useEffect(() => {
    const ended = attempt;
    return () => {
      ended.current += 1;
    };
  }, []);

  const run = useCallback(async (busy: StepUpState, work: () => Promise<StepUpState>) => {
    attempt.current += 1;
    const mine = attempt.current;
    setStep(busy);
    const next = await work().catch((error: unknown): StepUpState => ({ state: 'failed', error: toAppError(error) }));
    // Another tap, or another screen: this answer is nobody's any more.
    if (mine === attempt.current) setStep(next);
  }, []);

  const giveContact = useCallback(() => {
    void run({ state: 'asking' }, async () => {
      const outcome = await askContact();
      return outcome === 'given' ? { state: 'ready' } : { state: 'refused' };
    });
  }, [run]);

  const link = useCallback(
    (returnTo: string) => {
      void run({ state: 'asking' }, async () => {
        await startLink(returnTo);
        return { state: 'away' };
      });
    },
    [run],
  );

  const away = step.state === 'away';
  useEffect(() => {
    if (!away) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onZaloEvent('webviewClosed', () => {
      timer = setTimeout(() => {
        setStep({ state: 'notLinked' });
      }, wayBackMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [away]);

  return { step, giveContact, link };
}
