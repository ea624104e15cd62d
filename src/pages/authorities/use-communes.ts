import { useCallback, useEffect, useState } from 'react';
import { communeIndex, type CommuneIndex } from '#forms';

/** The communes with their former names; they come with the app, so they are there without network once opened. */
export function useCommunes(): { index: CommuneIndex | undefined; failed: boolean; retry: () => void } {
  const [index, setIndex] = useState<CommuneIndex>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let shown = true;
    void communeIndex().then(
      (found) => {
        if (shown) setIndex(found);
      },
      () => {
        if (shown) setFailed(true);
      },
    );
    return () => {
      shown = false;
    };
  }, [attempt]);
  const retry = useCallback(() => {
    setFailed(false);
    setAttempt((count) => count + 1);
  }, []);
  return { index, failed, retry };
}
