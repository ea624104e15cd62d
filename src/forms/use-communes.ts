import { useEffect, useState } from 'react';
import { AppError } from '#lib/app-error';
import { communeIndex, type CommuneIndex } from './communes';

/** The communes' names are a part of the app that is fetched when first needed. */
export function useCommunes(): { index: CommuneIndex | undefined; error: AppError | undefined; reload: () => void } {
  const [index, setIndex] = useState<CommuneIndex>();
  const [error, setError] = useState<AppError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let left = false;
    communeIndex().then(
      (found) => {
        if (!left) setIndex(found);
      },
      (cause: unknown) => {
        if (!left) setError(new AppError(navigator.onLine ? 'server' : 'offline', { code: 'communes', cause }));
      },
    );
    return () => {
      left = true;
    };
  }, [attempt]);
  return {
    index,
    error,
    reload: () => {
      setError(undefined);
      setAttempt((count) => count + 1);
    },
  };
}
