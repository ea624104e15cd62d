import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { CustomTypesConfig, PoolClient } from 'pg';
import { columnTypes } from './column-types.ts';
import { isConflict } from './errors.ts';
import { assertOutsideTransaction, insideTransaction } from './own-handle.ts';
import type { Database, Result, Sql, Transaction } from './port.ts';

const TRIES = 6;

const types: CustomTypesConfig = {
  getTypeParser: (type: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : columnTypes[type];
    return own ?? (pg.types.getTypeParser(type, format) as (text: string) => unknown);
  },
};

interface Answers {
  query(text: string, params?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null; command: string }>;
}

const on = (handle: Answers): Sql => ({
  async query<T>(text: string, params: readonly unknown[] = []): Promise<Result<T>> {
    const { rows, rowCount } = await handle.query(text, [...params]);
    return { rows: rows as T[], count: rowCount ?? 0 };
  },
});

async function attempt<T>(client: PoolClient, run: (tx: Transaction) => Promise<T>, begin: string): Promise<T> {
  await client.query(begin);
  const tx: Transaction = { ...on(client), script: (sql) => client.query(sql).then(() => {}) };
  const result = await insideTransaction(() => run(tx));
  // A transaction in which a query failed answers COMMIT with ROLLBACK, without an error of its own.
  const { command } = await client.query('commit');
  if (command === 'ROLLBACK') throw new Error('The transaction had failed and was rolled back');
  return result;
}

/** PostgreSQL 15 or later, over the network. */
export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    statement_timeout: 15_000,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that breaks is replaced; whoever needs one next hears of a server that is gone.
  pool.on('error', () => {});
  const whole = on(pool);

  return {
    kind: 'pg',
    async query(text, params) {
      assertOutsideTransaction();
      return whole.query(text, params);
    },
    async tx(run, options) {
      assertOutsideTransaction();
      const begin = options?.serializable ? 'begin isolation level serializable' : 'begin';
      for (let tried = 1; ; tried += 1) {
        const client = await pool.connect();
        let broken = false;
        try {
          return await attempt(client, run, begin);
        } catch (error) {
          await client.query('rollback').catch(() => (broken = true));
          if (!isConflict(error) || tried === TRIES) throw error;
        } finally {
          client.release(broken);
        }
        await wait(5 * 2 ** tried * Math.random());
      }
    },
    async script(sql) {
      assertOutsideTransaction();
      await pool.query(sql);
    },
    close: () => pool.end(),
  };
}
