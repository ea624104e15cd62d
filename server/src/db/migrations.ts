import { readdir, readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { isDenied, isUniqueViolation } from './errors.ts';
import type { Database, Sql } from './port.ts';

const FOLDER = new URL('../../migrations/', import.meta.url);
const NAME = /^(\d{3})-[a-z0-9-]+\.sql$/;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** Something is to be applied, and the role we came as may not. */
class TablesTooOld extends Error {
  override readonly name = 'TablesTooOld';
  constructor(options: ErrorOptions) {
    super(
      'The tables are older than this program, and its role may not change them: npm run migrate as their owner first.',
      options,
    );
  }
}

/** The numbered SQL files, in order. */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      if (!NAME.test(name)) throw new Error(`migration ${name}: the name must look like 001-what-it-brings.sql`);
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function prepareTable(db: Database): Promise<void> {
  const { rows } = await db.query(`select to_regclass('migrations') is not null as there`);
  if (rows[0]?.['there']) return;
  try {
    await db.script(
      `create table if not exists migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
  } catch (error) {
    // Two processes creating the same table at once: one of them gets this, and the table is there.
    if (!isUniqueViolation(error)) throw error;
  }
}

/** What is still to be applied; throws when what was applied is not what we have. */
async function findPending(sql: Sql, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await sql.query<{ name: string; checksum: string }>('select name, checksum from migrations');
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of migrations) {
    if ((applied.get(name) ?? checksum) !== checksum) {
      throw new Error(`migration ${name} was changed after it had been applied; write a new one instead`);
    }
  }
  const unknown = [...applied.keys()].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) throw new Error(`the database is newer than this program: it has ${unknown.join(', ')}`);
  return migrations.filter(({ name }) => !applied.has(name));
}

/**
 * Brings the database up to date, all or nothing, one process at a time. Answers the names applied now. Throws when there is
 * something to apply and the role it comes as may not change tables.
 */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  try {
    return await bringUpToDate(db, migrations);
  } catch (error) {
    if (!isDenied(error)) throw error;
    throw new TablesTooOld({ cause: error });
  }
}

async function bringUpToDate(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  await prepareTable(db);
  // Looked at first without writing, so that a server whose disk is full still starts and can be read.
  if ((await findPending(db, migrations)).length === 0) return [];
  return db.tx(async (tx) => {
    // Waiting for another process's migration, and building an index on years of data, may take long.
    await tx.script('set local statement_timeout = 0; lock table migrations in exclusive mode');
    const pending = await findPending(tx, migrations);
    for (const { name, sql, checksum } of pending) {
      await tx.script(sql);
      await tx.query('insert into migrations (name, checksum) values ($1, $2)', [name, checksum]);
    }
    return pending.map(({ name }) => name);
  });
}
