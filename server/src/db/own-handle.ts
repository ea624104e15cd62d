import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<{ open: boolean }>();

/**
 * On the embedded database a query outside the handle waits for the transaction which waits for it: for ever. So both
 * drivers refuse it at once, in words.
 */
export function assertOutsideTransaction(): void {
  if (running.getStore()?.open) {
    throw new Error('Inside a transaction use its own handle, not the database (it would wait for itself for ever)');
  }
}

/** Runs something as "inside a transaction" until it settles. */
export async function insideTransaction<T>(run: () => Promise<T>): Promise<T> {
  const here = { open: true };
  try {
    return await running.run(here, run);
  } finally {
    here.open = false;
  }
}
