import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { columnTypes } from './column-types.ts';
import { isDiskFull } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { assertOutsideTransaction, insideTransaction } from './own-handle.ts';
import type { Database, Result, Sql, Transaction } from './port.ts';

export interface EmbeddedOptions {
  /** Folder of the database, or `memory://` for tests. */
  folder: string;
  /** A dump to start from (tests). */
  loadDataDir?: Blob;
  /** Asked before anything is written; throws when the disk has no room. */
  assertRoom?: () => Promise<void>;
  /** The disk filled up while writing. PGlite would hang on the next query, so the process must end. */
  onDiskFull?: (error: unknown) => void;
}

// fsync=off is PGlite's own default; with O_SYNC the log file reaches the disk before a commit is answered.
const START_PARAMS = ['-c', 'shared_buffers=16MB', '-c', 'fsync=on', '-c', 'wal_sync_method=open_datasync'];

const READS = /^\s*(select|show|explain|values|table)\b/i;

interface Answers {
  query<T>(text: string, params?: unknown[]): Promise<{ rows: T[]; affectedRows?: number }>;
}

/** The embedded PostgreSQL: one connection in this process, one process a folder. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Database & { dump(): Promise<Blob> }> {
  const inMemory = options.folder.startsWith('memory://');
  if (!inMemory) await mkdir(options.folder, { recursive: true });
  const unlock = inMemory ? undefined : await lockFolder(options.folder);
  const engine = await PGlite.create({
    dataDir: inMemory ? options.folder : `${options.folder}/pg`,
    parsers: columnTypes,
    startParams: [...PGlite.defaultStartParams, ...START_PARAMS],
    ...(options.loadDataDir ? { loadDataDir: options.loadDataDir } : {}),
  });

  /** Asked and not answered: the engine does one thing at a time. */
  let unanswered = 0;
  const guarded = async <T>(run: () => Promise<T>): Promise<T> => {
    unanswered += 1;
    try {
      return await run();
    } catch (error) {
      if (isDiskFull(error)) options.onDiskFull?.(error);
      throw error;
    } finally {
      unanswered -= 1;
    }
  };
  const on = (handle: Answers): Sql => ({
    query: <T>(text: string, params: readonly unknown[] = []) =>
      guarded(async (): Promise<Result<T>> => {
        const { rows, affectedRows } = await handle.query<T>(text, [...params]);
        return { rows, count: affectedRows || rows.length };
      }),
  });
  const whole = on(engine);

  return {
    kind: 'pglite',
    async query(text, params) {
      assertOutsideTransaction();
      if (!READS.test(text)) await options.assertRoom?.();
      return whole.query(text, params);
    },
    async tx(run) {
      assertOutsideTransaction();
      await options.assertRoom?.();
      return guarded(() =>
        engine.transaction((handle) => {
          const tx: Transaction = { ...on(handle), script: (sql) => guarded(() => handle.exec(sql)).then(() => {}) };
          return insideTransaction(() => run(tx));
        }),
      );
    },
    async script(sql) {
      assertOutsideTransaction();
      await options.assertRoom?.();
      await guarded(() => engine.exec(sql));
    },
    waiting: () => Math.max(0, unanswered - 1),
    dump: () => engine.dumpDataDir('none'),
    async close() {
      await engine.close();
      await unlock?.();
    },
  };
}
