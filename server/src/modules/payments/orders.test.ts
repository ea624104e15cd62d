import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { later, minutes } from '#core/clock';
import { openMoneyDesk, type MoneyDesk } from '../../../test/support/money-desk.ts';
import { saveOrder } from './order-rows.ts';
import { createOrders } from './orders.ts';
import type { Orders, Wish } from './ports.ts';

describe('an order for what is owed', () => {
  let desk: MoneyDesk;
  let orders: Orders;
  const [mother, father, mai, lan] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  beforeAll(async () => {
    desk = await openMoneyDesk();
    orders = createOrders(desk.deps);
    const now = desk.clock.now();
    for (const id of [mother, father])
      await desk.db.query('insert into accounts (id, zalo_id, created_at, seen_at) values ($1, $2, $3, $3)', [
        id,
        `z-${id}`,
        now,
      ]);
    for (const [index, id] of [mai, lan].entries())
      await desk.db.query(
        `insert into citizens (id, id_number, issuer, subject, full_name, updated_at) values ($1, $2, 'i', $3, 'Mai', $4)`,
        [id, `07218800000${String(index)}`, `s-${id}`, now],
      );
  });
  afterAll(() => desk.close());

  const bill = () => ({ subject: `bill:${randomUUID()}`, title: 'Học phí', amountVnd: 400_000 });
  const wish = (items: Wish['items'], changes: Partial<Wish> = {}): Wish => ({
    ...{ accountId: mother, citizenId: null, kind: 'tuition', title: 'Học phí lớp 3A', path: '/hoc-phi', items },
    ...{ payee: 'school:A', payeeName: 'Trường A', ...changes },
  });
  const ask = (wanted: Wish) => desk.db.tx((tx) => orders.orderFor(tx, wanted));
  const refusal = async (wanted: Wish) => {
    const { code, details } = (await ask(wanted).catch((error: unknown) => error)) as {
      code: string;
      details: { orderId?: string };
    };
    return [code, details.orderId];
  };

  test('is what was asked for, for twenty minutes', async () => {
    const items = [bill(), { ...bill(), amountVnd: 5_000 }];
    const { id, amountVnd } = await ask(wish(items));
    expect(amountVnd).toBe(405_000);
    const now = desk.clock.now();
    expect(await desk.row(id)).toMatchObject({
      ...{ account_id: mother, citizen_id: null, kind: 'tuition', title: 'Học phí lớp 3A', path: '/hoc-phi' },
      ...{ payee: 'school:A', payee_name: 'Trường A', state: 'created', money: 'none', blind: false },
      ...{ created_at: now, opened_at: null, paid_at: null },
      ...{ expires_at: later(now, minutes(20)), watch_at: later(now, minutes(20)) },
    });
    expect(await desk.held(id)).toBe(2);
  });

  test('never goes where an order may not go: what wanted it is rolled back', async () => {
    const { id } = await ask(wish([bill()]));
    await desk.hear(id, { amountVnd: 400_000 });
    const row = await desk.row(id);
    await expect(desk.db.tx((tx) => saveOrder(tx, row, { state: 'created', money: 'none' }))).rejects.toThrow(
      'cannot go',
    );
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
  });

  test('is numbered by the day in Vietnam, and says what it is', async () => {
    // Six in the evening in London is past midnight here.
    desk.clock.set(new Date('2026-12-30T17:00:00Z'));
    const code = async (changes?: Partial<Wish>) => (await ask(wish([bill()], changes))).code;
    expect([await code(), await code({ kind: 'dossierFee' })]).toEqual(['HP261231-0001', 'LP261231-0002']);
    desk.clock.advance(minutes(24 * 60));
    expect(await code()).toBe('HP270101-0001');
  });

  test('asked for again it is the same, in whatever order; paying under way too', async () => {
    const [one, two] = [bill(), bill()];
    const { id } = await ask(wish([one, two]));
    expect((await ask(wish([two, one]))).id).toBe(id);
    await desk.db.query("update payment_orders set state = 'pending', money = 'unknown' where id = $1", [id]);
    expect((await ask(wish([one, two]))).id).toBe(id);
  });

  test.each<[string, (items: Wish['items']) => Partial<Wish>]>([
    ['another amount', ([first]) => ({ items: first ? [{ ...first, amountVnd: 1_000 }] : [] })],
    ['other things with it', (items) => ({ items: [...items, { ...bill(), amountVnd: 0 }] })],
    ['another account', () => ({ accountId: father })],
    ['another citizen', () => ({ citizenId: mai })],
  ])('%s: a new one, and the first, under which nobody pays, gives way', async (_what, change) => {
    const items = [bill()];
    const { id } = await ask(wish(items));
    const next = await ask(wish(items, change(items)));
    expect(next.id).not.toBe(id);
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect([await desk.held(id), (await desk.held(next.id)) > 0]).toEqual([0, true]);
  });

  test('its time is over, looked at or not: a new one', async () => {
    const items = [bill()];
    const { id } = await ask(wish(items));
    desk.clock.advance(minutes(20) - 1);
    expect((await ask(wish(items))).id).toBe(id);
    desk.clock.advance(1);
    const second = await ask(wish(items));
    expect(second.id).not.toBe(id);
    expect(await desk.stands(id)).toMatchObject({ state: 'expired' });
    await desk.later(minutes(20));
    expect((await ask(wish(items))).id).not.toBe(second.id);
  });

  test('over, and nobody knows whether it was paid: nobody begins another', async () => {
    const items = [bill()];
    const { id } = await ask(wish(items));
    await desk.db.query("update payment_orders set state = 'expired', money = 'unknown' where id = $1", [id]);
    expect(await refusal(wish(items))).toEqual(['payment-open', id]);
    expect(await desk.held(id)).toBe(1);
  });

  test('money that lies with us under it: nobody begins another', async () => {
    const items = [bill()];
    const { id } = await ask(wish(items));
    await desk.hear(id, { amountVnd: 1 });
    desk.clock.advance(minutes(20));
    expect(await refusal(wish(items))).toEqual(['payment-open', id]);
  });

  test('one of several things in somebody’s hands: refused, and who may not see an order does not hear of it', async () => {
    const [ours, theirs] = [bill(), bill()];
    const { id } = await ask(wish([theirs], { accountId: father }));
    await desk.db.query("update payment_orders set state = 'pending', money = 'unknown' where id = $1", [id]);
    expect(await refusal(wish([ours, theirs]))).toEqual(['payment-open', undefined]);
    await desk.hear(id, { amountVnd: 400_000 });
    expect(await refusal(wish([ours, theirs]))).toEqual(['already-paid', undefined]);
    expect(await refusal(wish([theirs], { accountId: father }))).toEqual(['already-paid', id]);
    // Refused as a whole: what is ours alone is still free.
    expect((await ask(wish([ours]))).state).toBe('created');
  });

  test('a citizen’s is named to them from whatever account, and to nobody else', async () => {
    const items = [bill()];
    const { id } = await ask(wish(items, { citizenId: mai }));
    await desk.hear(id, { amountVnd: 400_000 });
    const from = (accountId: string, citizenId: string | null) => refusal(wish(items, { accountId, citizenId }));
    expect(await from(father, mai)).toEqual(['already-paid', id]);
    expect(await from(mother, lan)).toEqual(['already-paid', undefined]);
    expect(await from(mother, null)).toEqual(['already-paid', undefined]);
  });

  test('which order pays a thing or may yet, and whether anything may change', async () => {
    const [made, opened, paid, free] = [bill(), bill(), bill(), bill()];
    const first = await ask(wish([made]));
    const second = await ask(wish([opened]));
    await desk.db.query("update payment_orders set state = 'pending', money = 'unknown' where id = $1", [second.id]);
    const third = await ask(wish([paid], { accountId: father }));
    await desk.hear(third.id, { amountVnd: 400_000 });
    const live = await orders.live(
      desk.db,
      [made, opened, paid, free].map(({ subject }) => subject),
    );
    expect([...live].sort((a, b) => Number(a[1].isUnderWay) - Number(b[1].isUnderWay))[0]).toEqual([
      made.subject,
      { orderId: first.id, accountId: mother, isUnderWay: false },
    ]);
    expect(live.get(opened.subject)).toEqual({ orderId: second.id, accountId: mother, isUnderWay: true });
    expect(live.get(paid.subject)).toEqual({ orderId: third.id, accountId: father, isUnderWay: true });
    expect(live.size).toBe(3);
    expect(await orders.live(desk.db, [])).toEqual(new Map());
  });

  test('what somebody else takes in the same moment is not taken twice', async () => {
    const items = [bill()];
    const both = await Promise.allSettled([ask(wish(items)), ask(wish(items, { accountId: father }))]);
    const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    const held = await Promise.all(made.map((id) => desk.held(id)));
    expect(held.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});
