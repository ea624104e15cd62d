import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from '#core/deps';

const KEY = /^[a-z0-9-]{8,80}$/;

/** Files in a folder, two levels deep so that no folder grows huge. What `put` has answered for is on the disk. */
export function createFolderStore(folder: string): FileStore {
  function pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('not a key of this store');
    return join(folder, key.slice(0, 2), key.slice(2, 4), key);
  }

  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const unfinished = `${path}.part`;
      const file = await open(unfinished, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path);
    },
    async read(key) {
      const path = pathOf(key);
      // Opened here, so that a missing file is an error now and not in the middle of an answer.
      const file = await open(path, 'r');
      return createReadStream(path, { fd: file });
    },
    async remove(key) {
      await rm(pathOf(key), { force: true });
    },
  };
}
