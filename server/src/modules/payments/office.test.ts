import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { later, minutes, seconds } from '#core/clock';
import { openMoneyDesk, type MoneyDesk } from '../../../test/support/money-desk.ts';

describe('what people decide about money', () => {
  let desk: MoneyDesk;
  beforeAll(async () => {
    desk = await openMoneyDesk();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await desk.forgetRefunds();
    // Statements of one test are not about orders of another.
    desk.clock.advance(minutes(60));
  });

  const by = 'Kế toán';
  const decide = (findingId: string | undefined, decision: 'sendBack' | 'notPaid' | 'noted') =>
    desk.office.settleMismatch(findingId ?? '', { decision, note: 'Đã xem', by });
  const finding = async (id: string | null) => (await desk.findings(id)).find(({ open }) => open);

  test('another amount is sent back: the order is over, its things are free', async () => {
    const id = await desk.order();
    await desk.hear(id, { amountVnd: 5_000 });
    const found = await finding(id);
    expect(await decide(found?.id, 'sendBack')).toMatchObject({
      id: found?.id,
      state: 'settled',
      note: 'Đã xem',
      amountVnd: 5_000,
      expectedVnd: 805_000,
    });
    expect(await desk.stands(id)).toEqual({ state: 'refunded', money: 'returning', blind: false, watch_at: null });
    expect(await desk.held(id)).toBe(0);
    await desk.deps.jobs.drain();
    expect(desk.bank.refunds).toMatchObject([{ amountVnd: 5_000, reason: 'Đã xem' }]);
    expect(await desk.booked(id)).toEqual({});
    expect(await desk.stands(id)).toMatchObject({ money: 'returned' });
  });

  test('another amount beside a payment is sent back alone: the order stays paid', async () => {
    const id = await desk.paid();
    await desk.hear(id, { providerOrderId: `y-${id}`, amountVnd: 5_000 });
    await decide((await finding(id))?.id, 'sendBack');
    await desk.deps.jobs.drain();
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect(await desk.held(id)).toBe(1);
    expect(desk.bank.refunds).toHaveLength(1);
  });

  test('another amount under an order that gave way meanwhile', async () => {
    const subject = `bill:${randomUUID()}`;
    const first = await desk.order([subject]);
    await desk.later(minutes(20));
    const second = await desk.order([subject]);
    await desk.hear(second, { amountVnd: 5_000 });
    await desk.hear(first);
    expect(await desk.stands(second)).toMatchObject({ state: 'expired', money: 'taken' });
    await decide((await finding(second))?.id, 'sendBack');
    expect(await desk.stands(second)).toMatchObject({ state: 'refunded', money: 'returning' });
    expect([await desk.held(first), await desk.held(second)]).toEqual([1, 0]);
  });

  test('money nobody waits for any more is sent back as any refund: the payee gives it up', async () => {
    const id = await desk.order();
    desk.told.isAwaited = false;
    await desk.hear(id);
    desk.told.isAwaited = true;
    await decide((await finding(id))?.id, 'sendBack');
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returning' });
    expect(await desk.refundsOf(id)).toMatchObject([{ reason: 'Đã xem', asked_by: by }]);
    await desk.deps.jobs.drain();
    expect(await desk.booked(id)).toEqual({});
  });

  test('money nobody knows goes back where it came from', async () => {
    const name = randomUUID();
    await desk.hear(undefined, { providerOrderId: name, amountVnd: 9_000 });
    await decide((await finding(null))?.id, 'sendBack');
    await desk.deps.jobs.drain();
    expect(desk.bank.refunds).toMatchObject([{ transactionId: `t-${name}`, amountVnd: 9_000 }]);
    expect(await desk.booked(null)).toEqual({});
  });

  test('what has no transaction, and what was never money, cannot be sent back', async () => {
    await desk.hear(undefined, { providerOrderId: randomUUID(), transactionId: null });
    const stray = await finding(null);
    await expect(decide(stray?.id, 'sendBack')).rejects.toMatchObject({ code: 'transition-refused' });
    await decide(stray?.id, 'noted');
    const id = await unresolved();
    await expect(decide((await finding(id))?.id, 'sendBack')).rejects.toMatchObject({ code: 'transition-refused' });
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'unknown' });
  });

  async function unresolved(): Promise<string> {
    const id = await desk.order();
    await desk.open(id);
    await desk.later(minutes(20));
    await desk.later(minutes(60 * 72));
    return id;
  }

  test('nobody paid: free; decided again, by whomever, it stays as it was decided', async () => {
    const id = await unresolved();
    const found = await finding(id);
    expect(await decide(found?.id, 'notPaid')).toMatchObject({ state: 'settled' });
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect(await desk.held(id)).toBe(0);
    const again = await desk.office.settleMismatch(found?.id ?? '', { decision: 'noted', note: 'Khác', by: 'Ai đó' });
    expect(again).toMatchObject({ note: 'Đã xem' });
  });

  test('not paid, said of an order that is paid or free, changes nothing', async () => {
    const id = await desk.order();
    desk.told.isAwaited = false;
    await desk.hear(id);
    desk.told.isAwaited = true;
    await decide((await finding(id))?.id, 'notPaid');
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect(await desk.held(id)).toBe(1);
    const open = await desk.order();
    await desk.hear(open, { amountVnd: 3 });
    await decide((await finding(open))?.id, 'notPaid');
    expect(await desk.stands(open)).toMatchObject({ state: 'created', money: 'taken' });
    expect(await desk.held(open)).toBe(1);
  });

  test('not paid, said of one that gave way with money under it, changes nothing', async () => {
    const subject = `bill:${randomUUID()}`;
    const first = await desk.order([subject]);
    await desk.later(minutes(20));
    const second = await desk.order([subject]);
    await desk.hear(second, { amountVnd: 5_000 });
    await desk.hear(first);
    await decide((await finding(second))?.id, 'notPaid');
    expect(await desk.stands(second)).toMatchObject({ state: 'expired', money: 'taken' });
    expect(await desk.booked(second)).toEqual({ 'provider:checkout': 5_000, suspense: -5_000 });
  });

  test('noted: nothing moves', async () => {
    const id = await unresolved();
    await decide((await finding(id))?.id, 'noted');
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'unknown' });
    await expect(decide(randomUUID(), 'noted')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('findings are listed with what they are about until they are settled', async () => {
    const id = await desk.order();
    await desk.hear(id, { amountVnd: 5_000 });
    const { code } = await desk.row(id);
    const mine = async () => (await desk.office.mismatches()).items.filter(({ orderCode }) => orderCode === code);
    expect(await mine()).toMatchObject([
      {
        kind: 'wrongAmount',
        providerOrderId: `z-${id}`,
        transactionId: `t-z-${id}`,
        amountVnd: 5_000,
        state: 'open',
        note: null,
        foundAt: desk.clock.now().toISOString(),
      },
    ]);
    await decide((await finding(id))?.id, 'noted');
    expect(await mine()).toEqual([]);
  });

  const statement = (
    rows: Parameters<MoneyDesk['office']['statement']>[0]['rows'],
    from: Date,
    until = desk.clock.now(),
    provider: 'checkout' | 'national' = 'checkout',
  ) => desk.office.statement({ provider, from: from.toISOString(), until: until.toISOString(), rows });
  const payment = (name: string, reference: string, amountVnd = 805_000) =>
    ({ kind: 'payment', providerOrderId: name, transactionId: `t-${name}`, amountVnd, reference }) as const;

  test('a payment of the statement is news once', async () => {
    const [id, begin] = [await desk.order(), desk.clock.now()];
    await desk.open(id);
    const rows = [payment(`z-${id}`, id), payment(`z-${id}`, id)];
    expect(await statement(rows, begin)).toMatchObject({ news: 1 });
    expect(await statement(rows, begin)).toMatchObject({ news: 0 });
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect(await desk.attempts(id)).toMatchObject([{ transaction_id: `t-z-${id}`, amount_vnd: 805_000 }]);
  });

  test('a refund of the statement is one that was made: news once, and only of one we sent', async () => {
    const [id, begin] = [await desk.paid(), desk.clock.now()];
    const { code } = await desk.row(id);
    await desk.refund(id);
    desk.bank.answersRefund = 'unknown';
    await desk.deps.jobs.drain();
    const row = (transactionId: string) =>
      ({ kind: 'refund', transactionId, amountVnd: 805_000, providerOrderId: `z-${id}`, reference: code }) as const;
    expect(await statement([row('nobody’s'), row(`t-z-${id}`)], begin)).toMatchObject({ news: 1 });
    expect(await statement([row(`t-z-${id}`)], begin)).toMatchObject({ news: 0 });
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returned' });
    expect((await desk.findings(id)).map(({ kind: what, open }) => [what, open])).toEqual([['refundFailed', false]]);
  });

  test('what a complete statement does not have did not happen', async () => {
    const id = await desk.order();
    const begin = desk.clock.now();
    await desk.open(id);
    await desk.later(minutes(20));
    const { expires_at: end } = await desk.row(id);
    // One that ends too early or begins too late says nothing about it.
    expect(await statement([], begin, later(end, -1))).toEqual({ news: 0, closed: 0 });
    expect(await statement([], later(begin, 1))).toEqual({ news: 0, closed: 0 });
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'unknown' });
    expect(await statement([], begin, end)).toEqual({ news: 0, closed: 1 });
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect(await statement([], begin, end)).toEqual({ news: 0, closed: 0 });
  });

  test('a refund nobody could tell of and the statement does not have is sent again, once', async () => {
    const [id, begin] = [await desk.paid(), desk.clock.now()];
    await desk.refund(id);
    desk.bank.answersRefund = 'unknown';
    await desk.deps.jobs.drain();
    desk.bank.answersRefund = { outcome: 'done', providerRefundId: 'r-2' };
    await statement([], begin);
    await desk.deps.jobs.drain();
    expect(desk.bank.refunds).toHaveLength(1);
    desk.clock.advance(seconds(1));
    await statement([], begin);
    await statement([], begin);
    await desk.deps.jobs.drain();
    expect(desk.bank.refunds).toHaveLength(2);
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returned' });
  });

  test('a statement of another time, or another provider, says nothing of a refund nobody could tell of', async () => {
    const [id, begin] = [await desk.paid(), desk.clock.now()];
    await desk.refund(id);
    desk.bank.answersRefund = 'unknown';
    await desk.deps.jobs.drain();
    desk.bank.answersRefund = { outcome: 'done', providerRefundId: 'r-2' };
    desk.clock.advance(seconds(1));
    await statement([], later(begin, 1));
    await statement([], begin, undefined, 'national');
    await desk.deps.jobs.drain();
    expect(desk.bank.refunds).toHaveLength(1);
    expect(await desk.stands(id)).toMatchObject({ money: 'returning' });
  });

  test('another provider’s statement does not say that nobody paid by Checkout', async () => {
    const [id, begin] = [await desk.order(), desk.clock.now()];
    await desk.open(id);
    await desk.later(minutes(20));
    expect(await statement([], begin, undefined, 'national')).toEqual({ news: 0, closed: 0 });
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'unknown' });
    expect(await desk.held(id)).toBe(1);
  });

  test('the ledger of a time: what went in and out of each account, nothing altogether', async () => {
    const from = desk.clock.now();
    const id = await desk.paid();
    desk.clock.advance(minutes(1));
    const until = desk.clock.now();
    const read = (until_: Date) => desk.office.ledger({ from: from.toISOString(), until: until_.toISOString() });
    const accounts = [
      { account: 'payee:school:A', in: 0, out: 805_000 },
      { account: 'provider:checkout', in: 805_000, out: 0 },
    ];
    expect(await read(until)).toEqual({ accounts, sum: 0 });
    expect(await read(from)).toEqual({ accounts: [], sum: 0 });
    await desk.refund(id);
    await desk.deps.jobs.drain();
    expect(await read(until)).toEqual({ accounts, sum: 0 });
    expect(await read(later(until, 1))).toEqual({
      accounts: [
        { account: 'payee:school:A', in: 805_000, out: 805_000 },
        { account: 'provider:checkout', in: 805_000, out: 805_000 },
        { account: 'suspense', in: 805_000, out: 805_000 },
      ],
      sum: 0,
    });
  });

  test('a ledger that does not add up says by how much', async () => {
    const from = desk.clock.now();
    await desk.paid();
    const until = later(from, 1);
    const read = () => desk.office.ledger({ from: from.toISOString(), until: until.toISOString() });
    await desk.db.query(
      `insert into ledger_lines (posting_id, account, amount_vnd)
       select id, account, amount from ledger_postings, (values ('x', 7), ('y', -3)) as odd (account, amount) where at = $1`,
      [from],
    );
    expect(await read()).toMatchObject({ sum: 4 });
  });
});
