import { useEffect, useState } from 'react';
import { communeIndex, type CommuneIndex } from '#forms';
import { note } from '#lib/log';

/** The communes' names, once they are here; a report can be written and read without them. */
export function useCommunes(): { index: CommuneIndex | undefined } {
  const [index, setIndex] = useState<CommuneIndex>();
  useEffect(() => {
    let left = false;
    communeIndex().then(
      (found) => {
        if (!left) setIndex(found);
      },
      (error: unknown) => note('communes did not come', error),
    );
    return () => {
      left = true;
    };
  }, []);
  return { index };
}
