import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { onlineStore } from '#zalo';
import { createDraftKeeper, type Draft, type DraftKeeper, type SaveState } from './draft-keeper';
import { onLeaving } from './on-leaving';

/** Drafts that are shown, and those somebody left before everything was saved. */
const open = new Map<string, DraftKeeper>();

type Send = Parameters<typeof createDraftKeeper>[0]['send'];

function keeperOf(draft: Draft, send: Send): DraftKeeper {
  const before = open.get(draft.id);
  if (before?.formVersion === draft.formVersion) return before;
  const keeper = createDraftKeeper({
    draft,
    send,
    onIdle: () => {
      if (open.get(draft.id) === keeper) open.delete(draft.id);
    },
  });
  open.set(draft.id, keeper);
  return keeper;
}

/** Nothing more is saved of any draft: their owner was deleted. */
export function forgetOpenDrafts(): void {
  for (const keeper of open.values()) keeper.end();
  open.clear();
}

/** The version of the form in which a draft is open on this phone, also when it was left before everything was saved. */
export function openFormVersion(draftId: string): string | undefined {
  return open.get(draftId)?.formVersion;
}

/** The keeper of an open draft: also saves when the app goes to the background and when the network is back. */
export function useDraftKeeper(draft: Draft, send: Send): DraftKeeper {
  const keeper = useMemo(
    () => keeperOf(draft, send),
    // A keeper lives as long as its draft is open; later versions of the same draft are its own doing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [draft.id, draft.formVersion],
  );
  useEffect(() => {
    const flush = (): void => void keeper.flush();
    const release = keeper.hold();
    const stop = onLeaving(flush);
    const offline = onlineStore.subscribe((online) => {
      if (online) flush();
    });
    return () => {
      stop();
      offline();
      release();
    };
  }, [keeper]);
  return keeper;
}

/** Where the draft is, drawn again when that changes. */
export function useSaveState(keeper: DraftKeeper): SaveState {
  return useSyncExternalStore(keeper.save.subscribe, keeper.save.get);
}
