import { atom, useRecoilValue } from 'recoil';
import { callOperation } from '#api';
import { onlineStore, onZaloEvent, watchNetwork } from '#zalo';
import { createOutbox, type Outbox } from './outbox';
import { isWaiting, type OutboxItem } from './outbox-item';
import type { OutboxKind, OutboxKinds } from './outbox-kind';
import { shelfNamed, type OutboxShelf } from './outbox-shelf';
import { createUnfinishedKeeper, type UnfinishedKeeper } from './unfinished-keeper';

const kinds: Record<string, OutboxKinds[string]> = {};

/** The phone's one outbox. */
export const outbox: Outbox = createOutbox({
  kinds,
  readKeys: async () => (await callOperation('readOutboxKey')).keys,
});

const shelves: Record<string, OutboxShelf> = {};

/** What is being written, kept as the outbox keeps what was handed in. `about`: where there may be several of a kind. */
export function keepUnfinished(kind: string, about?: string): UnfinishedKeeper {
  shelves[kind] ??= shelfNamed(`unfinished.${kind}`);
  return createUnfinishedKeeper(about === undefined ? kind : `${kind}.${about}`, outbox.seals, shelves[kind]);
}

let started = false;

/** Knows from now on how each kind is sent, takes up what the phone has kept, and sends whenever that may succeed. */
export async function startOutbox(known: OutboxKinds): Promise<void> {
  Object.assign(kinds, known);
  if (started) return;
  started = true;
  watchNetwork();
  onlineStore.subscribe((online) => {
    if (online) void outbox.wake();
  });
  onZaloEvent('resumed', () => void outbox.wake());
  await outbox.begin();
}

/** How many things wait to be sent; for whoever is outside React. */
export function watchOutboxCount(watcher: (count: number) => void): () => void {
  const tell = (items: readonly OutboxItem[]): void => {
    watcher(items.filter(isWaiting).length);
  };
  tell(outbox.items.get());
  return outbox.items.subscribe(tell);
}

const itemsState = atom<readonly OutboxItem[]>({
  key: 'offline/outbox',
  default: [],
  // What a File or an error holds must not be frozen.
  dangerouslyAllowMutability: true,
  effects: [
    ({ setSelf }) => {
      setSelf(outbox.items.get());
      return outbox.items.subscribe((items) => {
        setSelf(items);
      });
    },
  ],
});

const wipedState = atom<number>({
  key: 'offline/outbox-wiped',
  default: 0,
  effects: [
    ({ setSelf }) => {
      setSelf(outbox.wiped.get());
      return outbox.wiped.subscribe((count) => {
        setSelf(count);
      });
    },
  ],
});

/** What waits to be sent, or has just arrived; and how many Zalo has wiped. */
export function useOutbox(): { items: readonly OutboxItem[]; wiped: number } {
  return { items: useRecoilValue(itemsState), wiped: useRecoilValue(wipedState) };
}

/** A module's kind as the outbox takes it: what `content` is stays between the two of them. */
export function outboxKind<Content>(kind: OutboxKind<Content>): OutboxKind<unknown> {
  return kind as OutboxKind<unknown>;
}
