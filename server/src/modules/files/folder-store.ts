import { constants, createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '#core/deps';
import { refuse } from '#core/problem';

const KEY = /^[0-9a-f]{32,64}$/;

/**
 * Papers in a folder, two levels deep (`ab/cd/abcd…`), so that no folder grows too large to list. `put` is all or nothing
 * and survives a power cut: written aside, flushed, then renamed.
 */
export function createFolderStore(folder: string): FileStore {
  function pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('a file key is 32 to 64 hex digits');
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  }

  async function keep<T>(key: string, write: (file: FileHandle) => Promise<T>): Promise<T> {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const aside = `${path}.part`;
    const file = await open(aside, 'w', 0o600);
    let written: T;
    try {
      written = await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
    return written;
  }

  return {
    async put(key, bytes) {
      await keep(key, (file) => file.writeFile(bytes));
    },
    async putStream(key, bytes) {
      return keep(key, async (file) => {
        let size = 0;
        for await (const chunk of bytes) {
          await file.writeFile(chunk as Buffer);
          size += (chunk as Buffer).length;
        }
        return size;
      });
    },
    async read(key) {
      const path = pathOf(key);
      await access(path, constants.R_OK).catch((error: unknown) => refuse('server-busy', { retryAfter: 60 }, error));
      return createReadStream(path);
    },
    async remove(key) {
      const path = pathOf(key);
      await rm(path, { force: true });
      await rm(`${path}.part`, { force: true });
    },
  };
}
