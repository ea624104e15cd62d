import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#db';
import { databaseKinds, openTestDatabase } from '../../test/support/test-database.ts';
import { days, later } from './clock.ts';
import { forgetOldActs, once } from './idempotency.ts';

describe.each(databaseKinds)('an act under a key on %s', (kind) => {
  let db: Database;
  const now = new Date();

  beforeAll(async () => {
    db = await openTestDatabase(kind);
  });
  afterAll(() => db.close());

  const act = (key: string, body: string, answer: () => Promise<string>) =>
    db.tx((tx) => once(tx, { owner: 'me', key, operation: 'greet', body }, now, answer));

  test('is done once; later calls get the very same answer', async () => {
    const key = randomUUID();
    let done = 0;
    const greet = async () => `{"b":${(done += 1)},"a":"é"}`;
    expect(await act(key, 'x', greet)).toBe('{"b":1,"a":"é"}');
    expect(await act(key, 'x', greet)).toBe('{"b":1,"a":"é"}');
    expect(done).toBe(1);
  });

  test('with another body, or as another act, is a conflict', async () => {
    const key = randomUUID();
    await act(key, 'x', async () => 'first');
    await expect(act(key, 'y', async () => 'second')).rejects.toMatchObject({ code: 'idempotency-conflict' });
    const other = db.tx((tx) => once(tx, { owner: 'me', key, operation: 'part', body: 'x' }, now, async () => 'third'));
    await expect(other).rejects.toMatchObject({ code: 'idempotency-conflict' });
    expect(
      await db.tx((tx) => once(tx, { owner: 'you', key, operation: 'greet', body: 'y' }, now, async () => 'own')),
    ).toBe('own');
  });

  test('that failed can be done again', async () => {
    const key = randomUUID();
    await expect(
      act(key, 'x', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await act(key, 'x', async () => 'now')).toBe('now');
  });

  test('fifty at once: one does it, all get its answer', async () => {
    const key = randomUUID();
    let done = 0;
    const answers = await Promise.all(Array.from({ length: 50 }, () => act(key, 'x', async () => String((done += 1)))));
    expect(new Set(answers)).toEqual(new Set(['1']));
  });

  test('is remembered for longer than a draft lives, and not for ever', async () => {
    const key = randomUUID();
    await act(key, 'x', async () => 'first');
    await forgetOldActs(db, later(now, days(89)));
    expect(await act(key, 'x', async () => 'second')).toBe('first');
    await forgetOldActs(db, later(now, days(91)));
    expect(await act(key, 'x', async () => 'second')).toBe('second');
  });
});
