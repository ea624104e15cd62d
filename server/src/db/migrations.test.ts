import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds, openTestDatabase } from '../../test/support/test-database.ts';
import type { Database } from './index.ts';
import { migrate, readMigrations, type Migration } from './migrations.ts';

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

describe.each(databaseKinds)('migrations on %s', (kind) => {
  let db: Database;
  let own: Migration[];

  beforeEach(async () => {
    db = await openTestDatabase(kind);
    own = await readMigrations();
  });
  afterEach(() => db.close());

  test('are applied once, in order', async () => {
    const more = [...own, migration('900-more.sql', 'create table more (id int); insert into more values (1);')];
    expect(await migrate(db, more)).toEqual(['900-more.sql']);
    expect(await migrate(db, more)).toEqual([]);
    expect((await db.query('select * from more')).rows).toEqual([{ id: 1 }]);
  });

  test('several processes starting at once apply them once', async () => {
    const more = [...own, migration('900-more.sql', 'create table more (id int)')];
    const applied = await Promise.all([migrate(db, more), migrate(db, more), migrate(db, more)]);
    expect(applied.flat()).toEqual(['900-more.sql']);
  });

  test('one changed afterwards stops the start', async () => {
    await migrate(db, [...own, migration('900-more.sql', 'select 1')]);
    await expect(migrate(db, [...own, migration('900-more.sql', 'select 2')])).rejects.toThrow(
      '900-more.sql was changed',
    );
  });

  test('a database newer than the program stops the start', async () => {
    await migrate(db, [...own, migration('900-more.sql', 'select 1')]);
    await expect(migrate(db, own)).rejects.toThrow('newer than this program');
  });

  test('a broken one leaves nothing behind', async () => {
    const broken = migration('900-broken.sql', 'create table half (id int); select no_such_function();');
    await expect(migrate(db, [...own, broken])).rejects.toThrow();
    await expect(db.query('select * from half')).rejects.toMatchObject({ code: '42P01' });
  });
});
