import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { migrate, readMigrations, type Migration } from '../../src/db/migrations.ts';
import { openEmbedded } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/pg.ts';
import type { Database } from '../../src/db/port.ts';

const POSTGRES = process.env['TEST_DATABASE_URL'];
const CACHE = new URL('../../../.cache/server-test/', import.meta.url);

/** The drivers a suite runs on: always the embedded one, and PostgreSQL when TEST_DATABASE_URL names one. */
export const databaseKinds: readonly Database['kind'][] = POSTGRES ? ['pglite', 'pg'] : ['pglite'];

if (!POSTGRES) console.info('TEST_DATABASE_URL is not set: database suites run on the embedded database only.');

/** Says of which tables a kept, migrated database is. */
const versionOf = (migrations: readonly Migration[]): string =>
  createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .digest('hex')
    .slice(0, 16);

/** An empty data folder takes seconds to make, so a migrated one is kept and copied. */
async function template(migrations: readonly Migration[]): Promise<Blob> {
  const name = versionOf(migrations);
  const path = new URL(`pglite-${name}.tar`, CACHE);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Blob([kept]);
  const db = await openEmbedded({ folder: 'memory://' });
  await migrate(db, migrations);
  const dump = await db.dump();
  await db.close();
  await mkdir(CACHE, { recursive: true });
  // Written aside and renamed: several test processes may be doing this at once.
  const aside = new URL(`${name}-${randomUUID()}.part`, CACHE);
  await writeFile(aside, Buffer.from(await dump.arrayBuffer()));
  await rename(aside, path);
  return dump;
}

const MAKING_TEMPLATE = 7_261_001;

/** A migrated database to copy: the first test process to come makes it, the others wait. */
async function postgresTemplate(admin: pg.Client, url: string, migrations: readonly Migration[]): Promise<string> {
  const name = `template_${versionOf(migrations)}`;
  await admin.query('select pg_advisory_lock($1)', [MAKING_TEMPLATE]);
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return name;
    const part = `part_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${part} template template0 encoding 'UTF8' locale 'C'`);
    const own = new URL(url);
    own.pathname = `/${part}`;
    const db = await openPostgres(own.href, 1);
    await migrate(db, migrations);
    await db.close();
    await admin.query(`alter database ${part} rename to ${name}`);
    return name;
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [MAKING_TEMPLATE]);
  }
}

async function openOwnPostgres(url: string, migrations: readonly Migration[]): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name} template ${await postgresTemplate(admin, url, migrations)}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const db = await openPostgres(own.href, 10);
  return {
    ...db,
    async close() {
      await db.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

/** A fresh database with all tables, for one test file. Close it afterwards. */
export async function openTestDatabase(kind: Database['kind'] = 'pglite'): Promise<Database> {
  const migrations = await readMigrations();
  if (kind === 'pglite') return openEmbedded({ folder: 'memory://', loadDataDir: await template(migrations) });
  if (!POSTGRES) throw new Error('TEST_DATABASE_URL is not set');
  return openOwnPostgres(POSTGRES, migrations);
}
