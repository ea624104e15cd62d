import { useState } from 'react';
import { toAppError, type AppError } from '#lib/app-error';
import { startLink } from './lazy-steps';

/** Logging in at the provincial ID by the person's tap, for what needs a login that is recent; afterwards the app opens `returnTo`. */
export function useLink(returnTo: string) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError>();
  const link = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await startLink(returnTo);
    } catch (failure) {
      setError(toAppError(failure));
    }
    setBusy(false);
  };
  return { link: () => void link(), busy, error };
}
