import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseKinds, openTestDatabase } from '../../test/support/test-database.ts';
import { isUniqueViolation, type Database } from './index.ts';

/** One behaviour, whichever driver answers. */
describe.each(databaseKinds)('database on %s', (kind) => {
  let db: Database;

  beforeAll(async () => {
    db = await openTestDatabase(kind);
    await db.script(`
      create table things (id bigserial primary key, word text unique, json jsonb, day date, at timestamptz, bytes bytea, words text[], ids uuid[]);
      create table purses (id int primary key, coins int not null);
      insert into purses values (1, 100), (2, 100);
      create table tasks (id serial primary key, state text not null default 'queued');
      insert into tasks (state) select 'queued' from generate_series(1, 40);`);
  });
  afterAll(() => db.close());

  test('columns come back as the same kind of value', async () => {
    const at = new Date('2026-11-23T08:00:00.123Z');
    const uuid = '0b7e2c52-3c40-4c0e-8a65-1f1d64a5b001';
    const { rows } = await db.query(
      `insert into things (word, json, day, at, bytes, words, ids) values ($1, $2::jsonb, $3, $4, $5, $6::text[], $7::uuid[])
       returning *, (select count(*) from purses) as counted, interval '26 hours' as span, null::text as nothing`,
      ['chữ', JSON.stringify([1, { x: 'ễ' }]), '2026-11-23', at, Buffer.from([0, 255]), ['a', 'b"c'], [uuid]],
    );
    const row = rows[0]!;
    expect(row).toMatchObject({
      id: 1,
      word: 'chữ',
      json: [1, { x: 'ễ' }],
      day: '2026-11-23',
      at,
      words: ['a', 'b"c'],
      ids: [uuid],
      counted: 2,
      span: '26:00:00',
      nothing: null,
    });
    expect(Buffer.isBuffer(row['bytes'])).toBe(true);
    expect([...(row['bytes'] as Buffer)]).toEqual([0, 255]);
    const big = await db.query('select 9007199254740993::int8 as big, true as yes');
    expect(big.rows[0]).toEqual({ big: 9007199254740993n, yes: true });
  });

  test('counts rows returned or changed', async () => {
    expect((await db.query('update purses set coins = coins')).count).toBe(2);
    expect((await db.query('select * from purses')).count).toBe(2);
    expect((await db.query('delete from purses where id = 99')).count).toBe(0);
    expect((await db.query('update purses set coins = coins returning id')).count).toBe(2);
  });

  test('an error says what was broken and leaves the connection usable', async () => {
    await db.query(`insert into things (word) values ('once')`);
    const twice = await db.query(`insert into things (word) values ('once')`).catch((error: unknown) => error);
    expect(isUniqueViolation(twice, 'things_word_key')).toBe(true);
    expect(isUniqueViolation(twice, 'another')).toBe(false);
    await expect(db.query('select $1::int / 0', [1])).rejects.toMatchObject({ code: '22012' });
    await expect(db.query('insert into things (word) values ($1)', ['\0'])).rejects.toMatchObject({ code: '22021' });
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('what is thrown rolls a transaction back', async () => {
    const broken = db.tx(async (tx) => {
      await tx.query('update purses set coins = 0');
      throw new Error('changed my mind');
    });
    await expect(broken).rejects.toThrow('changed my mind');
    expect((await db.query('select sum(coins) as sum from purses')).rows).toEqual([{ sum: 200 }]);
  });

  test('a transaction whose failed query was ignored does not pretend to have committed', async () => {
    const hidden = db.tx(async (tx) => {
      await tx.query('update purses set coins = 0');
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(hidden).rejects.toThrow();
    expect((await db.query('select sum(coins) as sum from purses')).rows).toEqual([{ sum: 200 }]);
  });

  test('the database refuses to be asked inside its own transaction, and is not stuck afterwards', async () => {
    await expect(db.tx(() => db.query('select 1'))).rejects.toThrow('own handle');
    await expect(db.tx(() => db.tx(async () => 1))).rejects.toThrow('own handle');
    expect((await db.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('transfers at the same time keep the sum', async () => {
    const move = (index: number) =>
      db.tx(async (tx) => {
        const [from, to] = index % 2 ? [1, 2] : [2, 1];
        await tx.query('select 1 from purses order by id for update');
        const { rows } = await tx.query<{ coins: number }>('select coins from purses where id = $1', [from]);
        await tx.query('update purses set coins = $2 where id = $1', [from, rows[0]!.coins - 1]);
        await tx.query('update purses set coins = coins + 1 where id = $1', [to]);
      });
    await Promise.all(Array.from({ length: 60 }, (_, index) => move(index)));
    expect((await db.query('select sum(coins) as sum from purses')).rows).toEqual([{ sum: 200 }]);
  });

  test('two that lock in opposite order both come through', async () => {
    const bump = (first: number, second: number) =>
      db.tx(async (tx) => {
        await tx.query('update purses set coins = coins + 1 where id = $1', [first]);
        await new Promise((done) => setTimeout(done, 50));
        await tx.query('update purses set coins = coins - 1 where id = $1', [second]);
      });
    await Promise.all([bump(1, 2), bump(2, 1)]);
    expect((await db.query('select sum(coins) as sum from purses')).rows).toEqual([{ sum: 200 }]);
  });

  test('serializable transactions in each other’s way are repeated until each is right', async () => {
    const add = () =>
      db.tx(
        async (tx) => {
          const { rows } = await tx.query<{ most: number }>('select max(coins) as most from purses');
          await tx.query('update purses set coins = $1 where id = 1', [rows[0]!.most + 1]);
        },
        { serializable: true },
      );
    await db.query('update purses set coins = 0');
    await Promise.all([add(), add(), add()]);
    expect((await db.query('select coins from purses where id = 1')).rows).toEqual([{ coins: 3 }]);
  });

  test('eight workers take each task exactly once', async () => {
    const taken: number[] = [];
    const work = async () => {
      for (;;) {
        const { rows } = await db.tx((tx) =>
          tx.query<{ id: number }>(
            `update tasks set state = 'done' where id in
               (select id from tasks where state = 'queued' order by id for update skip locked limit 3) returning id`,
          ),
        );
        if (rows.length === 0) return;
        taken.push(...rows.map(({ id }) => id));
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});
