import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { CustomTypesConfig, PoolClient, QueryConfig } from 'pg';
import { columnTypes } from './column-types.ts';
import { isConflict, isUnreachable } from './errors.ts';
import { assertOutsideTransaction, insideTransaction } from './own-handle.ts';
import type { Database, Result, Sql, Transaction } from './port.ts';

const TRIES = 6;
/** No single query of ours may take longer; the server ends it. */
const LONGEST_QUERY_MS = 15_000;
/** For a server that does not even say that: a machine that vanished, a cable that was cut. */
const LONGEST_SILENCE_MS = 20_000;
/** A transaction whose process is stuck must not hold its locks against everybody. */
const LONGEST_PAUSE_MS = 30_000;
/** How long a request waits for a free connection before it is asked to come back. */
const LONGEST_QUEUE_MS = 5_000;
/** Scripts are migrations, which take as long as they take. */
const NO_LIMIT_MS = 2 ** 31 - 1;

const types: CustomTypesConfig = {
  getTypeParser: (type: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text' | 'binary') => {
    const own = format === 'binary' ? undefined : columnTypes[type];
    return own ?? (pg.types.getTypeParser(type, format) as (text: string) => unknown);
  },
};

interface Answers {
  query(statement: QueryConfig): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Names of statements by their text; there are as many as are written in the program. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** How words are best looked for depends on the words: a plan made for all of them reads the whole table for a rare one. */
const isTextSearch = (text: string): boolean => text.includes(' @@ ');

/** Named, so that a connection has each statement parsed and planned once; that is half the database's work for a read. */
const on = (handle: Answers): Sql => ({
  async query<T>(text: string, params: readonly unknown[] = []): Promise<Result<T>> {
    const values = [...params];
    const statement = isTextSearch(text) ? { text, values } : { name: nameOf(text), text, values };
    const { rows, rowCount } = await handle.query(statement);
    return { rows: rows as T[], count: rowCount ?? 0 };
  },
});

async function attempt<T>(client: PoolClient, run: (tx: Transaction) => Promise<T>, begin: string): Promise<T> {
  await client.query(begin);
  const script = async (text: string) => {
    const unhurried: QueryConfig & { query_timeout: number } = { text, query_timeout: NO_LIMIT_MS };
    await client.query(unhurried);
  };
  const tx: Transaction = { ...on(client), script };
  const result = await insideTransaction(() => run(tx));
  // A transaction in which a query failed answers COMMIT with ROLLBACK, without an error of its own.
  const { command } = await client.query('commit');
  if (command === 'ROLLBACK') throw new Error('The transaction had failed and was rolled back');
  return result;
}

/** PostgreSQL 15 or later, over the network. */
export async function openPostgres(
  url: string,
  poolSize: number,
  longestSilenceMs = LONGEST_SILENCE_MS,
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    types,
    statement_timeout: LONGEST_QUERY_MS,
    query_timeout: longestSilenceMs,
    idle_in_transaction_session_timeout: LONGEST_PAUSE_MS,
    connectionTimeoutMillis: LONGEST_QUEUE_MS,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced; whoever needs one next hears of a server that is gone.
  pool.on('error', () => {});
  // One that breaks during a transaction says so to its next query; unheard, the event would end the whole process.
  pool.on('connect', (client) => void client.on('error', () => {}));
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
          // A database that was silent would be silent about this, too, and twenty seconds later.
          if (isUnreachable(error)) broken = true;
          else await client.query('rollback').catch(() => (broken = true));
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
    waiting: () => pool.waitingCount,
    close: () => pool.end(),
  };
}
