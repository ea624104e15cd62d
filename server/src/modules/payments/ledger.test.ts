import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Sql } from '#db';
import { databaseKinds, openTestDatabase } from '../../../test/support/test-database.ts';
import { post, providerAccount, SUSPENSE, type Posting } from './ledger.ts';

const NOW = new Date('2026-11-26T02:00:00Z');

describe('the ledger', () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase(databaseKinds.at(-1));
  });
  afterAll(() => db.close());

  const posting = (key: string, changes: Partial<Posting> = {}): Posting => ({
    key,
    what: 'received',
    orderId: null,
    to: providerAccount('checkout'),
    from: SUSPENSE,
    amountVnd: 805_000,
    ...changes,
  });
  const lines = async (key: string) => {
    const { rows } = await db.query<{ account: string; amount: number }>(
      `select account, amount_vnd as amount from ledger_lines l join ledger_postings p on p.id = l.posting_id
        where p.key = $1 order by amount_vnd`,
      [key],
    );
    return rows.map(({ account, amount }) => [account, amount]);
  };
  const book = (wanted: Posting) => db.tx((tx) => post(tx, wanted, NOW));

  test('both ends of money, into one account and out of the other', async () => {
    await book(posting('both', { amountVnd: Number.MAX_SAFE_INTEGER }));
    expect(await lines('both')).toEqual([
      ['suspense', -Number.MAX_SAFE_INTEGER],
      ['provider:checkout', Number.MAX_SAFE_INTEGER],
    ]);
    const { rows } = await db.query('select what, at from ledger_postings where key = $1', ['both']);
    expect(rows).toEqual([{ what: 'received', at: NOW }]);
  });

  test('the same money is booked once, and takes what wanted it again with it', async () => {
    await book(posting('once'));
    await expect(book(posting('once', { amountVnd: 1 }))).rejects.toThrow('booked already: once');
    expect(await lines('once')).toHaveLength(2);
  });

  test.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER + 1])('%d đồng is not money', async (amountVnd) => {
    await expect(book(posting('none', { amountVnd }))).rejects.toThrow('not money: none');
    expect(await lines('none')).toEqual([]);
  });

  test('one đồng is', async () => {
    await book(posting('one', { amountVnd: 1 }));
    expect(await lines('one')).toHaveLength(2);
  });

  test('from an account into itself is nothing', async () => {
    await expect(book(posting('self', { to: SUSPENSE }))).rejects.toThrow('not money: self');
  });

  test.each([
    [
      'the ends differ',
      "update ledger_lines set amount_vnd = amount_vnd + 1 where posting_id = $1 and account = 'suspense'",
    ],
    [
      'there are other ends',
      `insert into ledger_lines (posting_id, account, amount_vnd) values ($1, 'x', 1), ($1, 'y', -1)`,
    ],
    ['nothing was written', 'delete from ledger_lines where posting_id = $1'],
  ])('a database that has something else afterwards is not believed: %s', async (_what, statement) => {
    const lying = (tx: Sql): Sql => ({
      async query<T>(text: string, params: readonly unknown[] = []) {
        const result = await tx.query<T>(text, params);
        if (text.startsWith('insert into ledger_lines')) await tx.query(statement, [params[0]]);
        return result;
      },
    });
    const wanted = posting('wrong');
    await expect(db.tx((tx) => post(lying(tx), wanted, NOW))).rejects.toThrow('does not balance: wrong');
    expect(await lines('wrong')).toEqual([]);
  });
});
