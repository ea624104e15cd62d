import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Deps, FileStore } from '#core/deps';
import type { Job, Jobs } from '#core/jobs';
import { createLog } from '#core/log';
import { createTestClock } from '../../../test/support/test-clock.ts';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import { receiveExports } from './exporting.ts';

test('a file that cannot be read ends the whole writing: nothing is left open, the next try begins anew', async () => {
  const db = await openTestDatabase();
  const clock = createTestClock(new Date('2026-11-26T02:00:00Z'));
  const [accountId, exportId, now] = [randomUUID(), randomUUID(), clock.now()];
  await db.query(`insert into accounts (id, zalo_id, created_at, seen_at) values ($1, 'z', $2, $2)`, [accountId, now]);
  await db.query(
    `insert into exports (id, account_id, state, store_key, asked_at, expires_at) values ($1, $2, 'making', 'k', $3, $3)`,
    [exportId, accountId, now],
  );
  const ended: string[] = [];
  const files: Pick<FileStore, 'putStream' | 'read'> = {
    async putStream(_key: string, bytes: Readable) {
      let size = 0;
      try {
        for await (const chunk of bytes) size += (chunk as Buffer).length;
      } finally {
        ended.push('writing');
      }
      return size;
    },
    read: () => Promise.reject(new Error('the bytes are not there')),
  };
  let build: (job: Job) => Promise<void> = () => Promise.reject(new Error('nobody builds'));
  const jobs: Pick<Jobs, 'handle' | 'every'> = {
    handle: (_kind, run) => void (build = run),
    every: () => undefined,
  };
  const deps = { db, clock, files, jobs, log: createLog('silent'), notify: { tell: () => Promise.resolve() } };
  const paper = {
    tables: [],
    things: [],
    files: `select 'giay.jpg' as name, 'f0' as "storeKey"`,
    erase: async () => undefined,
  };
  receiveExports(deps as unknown as Deps, {
    modules: [paper],
    personOf: () => Promise.resolve({ accountId, citizenId: null }),
  });

  const job = { id: randomUUID(), kind: 'build-export', payload: { exportId }, attempt: 1 };
  await expect(build(job)).rejects.toThrow('the bytes are not there');
  expect(ended).toEqual(['writing']);
  await build({ ...job, attempt: 4 });
  expect((await db.query('select state from exports')).rows).toEqual([{ state: 'failed' }]);
  await db.close();
});
