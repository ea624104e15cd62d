import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OperationId } from '@dvc/contract';
import { toAppError, type AppError } from '#lib/app-error';
import { savedAt, readThrough } from './kept-copies';
import type { OperationInput, OperationOutput } from './operation-types';
import { askAnew, cache } from './queries';

interface Page {
  items: readonly unknown[];
  next: string | null;
}

/** Operations that answer page by page. */
type PagedId = { [Id in OperationId]: OperationOutput<Id> extends Page ? Id : never }[OperationId];

export interface Pages<Output> {
  /** The first page, with what it says besides its items; undefined until it is here. */
  first: Output | undefined;
  items: Output extends { items: readonly (infer Item)[] } ? Item[] : never;
  hasMore: boolean;
  /** Asks for the next page; `error` says when that failed, and what is shown stays. */
  more: () => void;
  busy: boolean;
  error: AppError | undefined;
  /** When what is shown had been read, if it comes from the phone for want of network. */
  savedAt: Date | undefined;
  /** When what is shown was read, if asking for it anew has failed since. */
  staleSince: Date | undefined;
  reload: () => void;
}

/** Reads a list page by page. What was read stays while one looks at something from it and comes back. */
export function usePages<Id extends PagedId>(id: Id, input: OperationInput<Id>): Pages<OperationOutput<Id>> {
  const queryKey = [id, 'pages', input];
  const query = useInfiniteQuery(
    {
      queryKey,
      queryFn: async ({ pageParam }) => {
        const asked = pageParam === undefined ? input : withCursor(input, pageParam);
        return (await readThrough(id, asked)) as OperationOutput<Id> & Page;
      },
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    },
    cache,
  );
  const { data, error, fetchNextPage, refetch, hasNextPage, isFetchingNextPage, isRefetchError } = query;
  const items = useMemo(() => (data?.pages ?? []).flatMap((page) => page.items), [data]);
  return {
    first: data?.pages[0],
    items: items as Pages<OperationOutput<Id>>['items'],
    hasMore: hasNextPage,
    more: () => void fetchNextPage(),
    busy: isFetchingNextPage,
    error: error === null ? undefined : toAppError(error),
    savedAt: savedAt(data?.pages[0]),
    staleSince: isRefetchError ? new Date(query.dataUpdatedAt) : undefined,
    reload: () => askAnew(queryKey, refetch),
  };
}

function withCursor<Id extends PagedId>(input: OperationInput<Id>, cursor: string): OperationInput<Id> {
  const { query, ...rest } = input as { query?: object };
  return { ...rest, query: { ...query, cursor } } as unknown as OperationInput<Id>;
}
