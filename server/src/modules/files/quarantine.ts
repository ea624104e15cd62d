import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The folder where bytes wait until they are checked; one file an upload, named by its id. Nothing is served from here. */
export interface Quarantine {
  readonly folder: string;
  /** Makes the empty file unless it is there. */
  ensure(id: string): Promise<void>;
  /** Bytes that have arrived; 0 when there is no file. */
  size(id: string): Promise<number>;
  /** Undefined when there is no file. */
  read(id: string): Promise<Buffer | undefined>;
  remove(id: string): Promise<void>;
  /** Ids of everything that lies here, with its last change. */
  list(): Promise<{ id: string; changedAt: Date }[]>;
}

const isAbsent = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

async function unlessAbsent<T, U>(work: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await work;
  } catch (error) {
    if (isAbsent(error)) return otherwise;
    throw error;
  }
}

export async function openQuarantine(folder: string): Promise<Quarantine> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string) => {
    if (!NAME.test(id)) throw new Error('an upload is named by its id');
    return join(folder, id);
  };
  return {
    folder,
    async ensure(id) {
      const file = await open(pathOf(id), 'a', 0o600);
      await file.close();
    },
    async size(id) {
      return (await unlessAbsent(stat(pathOf(id)), undefined))?.size ?? 0;
    },
    read: (id) => unlessAbsent(readFile(pathOf(id)), undefined),
    remove: (id) => rm(pathOf(id), { force: true }),
    async list() {
      const ids = (await readdir(folder)).filter((name) => NAME.test(name));
      const found = await Promise.all(
        ids.map(async (id) => ({ id, at: await unlessAbsent(stat(pathOf(id)), undefined) })),
      );
      return found.flatMap(({ id, at }) => (at ? [{ id, changedAt: at.mtime }] : []));
    },
  };
}
