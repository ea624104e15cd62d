import { QueryClient, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { OperationId } from '@dvc/contract';
import { preferences } from '#config';
import { toAppError, type AppError } from '#lib/app-error';
import { keepAnswers } from './answers';
import { laterOperations } from './later-operations';
import { knownOperation, knowOperations } from './operations';
import { readThrough, savedAt } from './kept-copies';
import type { OperationInput, OperationOutput } from './operation-types';

const freshMs = 30_000;
/** With data saving on, what was read is not asked for again so soon. */
const freshWhenSavingMs = 5 * 60_000;

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // callOperation repeats reads itself, and knows which errors are worth it.
      retry: false,
      // Zalo's web view reports neither focus nor connection dependably; the app refreshes on AppResumed.
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      staleTime: () => (preferences.get().dataSaving ? freshWhenSavingMs : freshMs),
      gcTime: 10 * 60_000,
    },
  },
});

knowOperations(laterOperations);
keepAnswers({
  refresh(ids) {
    const predicate = ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
      ids.length === 0 || ids.includes(queryKey[0] as OperationId);
    void cache.invalidateQueries({ predicate });
  },
  forgetPrivate() {
    cache.removeQueries({ predicate: ({ queryKey }) => knownOperation(queryKey[0] as OperationId)?.access !== 0 });
  },
  forgetAll: () => cache.clear(),
});

/** Asks again by the person's tap. A first read that is stuck would swallow it: the cache repeats nothing while one is under way. */
export function askAnew(queryKey: readonly unknown[], refetch: () => Promise<unknown>): void {
  void cache.cancelQueries({ queryKey, exact: true }).then(refetch);
}

/** A read: what is known, what went wrong, whether something is on its way. Old data stays beside a new error. */
export interface Reading<Output> {
  data: Output | undefined;
  error: AppError | undefined;
  /** Nothing to show yet, and it is coming. */
  loading: boolean;
  refreshing: boolean;
  /** When `data` was read; undefined without data. */
  readAt: Date | undefined;
  /** When it had been read, if `data` comes from the phone for want of network. */
  savedAt: Date | undefined;
  reload: () => void;
}

/** Reads an operation: shows what is in the cache at once, and brings it up to date. */
export function useOperation<Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
  { enabled = true, pollMs }: { enabled?: boolean; pollMs?: number } = {},
): Reading<OperationOutput<Id>> {
  const query = useQuery(
    {
      queryKey: [id, input],
      // null: a query may not answer undefined, and reads without an answer do not exist.
      queryFn: async () => (await readThrough(id, input)) ?? null,
      enabled,
      refetchInterval: pollMs,
    },
    // Given here rather than by a provider round the app: home would have to wait for it.
    cache,
  );
  const { refetch } = query;
  const written = JSON.stringify(input);
  const reload = useCallback(() => {
    askAnew([id, JSON.parse(written)], refetch);
  }, [id, written, refetch]);
  return {
    data: query.data ?? undefined,
    error: query.error === null ? undefined : toAppError(query.error),
    loading: enabled && query.data === undefined && query.isFetching,
    refreshing: query.isFetching,
    readAt: query.data === undefined ? undefined : new Date(query.dataUpdatedAt),
    savedAt: savedAt(query.data),
    reload,
  };
}

/** Puts an answer that came with an action in the place of a read. */
export function putAnswer<Id extends OperationId>(
  id: Id,
  input: OperationInput<Id>,
  answer: OperationOutput<Id>,
): void {
  cache.setQueryData([id, input], answer);
}
