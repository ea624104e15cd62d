import { isAppError, toAppError, type AppError } from '#api';
import { now } from '#lib/clock';
import { note } from '#lib/log';
import { randomUuid } from '#lib/random';
import { createStore, type Store } from '#lib/store';
import type { Kept } from '#zalo';
import { createAside } from './outbox-aside';
import { isWaiting, type OutboxItem, type OutboxState } from './outbox-item';
import type { AnyOutboxKind, OutboxKinds, Parcel } from './outbox-kind';
import { createShelf, type OutboxShelf, type ShelfLabel } from './outbox-shelf';
import { closeParcel, openParcel } from './outbox-parcel';
import { makeSeal, type Seal } from './seal';

/** What waits to be sent: kept sealed on the phone, sent in order, exactly once. */
export interface Outbox {
  readonly items: Store<readonly OutboxItem[]>;
  /** How many Zalo has wiped from this phone before they were sent. */
  readonly wiped: Store<number>;
  /** Finds what the phone has kept; without a key it stays sealed. */
  begin: () => Promise<void>;
  /** Takes something over: answers once it is kept, or known not to be. Sending begins by itself. */
  add: (kind: AnyOutboxKind, parcel: Parcel<unknown>) => Promise<OutboxItem>;
  /** Sends what waits now; also what was refused, when the person asks. */
  wake: (options?: { refusedToo?: boolean }) => Promise<void>;
  /** Asks for the key while there is a network, so that what is written later can be kept without one; false: none yet. */
  prepare: () => Promise<boolean>;
  /** What the account's keys close and open, the first one closing; none without a key. */
  seals: () => Promise<readonly Seal[]>;
  /** Somebody else may hold the phone now: keys go, what is kept is sealed again, what is not waits unseen for its owner. */
  lock: () => Promise<void>;
  /** The person was deleted: nothing of theirs is sent any more, and memory is emptied. What is kept is wiped by who asks. */
  forget: () => void;
  /** The person gives it up, or has seen that it arrived. */
  drop: (id: string) => Promise<void>;
  forgetWiped: () => Promise<void>;
}

interface OutboxParts {
  kinds: OutboxKinds;
  /** The account's keys, base64url: the first seals, all of them open. Rejects with an AppError. */
  readKeys: () => Promise<readonly string[]>;
  shelf?: OutboxShelf;
}

const firstRetryMs = 5_000;
const lastRetryMs = 60_000;

/** Trouble that all would meet: nobody behind it is tried now. */
const stopsAll = ({ kind }: AppError): boolean => ['offline', 'session', 'level', 'host'].includes(kind);
const passes = ({ kind }: AppError): boolean => kind === 'timeout' || kind === 'server' || kind === 'busy';

/** What can be sent, in memory. */
interface Open extends Parcel<unknown> {
  kind: AnyOutboxKind;
}

export function createOutbox({ kinds, readKeys, shelf = createShelf() }: OutboxParts): Outbox {
  const items = createStore<readonly OutboxItem[]>([]);
  const wiped = createStore(0);
  const opened = new Map<string, Open>();
  const labels = new Map<string, ShelfLabel>();
  const aside = createAside<Open>();
  let seals: readonly Seal[] = [];
  let round: Promise<void> | undefined;
  let again = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  /** How often everything was forgotten: what was read before that is nobody's. */
  let forgotten = 0;

  const find = (id: string): OutboxItem | undefined => items.get().find((item) => item.id === id);
  const change = (id: string, part: Partial<OutboxItem>): void => {
    items.set(items.get().map((item) => (item.id === id ? { ...item, ...part } : item)));
  };
  const tell = (id: string, state: OutboxState): void => {
    change(id, { state });
  };

  const kindOf = async (name: string): Promise<AnyOutboxKind | undefined> => {
    try {
      return await kinds[name]?.();
    } catch (error) {
      note('code of an outbox kind did not come', error);
      return undefined;
    }
  };

  const keep = async (item: OutboxItem): Promise<Kept | 'noKey'> => {
    const parcel = opened.get(item.id);
    const [seal] = seals;
    if (seal === undefined || parcel === undefined) return 'noKey';
    const { id, kind, at } = item;
    aside.own(id, seal.owner);
    try {
      const parts = await closeParcel(seal, id, parcel);
      return await shelf.put({ id, kind, at, version: parcel.kind.version, owner: seal.owner }, parts);
    } catch (error) {
      note('could not be sealed', error);
      return 'none';
    }
  };

  /** Opens one from the shelf; whatever cannot be read any more is said to be lost. */
  const unseal = async (label: ShelfLabel, by: Seal): Promise<void> => {
    const { id } = label;
    const kind = await kindOf(label.kind);
    // Its code did not come: sealed until the next round.
    if (kind === undefined) return;
    try {
      const found = await openParcel(by, id, await shelf.parts(label));
      const content = kind.migrate(found.content, label.version);
      opened.set(id, { content, files: found.files, kind });
      const lostFiles = found.lostFiles;
      const about = kind.about?.(content);
      change(id, { title: kind.title(content), about, lostFiles, state: { state: 'waiting', error: undefined } });
    } catch (error) {
      note('nothing left of what was kept', error);
      tell(id, { state: 'lost' });
    }
  };

  /** True when there is a key and everything of this account is open. */
  const unlock = async (): Promise<boolean> => {
    if (seals.length === 0) {
      try {
        seals = await Promise.all((await readKeys()).map(makeSeal));
      } catch (failure) {
        if (!isAppError(failure)) note('no sealing on this phone', failure);
        return false;
      }
    }
    for (const { item, content } of aside.back(seals.map(({ owner }) => owner))) {
      opened.set(item.id, content);
      items.set([...items.get(), item]);
    }
    for (const item of items.get()) {
      const label = labels.get(item.id);
      if (item.state.state === 'sealed' && label !== undefined) {
        const fits = seals.find(({ owner }) => owner === label.owner);
        if (fits !== undefined) await unseal(label, fits);
        // Somebody else's, on the same phone: theirs again when they come back, and nobody else's business.
        else items.set(items.get().filter(({ id }) => id !== item.id));
      }
    }
    for (const item of items.get()) {
      if (item.kept === 'noKey' && isWaiting(item)) change(item.id, { kept: await keep(item) });
    }
    return true;
  };

  const deliver = async (item: OutboxItem, parcel: Open): Promise<AppError | undefined> => {
    const { id } = item;
    tell(id, { state: 'sending', percent: 0 });
    try {
      const arrival = await parcel.kind.deliver({
        ...{ id, content: parcel.content, files: parcel.files },
        onProgress: (percent) => {
          if (find(id)?.state.state === 'sending') tell(id, { state: 'sending', percent: Math.round(percent) });
        },
        async keep(content) {
          opened.set(id, { ...parcel, content });
          const seal = seals.find(({ owner }) => owner === (labels.get(id)?.owner ?? seals[0]?.owner));
          if (find(id)?.kept === 'kept' && seal !== undefined) {
            const [first] = await closeParcel(seal, id, { content, files: [] }, parcel.files);
            if (first !== undefined) await shelf.rewrite(id, first);
          }
        },
      });
      tell(id, { state: 'arrived', arrival });
      opened.delete(id);
      aside.drop(id);
      await shelf.drop(id);
      return undefined;
    } catch (failure) {
      const error = toAppError(failure);
      // Taken away meanwhile: nobody is told of it.
      if (find(id) === undefined) return undefined;
      tell(id, stopsAll(error) || passes(error) ? { state: 'waiting', error } : { state: 'refused', error });
      return error;
    }
  };

  const goRound = async (): Promise<void> => {
    clearTimeout(retry);
    if (!items.get().some(isWaiting) && !aside.holds()) return;
    let stopped = !(await unlock());
    for (const { id } of items.get()) {
      const item = find(id);
      const parcel = opened.get(id);
      if (item?.state.state !== 'waiting' || parcel === undefined) continue;
      // Without a key on this phone it can still be sent from memory.
      const error = await deliver(item, opened.get(id) ?? parcel);
      if (error === undefined) retryMs = firstRetryMs;
      else if (stopsAll(error)) {
        stopped = true;
        break;
      }
    }
    const left = items.get().some(({ state: { state } }) => state === 'waiting' || state === 'sealed');
    if (!left) return;
    // `online` again wakes it at once; the clock is for servers that are away and phones that do not tell.
    retry = setTimeout(() => void wake(), retryMs);
    retryMs = Math.min(lastRetryMs, retryMs * (stopped ? 2 : 1.5));
  };

  const wake: Outbox['wake'] = async ({ refusedToo = false } = {}) => {
    if (refusedToo) {
      for (const { id, state } of items.get()) {
        if (state.state === 'refused') tell(id, { state: 'waiting', error: undefined });
      }
    }
    again = round !== undefined;
    round ??= (async () => {
      do {
        again = false;
        await goRound();
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set while the round was under way
      } while (again);
    })().finally(() => {
      round = undefined;
    });
    await round;
  };

  const begin = async (): Promise<void> => {
    const forThem = forgotten;
    const lost = await shelf.wiped();
    const kept = await shelf.labels();
    if (forThem !== forgotten) return;
    wiped.set(lost);
    // Asked only now: this may be begun twice at once, or something handed in meanwhile.
    const known = new Set(items.get().map(({ id }) => id));
    const found = kept.filter(({ id }) => !known.has(id));
    for (const label of found) labels.set(label.id, label);
    const sealed = found.map(({ id, kind, at }): OutboxItem => {
      return { id, kind, at, title: undefined, kept: 'kept', lostFiles: 0, state: { state: 'sealed' } };
    });
    if (sealed.length > 0) items.set([...sealed, ...items.get()]);
    await wake();
  };

  return {
    items,
    wiped,
    begin,
    // With the kind itself, not its name: without a network its code could not be fetched.
    async add(kind, parcel) {
      const id = randomUuid();
      opened.set(id, { ...parcel, kind });
      const title = kind.title(parcel.content);
      const about = kind.about?.(parcel.content);
      const fresh: OutboxItem = {
        ...{ id, kind: kind.name, at: now().toISOString(), title, about, kept: 'noKey', lostFiles: 0 },
        state: { state: 'waiting', error: undefined },
      };
      items.set([...items.get(), fresh]);
      let kept = await keep(fresh);
      if (kept === 'full' && kind.shrink !== undefined && parcel.files.length > 0) {
        opened.set(id, { ...parcel, files: await kind.shrink(parcel.files), kind });
        kept = await keep(fresh);
      }
      const item = { ...fresh, kept };
      change(id, { kept });
      void wake();
      return item;
    },
    wake,
    async lock() {
      seals = [];
      for (const item of items.get()) {
        const content = opened.get(item.id);
        if (item.kept !== 'kept' && content !== undefined) aside.put(item, content);
      }
      opened.clear();
      items.set([]);
      await begin();
    },
    forget() {
      forgotten += 1;
      clearTimeout(retry);
      seals = [];
      opened.clear();
      aside.clear();
      labels.clear();
      items.set([]);
      wiped.set(0);
    },
    prepare: unlock,
    seals: async () => ((await unlock()) ? seals : []),
    async drop(id) {
      items.set(items.get().filter((item) => item.id !== id));
      opened.delete(id);
      await shelf.drop(id);
    },
    async forgetWiped() {
      wiped.set(0);
      await shelf.forgetWiped();
    },
  };
}
