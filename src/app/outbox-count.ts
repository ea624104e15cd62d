import { useEffect, useState } from 'react';
import { watchPerson } from '#auth';
import { note } from '#lib/log';
import type { PageModule } from '#page-module';
import { afterFirstScreen } from './start-up';

/** How many things wait in the outbox. It comes, and begins to send, after the first screen: home does not wait for it. */
export function useOutboxCount(modules: readonly PageModule[]): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let unwatch: () => void = () => undefined;
    let left = false;
    const begin = async (): Promise<void> => {
      await afterFirstScreen();
      const { outbox, startOutbox, watchOutboxCount } = await import('#offline');
      if (left) return;
      const unwatchCount = watchOutboxCount(setCount);
      const unwatchPerson = watchPerson(() => void outbox.lock());
      unwatch = () => {
        unwatchCount();
        unwatchPerson();
      };
      await startOutbox(Object.fromEntries(modules.flatMap(({ outbox }) => Object.entries(outbox ?? {}))));
    };
    begin().catch((error: unknown) => note('outbox not opened', error));
    return () => {
      left = true;
      unwatch();
    };
  }, [modules]);
  return count;
}
