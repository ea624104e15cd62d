import { dependableStorage, memoryOf, type Kept } from '#zalo';

/** What stands on the outside of a sealed parcel: nothing about the person or the matter. */
export interface ShelfLabel {
  id: string;
  kind: string;
  /** Of the content, by its kind. */
  version: number;
  /** Whose key opens it. */
  owner: string;
  /** When it was handed in, ISO. */
  at: string;
  /** The content, then one for each file. */
  parts: number;
  /** False while it is being put there: the app was killed in between. */
  whole: boolean;
}

/** Where parcels lie. */
export interface ShelfPlace {
  storage: typeof dependableStorage;
  /** Counts them in another storage, which is not wiped together with that one: so that a loss is noticed. */
  witness: ReturnType<typeof memoryOf>;
}

const onThisPhone = (name: string): ShelfPlace => ({
  storage: dependableStorage,
  witness: memoryOf(`${name}-count`),
});

/** Sealed parcels in the phone's storage, in the order in which they were handed in. */
export type OutboxShelf = ReturnType<typeof createShelf>;

/** `name` stands before every key, so that two shelves do not meet. */
export function createShelf({ storage, witness }: ShelfPlace = onThisPhone('outbox'), name = 'outbox') {
  const indexKey = name;
  const partKey = (id: string, part: number): string => `${name}.${id}.${String(part)}`;

  async function readIndex(): Promise<ShelfLabel[]> {
    try {
      const found = JSON.parse((await storage.find(indexKey)) ?? '[]') as unknown;
      return Array.isArray(found) ? (found as ShelfLabel[]) : [];
    } catch {
      return [];
    }
  }

  async function writeIndex(labels: readonly ShelfLabel[]): Promise<Kept> {
    const kept = await storage.keep(indexKey, JSON.stringify(labels));
    if (kept === 'kept') witness.write(String(labels.length));
    return kept;
  }

  async function dropParts({ id, parts }: ShelfLabel): Promise<void> {
    for (let part = 0; part < parts; part += 1) await storage.drop(partKey(id, part));
  }

  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: each reads the index and writes it whole. */
  function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }

  const labels = async (): Promise<ShelfLabel[]> => {
    const all = await readIndex();
    const broken = all.filter(({ whole }) => !whole);
    for (const label of broken) await dropParts(label);
    const whole = all.filter((label) => label.whole);
    if (broken.length > 0) await writeIndex(whole);
    return whole;
  };

  const put = async (label: Omit<ShelfLabel, 'parts' | 'whole'>, parts: readonly string[]): Promise<Kept> => {
    const others = (await readIndex()).filter(({ id }) => id !== label.id);
    const begun: ShelfLabel = { ...label, parts: parts.length, whole: false };
    let kept = await writeIndex([...others, begun]);
    for (const [part, text] of parts.entries()) {
      if (kept === 'kept') kept = await storage.keep(partKey(label.id, part), text);
    }
    if (kept === 'kept') kept = await writeIndex([...others, { ...begun, whole: true }]);
    if (kept === 'kept') return kept;
    await dropParts(begun);
    await writeIndex(others);
    return kept;
  };

  const drop = async (id: string): Promise<void> => {
    const all = await readIndex();
    const label = all.find((one) => one.id === id);
    if (label === undefined) return;
    // The index first: parts without a label are rubbish, a label without parts would be a loss to be told.
    await writeIndex(all.filter((one) => one.id !== id));
    await dropParts(label);
  };

  return {
    /** Those that are whole; what was left half written by a kill is cleared away. */
    labels: () => inTurn(labels),
    /** How many this phone had and has no more, without anybody having sent or deleted them. */
    async wiped(): Promise<number> {
      const before = Number(witness.read() ?? '0');
      const there = (await readIndex()).length;
      return Number.isInteger(before) && before > there ? before - there : 0;
    },
    /** The person has been told of the loss. */
    async forgetWiped(): Promise<void> {
      witness.write(String((await readIndex()).length));
    },
    /** All or nothing; `kept` is promised only after everything was read again. */
    put: (label: Omit<ShelfLabel, 'parts' | 'whole'>, parts: readonly string[]) => inTurn(() => put(label, parts)),
    /** Another content in the place of the first part. */
    rewrite: (id: string, text: string) => inTurn(() => storage.keep(partKey(id, 0), text)),
    /** Undefined for what Zalo has thrown out. */
    async parts({ id, parts }: ShelfLabel): Promise<(string | undefined)[]> {
      const found: (string | undefined)[] = [];
      for (let part = 0; part < parts; part += 1) found.push(await storage.find(partKey(id, part)));
      return found;
    },
    drop: (id: string) => inTurn(() => drop(id)),
  };
}

/** A shelf of its own on this phone. */
export const shelfNamed = (name: string): OutboxShelf => createShelf(onThisPhone(name), name);
