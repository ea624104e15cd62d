import { useEffect, useState } from 'react';
import { note } from '#lib/log';
import type { PageModule } from '#page-module';
import { afterFirstScreen } from './start-up';

/** How many things wait in the outbox. It comes, and begins to send, after the first screen: home does not wait for it. */
export function useOutboxCount(modules: readonly PageModule[]): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let stop: () => void = () => undefined;
    let left = false;
    const begin = async (): Promise<void> => {
      await afterFirstScreen();
      const { beginOutbox } = await import('./begin-outbox');
      if (!left) stop = beginOutbox(modules, setCount);
    };
    begin().catch((error: unknown) => note('outbox not opened', error));
    return () => {
      left = true;
      stop();
    };
  }, [modules]);
  return count;
}
