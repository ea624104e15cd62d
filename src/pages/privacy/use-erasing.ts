import { useState } from 'react';
import { callOperation, toAppError, type AppError } from '#api';
import { levelOf, lookAgain, mayHaveArrived } from '#auth';
import { forgetErasing, isErasing, rememberErasing, wipePhone } from '#offline';

/** Being deleted here, the phone included: whoever may have been deleted although no answer came is asked after. */
export function useErasing() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();

  const ask = async (): Promise<AppError | undefined> => {
    const before = await isErasing();
    rememberErasing();
    try {
      await callOperation('eraseMe');
      return undefined;
    } catch (failure) {
      const trouble = toAppError(failure);
      // Too low a level after an earlier try: its answer was lost, and this is somebody new by now.
      const inDoubt = mayHaveArrived(trouble) || (before && trouble.kind === 'level');
      if (!inDoubt) forgetErasing();
      return inDoubt && levelOf(await lookAgain()) === 0 ? undefined : trouble;
    }
  };
  /** True once nothing of the person is left, on the server and here. */
  const erase = async (): Promise<boolean> => {
    setBusy(true);
    setError(undefined);
    const trouble = await ask();
    if (trouble === undefined) await wipePhone();
    setError(trouble);
    setBusy(false);
    return trouble === undefined;
  };
  return { erase, busy, error };
}
