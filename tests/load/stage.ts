import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/src/db/index.ts';
import { freePorts, undoAtEnd, waitForAnswer, type Child } from '../../tools/children.mjs';
import { startPostgres } from '../support/postgres.ts';
import { startServerAlone } from '../support/server-alone.ts';

/** As one would set it up on a machine with 4 GB for the database; everything is flushed before it is acknowledged. */
export const production = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  effective_cache_size: '3GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  max_connections: '60',
};

/** A PostgreSQL of our own and the real server in one or more processes, for measuring; or the server on its embedded database. */
export async function createStage() {
  const postgres = await startPostgres(production);
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  const clearAway = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const serverLog = join(folder, 'server.log');
  let running: Child[] = [];

  async function startServers(count: number, databaseUrl: string | undefined): Promise<number[]> {
    const ports = await freePorts(count);
    running = [];
    for (const port of ports) {
      const server = startServerAlone({ port, dataDir: folder, log: serverLog, databaseUrl });
      running.push(server);
      await waitForAnswer(`http://127.0.0.1:${port}/readyz`, server).catch((error: unknown) => {
        throw new Error(`${String(error)}\n${readFileSync(serverLog, 'utf8').slice(-2000)}`);
      });
    }
    return ports;
  }
  const stopServers = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    running = [];
  };
  const open = (databaseUrl: string | undefined) => openDatabase({ databaseUrl, dataDir: folder, poolSize: 1 });

  async function rowsOf<T>(text: string): Promise<T[]> {
    const db = await open(postgres.url);
    const { rows } = await db.query<T>(text);
    await db.close();
    return rows;
  }

  const end = async (): Promise<void> => {
    await stopServers();
    await postgres.stop();
    clearAway();
    forget();
  };

  return {
    postgres,
    startServers,
    stopServers,
    end,
    rowsOf,
    /** Whose processor time is counted. */
    processes: () => ({ server: running.map(({ pid }) => pid), database: [postgres.pid] }),

    /** Many writes at once, none of which would be missed: the flushing of each can wait. */
    async fill(statements: readonly string[], where: 'postgres' | 'embedded' = 'postgres'): Promise<void> {
      const db = await open(where === 'postgres' ? postgres.url : undefined);
      await db.script(
        'set statement_timeout = 0; set synchronous_commit = off; set session_replication_role = replica;',
      );
      for (const statement of statements) {
        // In a transaction nobody is impatient; cleaning up cannot be in one, so it is asked for in small pieces.
        if (/^(vacuum|checkpoint)/.test(statement)) await db.script(statement);
        else await db.tx((tx) => tx.script(`set local statement_timeout = 0; ${statement}`));
      }
      await db.close();
    },

    bigTables: async (): Promise<string[]> =>
      (
        await rowsOf<{ relname: string }>(
          `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 1500`,
        )
      ).map(({ relname }) => relname),
  };
}

export type Stage = Awaited<ReturnType<typeof createStage>>;
