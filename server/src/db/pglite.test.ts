import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiskGuard } from '../core/disk-guard.ts';
import { openEmbedded } from './pglite.ts';

let folder: string;

// Making a first data folder takes seconds of computing, and these machines are shared.
const PATIENCE = 120_000;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'province-db-'));
  await openEmbedded({ folder }).then((db) => db.close());
}, PATIENCE);
afterAll(() => rm(folder, { recursive: true, force: true }));

const writer = new URL('../../test/support/endless-writer.ts', import.meta.url);

/** Another process writing numbered rows until it is killed; answers the last number it was told is kept. */
async function writeUntilKilled(afterRows: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer.pathname, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let acknowledged = 0;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    const numbers = chunk.toString().trim().split('\n').map(Number);
    acknowledged = numbers.at(-1) ?? acknowledged;
    if (acknowledged >= afterRows) child.kill('SIGKILL');
  }
  await exited;
  return acknowledged;
}

describe('the embedded database', { timeout: PATIENCE }, () => {
  test('a second opener of the same folder is refused, also from another process', async () => {
    const first = await openEmbedded({ folder });
    await expect(openEmbedded({ folder })).rejects.toThrow(`in use by process ${process.pid}`);
    const child = spawn(process.execPath, ['--import', 'tsx', writer.pathname, folder], { stdio: 'ignore' });
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).not.toBe(0);
    await first.close();
    const again = await openEmbedded({ folder });
    await again.close();
  });

  test('kill -9 loses nothing acknowledged and leaves a folder that opens', async () => {
    for (const rows of [20, 90]) {
      const acknowledged = await writeUntilKilled(rows);
      const db = await openEmbedded({ folder });
      const { rows: kept } = await db.query<{ most: number }>('select max(n) as most from numbers');
      await db.close();
      expect(acknowledged).toBeGreaterThanOrEqual(rows);
      expect(kept[0]!.most).toBeGreaterThanOrEqual(acknowledged);
    }
  });

  test('a disk without room refuses what writes and answers what reads', async () => {
    const full = createDiskGuard(folder, Number.MAX_SAFE_INTEGER);
    const db = await openEmbedded({ folder, assertRoom: () => full.assertRoom() });
    await expect(db.query('create table t (id int)')).rejects.toMatchObject({ code: 'storage-full' });
    await expect(db.tx(async () => 1)).rejects.toMatchObject({ code: 'storage-full' });
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await db.close();
  });

  test('the log file is written through to the disk', async () => {
    const db = await openEmbedded({ folder });
    const { rows } = await db.query(
      `select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method`,
    );
    expect(rows).toEqual([{ fsync: 'on', method: 'open_datasync' }]);
    await db.close();
  });
});
