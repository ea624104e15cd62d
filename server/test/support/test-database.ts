import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { limitRole } from '../../src/db/app-role.ts';
import { migrate, readMigrations, type Migration } from '../../src/db/migrations.ts';
import { openEmbedded } from '../../src/db/pglite.ts';
import { openPostgres } from '../../src/db/pg.ts';
import type { Database } from '../../src/db/port.ts';
import { undoAtEnd } from '../../../tools/children.mjs';

const POSTGRES = process.env['TEST_DATABASE_URL'];
const CACHE = new URL('../../../.cache/server-test/', import.meta.url);

/** The drivers a suite runs on: always the embedded one, and PostgreSQL when TEST_DATABASE_URL names one. */
export const databaseKinds: readonly Database['kind'][] = POSTGRES ? ['pglite', 'pg'] : ['pglite'];

if (!POSTGRES) console.info('TEST_DATABASE_URL is not set: database suites run on the embedded database only.');

/** The role of a running server that is not the owner of its tables. */
const APP = 'test_province_app';
const LIMITS = new URL('../../src/db/app-role.ts', import.meta.url);

/** Says of which tables, and which limits, a kept, migrated database is. */
const versionOf = async (migrations: readonly Migration[]): Promise<string> =>
  createHash('sha256')
    .update(migrations.map(({ checksum }) => checksum).join())
    .update(await readFile(LIMITS))
    .digest('hex')
    .slice(0, 16);

/** An empty data folder takes seconds to make, so a migrated one is kept and copied. */
async function template(migrations: readonly Migration[]): Promise<Blob> {
  const name = await versionOf(migrations);
  const path = new URL(`pglite-${name}.tar`, CACHE);
  const kept = await readFile(path).catch(() => undefined);
  if (kept) return new Blob([kept]);
  const db = await openEmbedded({ folder: 'memory://' });
  await migrate(db, migrations);
  await db.script(`create role ${APP}`);
  await limitRole(db, APP);
  const dump = await db.dump();
  await db.close();
  await mkdir(CACHE, { recursive: true });
  // Written aside and renamed: several test processes may be doing this at once.
  const aside = new URL(`${name}-${randomUUID()}.part`, CACHE);
  await writeFile(aside, Buffer.from(await dump.arrayBuffer()));
  await rename(aside, path);
  return dump;
}

/** Whether with all rights, or with those of a running server alone (`limitRole`). */
export type As = 'owner' | 'app';

const MAKING_TEMPLATE = 7_261_001;

/** A migrated database to copy: the first test process to come makes it, the others wait. */
async function postgresTemplate(admin: pg.Client, url: string, migrations: readonly Migration[]): Promise<string> {
  const name = `template_${await versionOf(migrations)}`;
  await admin.query('select pg_advisory_lock($1)', [MAKING_TEMPLATE]);
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 1) return name;
    const { rowCount: roles } = await admin.query('select from pg_roles where rolname = $1', [APP]);
    if (roles === 0) await admin.query(`create role ${APP}`);
    const part = `part_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${part} template template0 encoding 'UTF8' locale 'C'`);
    const own = new URL(url);
    own.pathname = `/${part}`;
    const db = await openPostgres(own.href, 1);
    await migrate(db, migrations);
    await limitRole(db, APP);
    await db.close();
    await admin.query(`alter database ${part} rename to ${name}`);
    return name;
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [MAKING_TEMPLATE]);
  }
}

async function openOwnPostgres(url: string, migrations: readonly Migration[], as: As): Promise<Database> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`create database ${name} template ${await postgresTemplate(admin, url, migrations)}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  if (as === 'app') own.searchParams.set('options', `-c role=${APP}`);
  const db = await openPostgres(own.href, 10);
  // Whoever is at work in it when a tool is ended loses it.
  const drop = async (): Promise<void> => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
  const forget = undoAtEnd(drop);
  return {
    ...db,
    async close() {
      await db.close();
      forget();
      await drop();
    },
  };
}

/** A fresh database with all tables, for one test file. Close it afterwards. */
export async function openTestDatabase(kind: Database['kind'] = 'pglite', as: As = 'owner'): Promise<Database> {
  const migrations = await readMigrations();
  if (kind === 'pg') {
    if (!POSTGRES) throw new Error('TEST_DATABASE_URL is not set');
    return openOwnPostgres(POSTGRES, migrations, as);
  }
  const db = await openEmbedded({ folder: 'memory://', loadDataDir: await template(migrations) });
  if (as === 'app') await db.script(`set role ${APP}`);
  return db;
}
