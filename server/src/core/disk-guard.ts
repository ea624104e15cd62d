import { statfs } from 'node:fs/promises';
import { refuse } from './problem.ts';

/** Knows whether the data folder has room. A full disk is refused beforehand: PGlite does not survive meeting one. */
export interface DiskGuard {
  /** Refuses `storage-full` unless so many bytes fit and the reserve stays free. */
  assertRoom(bytes?: number): Promise<void>;
}

const REMEMBERED_MS = 1000;

/** Guards the disk under a folder; `reserveBytes` is what must stay free for the database's own log. */
export function createDiskGuard(folder: string, reserveBytes: number): DiskGuard {
  let known = { at: -Infinity, free: 0 };
  return {
    async assertRoom(bytes = 0) {
      if (performance.now() - known.at > REMEMBERED_MS) {
        const { bavail, bsize } = await statfs(folder);
        known = { at: performance.now(), free: bavail * bsize };
      }
      if (known.free - bytes < reserveBytes) refuse('storage-full', { retryAfter: 300 });
      known.free -= bytes;
    },
  };
}
