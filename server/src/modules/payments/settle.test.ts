import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days, later, minutes, seconds } from '#core/clock';
import { openMoneyDesk, type MoneyDesk } from '../../../test/support/money-desk.ts';

describe('what a provider says', () => {
  let desk: MoneyDesk;
  beforeAll(async () => {
    desk = await openMoneyDesk();
  });
  afterAll(() => desk.close());

  /** An order whose sheet was opened and named. */
  async function opened(subjects?: readonly string[]): Promise<string> {
    const id = await desk.order(subjects);
    await desk.open(id);
    await desk.saw(id, 'opened', `z-${id}`);
    return id;
  }
  const tellings = (id: string) => desk.told.paid.filter((order) => order.id === id);
  const PAID = { state: 'paid', money: 'taken', blind: false, watch_at: null };

  test.each(['id', 'code'] as const)(
    'paid, by our %s: kept, booked, a receipt, told to both sides, once',
    async (by) => {
      const id = await opened();
      const { [by]: ours, code } = await desk.row(id);
      const now = desk.clock.now();
      for (let times = 0; times < 3; times += 1) await desk.hear(id, { ours });
      expect(await desk.stands(id)).toEqual(PAID);
      expect((await desk.row(id)).paid_at).toEqual(now);
      expect(await desk.booked(id)).toEqual({ 'provider:checkout': 805_000, 'payee:school:A': -805_000 });
      expect(tellings(id)).toMatchObject([
        { id, code, amountVnd: 805_000, subjects: await desk.subjects(id), receipt: { form: '01BLP0-001' } },
      ]);
      expect(await desk.notices(id)).toEqual(['Đã đóng 805.000 đồng']);
      expect(await desk.attempts(id)).toMatchObject([
        { outcome: 'paid', outcome_at: now, paid_at: now, transaction_id: `t-z-${id}`, next_check_at: null },
      ]);
      expect(await desk.findings(id)).toEqual([]);
      expect(await desk.held(id)).toBe(1);
    },
  );

  test('the same money under another of our orders is not money again', async () => {
    const [id, other] = [await opened(), await opened()];
    await desk.hear(id);
    await desk.hear(other, { providerOrderId: `z-${id}` });
    await desk.hear(undefined, { providerOrderId: `z-${id}` });
    expect((await desk.row(other)).state).toBe('pending');
    expect(await desk.booked(other)).toEqual({});
    expect((await desk.attempts(other)).map(({ provider_order_id: name }) => name)).toEqual([`z-${other}`]);
  });

  test('a provider that names no amount is taken at our own', async () => {
    const id = await opened();
    await desk.hear(id, { amountVnd: null });
    expect(await desk.stands(id)).toEqual(PAID);
    expect(await desk.booked(id)).toMatchObject({ 'provider:checkout': 805_000 });
  });

  test('what was heard before is not lost by an answer without it', async () => {
    const id = await opened();
    await desk.hear(id, { outcome: 'processing' });
    await desk.hear(id, { outcome: 'processing', transactionId: null, amountVnd: null });
    expect(await desk.attempts(id)).toMatchObject([
      { transaction_id: `t-z-${id}`, amount_vnd: 805_000, paid_at: null },
    ]);
  });

  test('another amount: apart, for a person; the order waits no more and is not paid', async () => {
    const id = await opened();
    await desk.hear(id, { amountVnd: 5_000 });
    expect(await desk.stands(id)).toEqual({ state: 'pending', money: 'taken', blind: false, watch_at: null });
    expect(await desk.booked(id)).toEqual({ 'provider:checkout': 5_000, suspense: -5_000 });
    const [attempt] = await desk.attempts(id);
    expect(await desk.findings(id)).toMatchObject([{ kind: 'wrongAmount', open: true, attempt_id: attempt?.id }]);
    expect([await desk.held(id), tellings(id)]).toEqual([1, []]);
    // Nothing that is heard of another sheet makes it free again, nor does time.
    await desk.hear(id, { providerOrderId: `y-${id}`, outcome: 'failed' });
    expect(await desk.stands(id)).toMatchObject({ state: 'pending', money: 'taken' });
    await desk.hear(id, { providerOrderId: `x-${id}` });
    expect(await desk.stands(id)).toMatchObject({ state: 'pending', money: 'taken' });
    expect((await desk.findings(id)).map((found) => found.kind).sort()).toEqual(['paidTwice', 'wrongAmount']);
    expect(await desk.refundsOf(id)).toMatchObject([{ state: 'asked' }]);
  });

  test('another amount after it was paid, or after that went back, changes nothing of the order', async () => {
    const id = await opened();
    await desk.hear(id);
    await desk.hear(id, { providerOrderId: `y-${id}`, amountVnd: 1 });
    expect(await desk.stands(id)).toEqual(PAID);
    await desk.refund(id);
    await desk.hear(id, { providerOrderId: `x-${id}`, amountVnd: 2 });
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returning' });
    expect((await desk.findings(id)).map((found) => found.kind)).toEqual(['wrongAmount', 'wrongAmount']);
  });

  test('paid twice: the second goes back by itself, the first stands', async () => {
    const id = await opened();
    await desk.hear(id);
    await desk.hear(id, { providerOrderId: `y-${id}` });
    expect(await desk.stands(id)).toEqual(PAID);
    const second = (await desk.attempts(id)).find(({ provider_order_id: name }) => name === `y-${id}`);
    expect(await desk.findings(id)).toMatchObject([{ kind: 'paidTwice', open: true, attempt_id: second?.id }]);
    const { code } = await desk.row(id);
    expect(await desk.refundsOf(id)).toMatchObject([
      { attempt_id: second?.id, asked_by: 'server', reason: `Đóng trùng ${code}` },
    ]);
    expect(await desk.booked(id)).toEqual({
      'provider:checkout': 1_610_000,
      'payee:school:A': -805_000,
      suspense: -805_000,
    });
    expect([tellings(id).length, await desk.held(id)]).toEqual([1, 1]);
  });

  test('money after it went back goes back too', async () => {
    const id = await opened();
    await desk.hear(id);
    await desk.refund(id);
    await desk.hear(id, { providerOrderId: `y-${id}` });
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returning' });
    expect(await desk.refundsOf(id)).toHaveLength(2);
  });

  /** Two orders for one thing: the first was given up, the second has it. */
  async function rivals() {
    const subject = `bill:${randomUUID()}`;
    const first = await opened([subject]);
    await desk.hear(first, { outcome: 'failed', providerOrderId: `z-${first}` });
    desk.clock.advance(minutes(20));
    await desk.later(0);
    expect(await desk.stands(first)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    return { subject, first, second: await desk.order([subject]) };
  }

  test('late money for what another order has paid: over, nothing kept, on its way back', async () => {
    const { first, second } = await rivals();
    await desk.hear(second);
    await desk.hear(first, { providerOrderId: `late-${first}` });
    expect(await desk.stands(first)).toEqual({ state: 'refunded', money: 'returning', blind: false, watch_at: null });
    expect(await desk.stands(second)).toEqual(PAID);
    expect([await desk.held(first), await desk.held(second)]).toEqual([0, 1]);
    expect(await desk.booked(first)).toEqual({ 'provider:checkout': 805_000, suspense: -805_000 });
    expect([tellings(first), await desk.notices(first)]).toEqual([[], []]);
  });

  test('late money while another order has not been paid: that one gives way', async () => {
    const { first, second } = await rivals();
    await desk.hear(first, { providerOrderId: `late-${first}` });
    expect(await desk.stands(first)).toEqual(PAID);
    expect(await desk.stands(second)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect([await desk.held(first), await desk.held(second)]).toEqual([1, 0]);
  });

  test('one that gives way and may have taken money all the same is watched until that is known', async () => {
    const { first, second } = await rivals();
    await desk.open(second);
    await desk.hear(first, { providerOrderId: `late-${first}` });
    const { expires_at: end } = await desk.row(second);
    expect(await desk.stands(second)).toMatchObject({
      state: 'expired',
      money: 'unknown',
      watch_at: later(end, days(3)),
    });
    await desk.hear(second);
    expect(await desk.stands(second)).toMatchObject({ state: 'refunded', money: 'returning' });
  });

  test('one that gives way with money a person looks at already is not watched for more', async () => {
    const { first, second } = await rivals();
    await desk.hear(second, { amountVnd: 7 });
    await desk.hear(first, { providerOrderId: `late-${first}` });
    expect(await desk.stands(second)).toMatchObject({ state: 'expired', money: 'taken', watch_at: null });
  });

  test('nothing waits for this money any more: it is kept, and a person must look', async () => {
    const id = await opened();
    desk.told.isAwaited = false;
    await desk.hear(id);
    desk.told.isAwaited = true;
    expect(await desk.stands(id)).toEqual(PAID);
    const [attempt] = await desk.attempts(id);
    const [found] = await desk.findings(id);
    expect(found).toMatchObject({ kind: 'notAwaited', open: true, attempt_id: attempt?.id });
    expect(found?.note).toContain('không còn gì chờ khoản này');
  });

  test.each([
    ['no order of ours', undefined],
    ['an id nobody has', randomUUID()],
    ['a code nobody has', 'HP000000-0000'],
    ['something longer than an id', `${randomUUID()}0`],
    ['something before an id', `x${randomUUID()}`],
  ])('money that names %s: in suspense, once, for a person', async (_what, ours) => {
    const name = randomUUID();
    const balance = async () => (await desk.booked(null))['provider:checkout'] ?? 0;
    const before = await balance();
    for (let times = 0; times < 2; times += 1)
      await desk.hear(undefined, { ours, providerOrderId: name, amountVnd: 9_000 });
    expect((await balance()) - before).toBe(9_000);
    const { rows } = await desk.db.query<{ id: string }>(
      `select id from payment_attempts where provider_order_id = $1 and outcome = 'paid' and paid_at = $2 and outcome_at = $2
          and transaction_id = $3 and amount_vnd = 9000 and order_id is null
          and exists (select from ledger_postings where key = 'received:' || payment_attempts.id and what = 'received')`,
      [name, desk.clock.now(), `t-${name}`],
    );
    const strays = (await desk.findings(null)).filter(({ attempt_id: id }) => id === rows[0]?.id);
    expect(strays).toMatchObject([{ kind: 'unknownOrder', open: true }]);
  });

  test('strays without an amount are found and not booked', async () => {
    const booked = await desk.booked(null);
    const before = (await desk.findings(null)).length;
    for (const amountVnd of [null, 0]) await desk.hear(undefined, { providerOrderId: randomUUID(), amountVnd });
    expect(await desk.booked(null)).toEqual(booked);
    expect(await desk.findings(null)).toHaveLength(before + 2);
  });

  test('what is not money and names nothing is not even written down', async () => {
    const name = randomUUID();
    for (const outcome of ['unpaid', 'failed', 'processing'] as const)
      await desk.hear(undefined, { providerOrderId: name, outcome });
    const found = await desk.db.query('select 1 from payment_attempts where provider_order_id = $1', [name]);
    expect(found.count).toBe(0);
  });

  test('a bank at work: nobody knows; asked again when it was to be, and never after it has said no', async () => {
    const id = await desk.order();
    await desk.open(id);
    const learnt = desk.clock.now();
    expect((await desk.row(id)).blind).toBe(true);
    await desk.hear(id, { outcome: 'processing' });
    const next = later(learnt, seconds(30));
    const { expires_at: end } = await desk.row(id);
    expect(await desk.stands(id)).toEqual({ state: 'pending', money: 'unknown', blind: false, watch_at: end });
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'processing', outcome_at: learnt, next_check_at: next }]);
    desk.clock.advance(seconds(10));
    await desk.hear(id, { outcome: 'unpaid' });
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'unpaid', next_check_at: next }]);
    await desk.hear(id, { outcome: 'failed' });
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'failed', next_check_at: null, paid_at: null }]);
    expect(await desk.stands(id)).toEqual({ state: 'failed', money: 'none', blind: false, watch_at: end });
    expect(await desk.held(id)).toBe(1);
  });

  test('a payment under way is under way, wherever the person began it and whatever came before', async () => {
    const id = await desk.order();
    for (const outcome of ['processing', 'failed', 'processing'] as const) {
      await desk.hear(id, { outcome });
      expect((await desk.stands(id)).money).toBe(outcome === 'failed' ? 'none' : 'unknown');
    }
  });

  test('a no that comes after the yes of another sheet takes nothing back', async () => {
    const id = await opened();
    await desk.hear(id);
    await desk.hear(id, { providerOrderId: `y-${id}`, outcome: 'failed' });
    expect(await desk.stands(id)).toEqual(PAID);
  });

  test('over, and certain at once: free, without a word', async () => {
    const id = await opened();
    await desk.hear(id, { outcome: 'failed' });
    desk.clock.advance(minutes(20));
    await desk.hear(id, { outcome: 'failed' });
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect([await desk.held(id), await desk.notices(id)]).toEqual([0, []]);
  });

  test('over, and nobody knew: watched for three days; the person hears when it is certain that nothing was taken', async () => {
    const id = await opened();
    const { expires_at: end } = await desk.row(id);
    desk.clock.advance(minutes(20));
    await desk.hear(id, { outcome: 'processing' });
    expect(await desk.stands(id)).toEqual({
      state: 'expired',
      money: 'unknown',
      blind: false,
      watch_at: later(end, days(3)),
    });
    expect([await desk.held(id), await desk.notices(id)]).toEqual([1, []]);
    await desk.hear(id, { outcome: 'unpaid' });
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect([await desk.held(id), await desk.notices(id)]).toEqual([0, ['Chưa có khoản tiền nào bị trừ']]);
    await desk.hear(id, { outcome: 'processing' });
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'none' });
  });

  test('a clock that goes back does not bring an expired order back', async () => {
    const id = await opened();
    const now = desk.clock.now();
    desk.clock.advance(minutes(21));
    await desk.hear(id, { outcome: 'processing' });
    desk.clock.set(now);
    await desk.hear(id, { outcome: 'processing' });
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'unknown' });
  });
});
