import { now } from '#lib/clock';
import { note } from '#lib/log';
import { randomUuid } from '#lib/random';
import type { Kept } from '#zalo';
import type { Parcel } from './outbox-kind';
import { closeParcel, openParcel } from './outbox-parcel';
import { shelfNamed, type OutboxShelf } from './outbox-shelf';
import type { Seal } from './seal';

/** Something being written, kept sealed on the phone until it is handed in or given up. */
export interface UnfinishedKeeper {
  /** What an earlier run of the app left; undefined: nothing, or no key yet. */
  find: () => Promise<Parcel<unknown> | undefined>;
  /** Keeps it as it is now; of several at once the last one counts. Files that find no room are left out. */
  keep: (parcel: Parcel<unknown>) => Promise<void>;
  drop: () => Promise<void>;
  /**
   * Leaves what is kept for its owner to find again, and knows no more of it; false when not all of it is kept: then memory
   * is the only place where it is.
   */
  leave: () => Promise<boolean>;
}

interface There {
  id: string;
  seal: Seal;
  /** What was to be kept, and what there was room for. */
  asked: readonly File[];
  files: readonly File[];
}

const same = (a: readonly File[], b: readonly File[]): boolean =>
  a.length === b.length && a.every((file, index) => file === b[index]);

/** What nobody has written on for so long is cleared away when something else of its kind is looked for. */
const patienceMs = 60 * 24 * 60 * 60_000;

/** `readSeals`: the account's, the first one closing; none without a key. `name`: unlike others on the shelf. */
export function createUnfinishedKeeper(
  name: string,
  readSeals: () => Promise<readonly Seal[]>,
  shelf: OutboxShelf = shelfNamed(`unfinished.${name}`),
): UnfinishedKeeper {
  let there: There | undefined;
  let next: Parcel<unknown> | 'nothing' | undefined;
  let working: Promise<void> | undefined;

  const put = async (seal: Seal, id: string, parcel: Parcel<unknown>): Promise<Kept> =>
    shelf.put(
      { id, kind: name, at: now().toISOString(), version: 1, owner: seal.owner },
      await closeParcel(seal, id, parcel),
    );

  const dropThere = async (): Promise<void> => {
    if (there !== undefined) await shelf.drop(there.id);
    there = undefined;
  };

  /** Under an id of its own, and only then the older one goes: a kill in between leaves one of them whole. */
  const writeAnew = async (seal: Seal, { content, files }: Parcel<unknown>): Promise<void> => {
    const id = randomUuid();
    let kept = await put(seal, id, { content, files });
    if (kept === 'full') {
      await dropThere();
      kept = await put(seal, id, { content, files });
    }
    if (kept === 'kept') {
      await dropThere();
      there = { id, seal, asked: files, files };
    } else if (kept === 'full' && files.length > 0 && (await put(seal, id, { content, files: [] })) === 'kept') {
      there = { id, seal, asked: files, files: [] };
    }
  };

  const write = async (parcel: Parcel<unknown>): Promise<void> => {
    const [seal] = await readSeals();
    if (seal === undefined) return;
    if (there?.seal.owner !== seal.owner) there = undefined;
    if (there === undefined || !same(there.asked, parcel.files)) return writeAnew(seal, parcel);
    const { id, files } = there;
    const [letter] = await closeParcel(seal, id, { content: parcel.content, files: [] }, files);
    if (letter !== undefined) await shelf.rewrite(id, letter);
  };

  const work = async (): Promise<void> => {
    while (next !== undefined) {
      const wanted = next;
      next = undefined;
      try {
        await (wanted === 'nothing' ? dropThere() : write(wanted));
      } catch (error) {
        note('what is being written could not be kept', error);
      }
    }
  };
  const ask = async (wanted: Parcel<unknown> | 'nothing'): Promise<void> => {
    next = wanted;
    working ??= work().finally(() => {
      working = undefined;
    });
    await working;
  };

  return {
    async find() {
      const seals = await readSeals();
      const labels = await shelf.labels();
      const oldest = new Date(now().getTime() - patienceMs).toISOString();
      for (const { id, kind, at } of labels) if (kind !== name && at < oldest) await shelf.drop(id);
      for (const label of labels.reverse()) {
        const seal = seals.find(({ owner }) => owner === label.owner);
        if (seal === undefined || label.kind !== name) continue;
        try {
          const { content, files } = await openParcel(seal, label.id, await shelf.parts(label));
          there = { id: label.id, seal, asked: files, files };
          return { content, files };
        } catch (error) {
          note('nothing left of what was being written', error);
          await shelf.drop(label.id);
        }
      }
      return undefined;
    },
    keep: ask,
    drop: () => ask('nothing'),
    async leave() {
      await working;
      const isWhole = there !== undefined && same(there.asked, there.files);
      if (isWhole) there = undefined;
      return isWhole;
    },
  };
}
