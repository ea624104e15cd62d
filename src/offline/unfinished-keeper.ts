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
  /**
   * What an earlier run of the app left; undefined: nothing, or no key yet. Given once. Whoever has begun anew meanwhile
   * puts the two together: with the next keeping what was found is no longer kept apart.
   */
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
  /** Found when something of this run was kept already. */
  let older: readonly string[] = [];
  /** `holds`: what the person has been given by now, so that it is in what is to be kept. */
  let next: { wanted: Parcel<unknown> | 'nothing'; holds: readonly string[] } | undefined;
  let working: Promise<void> | undefined;
  let finding: Promise<Parcel<unknown> | undefined> = Promise.resolve(undefined);

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

  const isWhole = (): boolean => there !== undefined && same(there.asked, there.files);

  const work = async (): Promise<void> => {
    while (next !== undefined) {
      const { wanted, holds } = next;
      next = undefined;
      try {
        await (wanted === 'nothing' ? dropThere() : write(wanted));
        if (wanted !== 'nothing' && !isWhole()) continue;
        for (const id of holds) await shelf.drop(id);
        older = older.filter((id) => !holds.includes(id));
      } catch (error) {
        note('what is being written could not be kept', error);
      }
    }
  };
  const ask = async (wanted: Parcel<unknown> | 'nothing'): Promise<void> => {
    next = { wanted, holds: older };
    working ??= work().finally(() => {
      working = undefined;
    });
    await working;
  };

  const look = async (): Promise<Parcel<unknown> | undefined> => {
    const seals = await readSeals();
    // What is just being written must be known as this run's own.
    await working;
    const labels = await shelf.labels();
    const oldest = new Date(now().getTime() - patienceMs).toISOString();
    for (const { id, kind, at } of labels) if (kind !== name && at < oldest) await shelf.drop(id);
    for (const label of labels.reverse()) {
      const seal = seals.find(({ owner }) => owner === label.owner);
      const isGiven = label.id === there?.id || older.includes(label.id);
      if (seal === undefined || label.kind !== name || isGiven) continue;
      try {
        const { content, files } = await openParcel(seal, label.id, await shelf.parts(label));
        if (there === undefined) there = { id: label.id, seal, asked: files, files };
        else older = [...older, label.id];
        return { content, files };
      } catch (error) {
        note('nothing left of what was being written', error);
        await shelf.drop(label.id);
      }
    }
    return undefined;
  };

  return {
    // One after the other: two at once would be given the same.
    find: () => (finding = finding.then(look, look)),
    keep: ask,
    drop: () => ask('nothing'),
    async leave() {
      await working;
      const isLeft = isWhole();
      if (isLeft) {
        there = undefined;
        older = [];
      }
      return isLeft;
    },
  };
}
