import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds, openTestDatabase } from '../../test/support/test-database.ts';
import { addedOnly, changeable, fixed, limitRole, unchanged } from './app-role.ts';
import type { Database } from './index.ts';
import { migrate, readMigrations } from './migrations.ts';

const DENIED = { code: '42501' };

/** That the whole server works with these rights is shown by levels.test.ts and both privacy.test.ts, which run with them. */
describe.each(databaseKinds)('the role of a running server on %s', (kind) => {
  let app: Database;
  let owner: Database;

  beforeAll(async () => {
    app = await openTestDatabase(kind, 'app');
    owner = await openTestDatabase(kind);
  });
  afterAll(async () => {
    await app.close();
    await owner.close();
  });

  test.each([
    'create table mine (id int)',
    'create schema mine',
    'create role mine',
    'alter table accounts add column mine int',
    'drop table ledger_lines',
    'truncate sessions',
    'create index mine on accounts (phone)',
    'alter table ledger_lines disable trigger all',
    `create function mine() returns int language sql as 'select 1'`,
  ])('no tables of its own, none changed: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject(DENIED);
  });

  test.each([
    `copy accounts to program 'cat > /tmp/stolen'`,
    `copy sessions from program 'id'`,
    `copy accounts to '/tmp/stolen'`,
    'select rolname, rolpassword from pg_authid',
    `select pg_read_file('/etc/passwd')`,
    `select pg_ls_dir('/')`,
    `select lo_import('/etc/passwd')`,
    `alter system set log_statement = 'all'`,
    'set session_replication_role = replica',
  ])('nothing outside its tables: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toMatchObject(DENIED);
  });

  test.each(addedOnly)('%s: what is written stays', async (table) => {
    await app.query(`select * from ${table} limit 1`);
    await expect(app.query(`delete from ${table}`)).rejects.toMatchObject(DENIED);
    const { rows } = await owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0`,
      [table],
    );
    for (const { name } of rows) {
      await expect(app.query(`update ${table} set ${name} = ${name}`), name).rejects.toMatchObject(DENIED);
    }
  });

  test('consents, dossiers, money: not deleted, and what counts in them not changed', async () => {
    for (const table of [...Object.keys(changeable), ...Object.keys(fixed), 'migrations']) {
      await expect(app.query(`delete from ${table}`), table).rejects.toMatchObject(DENIED);
    }
    for (const [table, columns] of Object.entries(fixed))
      for (const column of columns) {
        await expect(app.query(`update ${table} set ${column} = ${column}`), column).rejects.toMatchObject(DENIED);
      }
    await expect(app.query(`update consents set words = 'khác'`)).rejects.toMatchObject(DENIED);
    await expect(app.query('update consents set given_at = now()')).rejects.toMatchObject(DENIED);
    await app.query('update consents set withdrawn_at = now() where withdrawn_at is null');
  });

  test.each(unchanged)('%s: who read it, and why, is not rewritten', async (table) => {
    await expect(app.query(`update ${table} set at = now()`)).rejects.toMatchObject(DENIED);
  });

  test('tables that are older than the program stop the start with a sentence', async () => {
    const more = [
      ...(await readMigrations()),
      { name: '900-more.sql', sql: 'create table more (id int)', checksum: 'x' },
    ];
    expect(await migrate(app, await readMigrations())).toEqual([]);
    await expect(migrate(app, more)).rejects.toThrow('npm run migrate as their owner first');
  });

  test('a role that could undo it is refused, and so is one that is not there', async () => {
    const { rows } = await owner.query<{ me: string }>('select current_user as me');
    await expect(limitRole(owner, rows[0]!.me)).rejects.toThrow('may do more than use tables');
    await expect(limitRole(owner, 'nobody_here')).rejects.toThrow('there is no role "nobody_here"');
    await expect(limitRole(owner, 'x; drop table accounts')).rejects.toThrow('no name of a role');
  });
});
