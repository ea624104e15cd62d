import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minutes, seconds } from '#core/clock';
import { openMoneyDesk, type MoneyDesk } from '../../../test/support/money-desk.ts';

describe('money that goes back', () => {
  let desk: MoneyDesk;
  beforeAll(async () => {
    desk = await openMoneyDesk();
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.forgetRefunds());

  const refund = (id: string, key?: string) => desk.refund(id, key);
  async function asked(): Promise<string> {
    const id = await desk.paid();
    await refund(id);
    return id;
  }
  const stateOf = async (id: string) => (await desk.refundsOf(id)).map(({ state }) => state);
  const failure = async (id: string) =>
    (await desk.findings(id)).filter((found) => found.kind === 'refundFailed' && found.open);
  const send = () => desk.deps.jobs.drain();

  test('asked for by the office: booked back from the payee, what it paid is open again, not yet returned', async () => {
    const id = await asked();
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returning' });
    expect(await desk.held(id)).toBe(0);
    expect(desk.told.returned.at(-1)).toEqual(await desk.subjects(id));
    expect(await desk.booked(id)).toEqual({ 'provider:checkout': 805_000, suspense: -805_000 });
    const { rows } = await desk.db.query('select what from ledger_postings where order_id = $1 order by what', [id]);
    expect(rows).toEqual([{ what: 'received' }, { what: 'returned' }]);
    const [attempt] = await desk.attempts(id);
    expect(await desk.refundsOf(id)).toMatchObject([
      { state: 'asked', reason: 'Thu nhầm', asked_by: 'Kế toán', attempt_id: attempt?.id },
    ]);
  });

  test('the same wish again, by the same key or another, is one refund', async () => {
    const [id, key] = [await desk.paid(), randomUUID()];
    for (const again of [key, key, randomUUID()]) await refund(id, again);
    expect(await desk.refundsOf(id)).toHaveLength(1);
    await send();
    expect(desk.bank.refunds).toHaveLength(1);
  });

  test('one key, another order: refused', async () => {
    const [one, two, key] = [await desk.paid(), await desk.paid(), randomUUID()];
    await refund(one, key);
    await expect(refund(two, key)).rejects.toMatchObject({ code: 'idempotency-conflict' });
  });

  test('two systems that happen to use one key are two wishes', async () => {
    const [one, two, key] = [await desk.paid(), await desk.paid(), randomUUID()];
    await refund(one, key);
    const { code } = await desk.row(two);
    await desk.office.refund({ code, reason: 'Thu nhầm', by: 'Kế toán', system: 'another', key });
    expect([await stateOf(one), await stateOf(two)]).toEqual([['asked'], ['asked']]);
  });

  test('what nobody paid cannot go back; a code nobody has is not found', async () => {
    const id = await desk.order();
    await expect(refund(id)).rejects.toMatchObject({ code: 'transition-refused' });
    const nobody = { code: 'HP0-0', reason: 'x', by: 'x', system: 's', key: randomUUID() };
    await expect(desk.office.refund(nobody)).rejects.toMatchObject({ code: 'not-found' });
    expect(await desk.refundsOf(id)).toEqual([]);
  });

  test('another amount is not what was paid: it cannot be asked back as that', async () => {
    const id = await desk.order();
    await desk.hear(id, { amountVnd: 5_000 });
    await expect(refund(id)).rejects.toMatchObject({ code: 'transition-refused' });
    expect(await desk.booked(id)).toEqual({ 'provider:checkout': 5_000, suspense: -5_000 });
  });

  test('done: the whole amount, once; the ledger is even, the person is told', async () => {
    const id = await asked();
    await send();
    await send();
    expect(desk.bank.refunds).toEqual([{ transactionId: `t-z-${id}`, amountVnd: 805_000, reason: 'Thu nhầm' }]);
    expect(await desk.stands(id)).toMatchObject({ state: 'refunded', money: 'returned' });
    expect(await desk.booked(id)).toEqual({});
    expect(await stateOf(id)).toEqual(['done']);
    expect((await desk.notices(id)).sort()).toEqual(['Đã hoàn 805.000 đồng', 'Đã đóng 805.000 đồng'].sort());
  });

  test('the bank refuses: a person looks, the order goes on waiting for its money', async () => {
    const id = await asked();
    desk.bank.answersRefund = { outcome: 'failed', providerRefundId: null };
    await send();
    expect(await stateOf(id)).toEqual(['failed']);
    expect((await failure(id))[0]?.note).toContain('từ chối');
    expect(await desk.stands(id)).toMatchObject({ money: 'returning' });
    await desk.later(minutes(30));
    expect(desk.bank.refunds).toHaveLength(1);
  });

  test('a bank at work is asked about that refund every ten minutes, never for another', async () => {
    const id = await asked();
    desk.bank.answersRefund = { outcome: 'processing', providerRefundId: 'r-7' };
    await send();
    expect(await stateOf(id)).toEqual(['processing']);
    desk.clock.advance(minutes(10) - 1);
    await send();
    expect(desk.bank.refundChecks).toEqual([]);
    desk.clock.advance(1);
    desk.bank.answersRefund = 'unknown';
    await send();
    expect(await stateOf(id)).toEqual(['processing']);
    desk.clock.advance(minutes(10) - 1);
    await send();
    expect(desk.bank.refundChecks).toEqual(['r-7']);
    desk.clock.advance(1);
    desk.bank.answersRefund = { outcome: 'done', providerRefundId: 'r-7' };
    await send();
    expect(desk.bank.refundChecks).toEqual(['r-7', 'r-7']);
    expect(desk.bank.refunds).toHaveLength(1);
    expect([await stateOf(id), await failure(id)]).toEqual([['done'], []]);
  });

  test('a bank at work that gives the refund no name cannot be asked: never sent again, a person looks', async () => {
    const id = await asked();
    desk.bank.answersRefund = { outcome: 'processing', providerRefundId: null };
    await send();
    expect(await stateOf(id)).toEqual(['processing']);
    desk.bank.answersRefund = { outcome: 'done', providerRefundId: 'r-2' };
    await desk.later(minutes(30));
    expect([desk.bank.refunds.length, await stateOf(id)]).toEqual([1, ['unclear']]);
    expect((await failure(id))[0]?.note).toContain('không cho mã');
  });

  test('the question did not arrive: asked again after five minutes', async () => {
    const id = await asked();
    desk.bank.answersRefund = 'never';
    await send();
    expect([await stateOf(id), await failure(id)]).toEqual([['asked'], []]);
    desk.bank.answersRefund = { outcome: 'done', providerRefundId: 'r-1' };
    desk.clock.advance(minutes(5) - 1);
    await send();
    expect(desk.bank.refunds).toHaveLength(1);
    desk.clock.advance(1);
    await send();
    expect(desk.bank.refunds).toHaveLength(2);
    expect(await stateOf(id)).toEqual(['done']);
  });

  test('nobody can tell whether it arrived: never sent again by itself, a person looks', async () => {
    const id = await asked();
    desk.bank.answersRefund = 'unknown';
    await send();
    expect(await stateOf(id)).toEqual(['unclear']);
    expect((await failure(id))[0]?.note).toContain('không trả lời');
    await desk.later(minutes(60));
    expect(desk.bank.refunds).toHaveLength(1);
  });

  test('the server stopped in the middle: what was being sent is not sent again', async () => {
    const id = await asked();
    desk.bank.answersRefund = new Error('the process died here');
    await send();
    expect(await stateOf(id)).toEqual(['sending']);
    desk.clock.advance(seconds(5));
    await send();
    expect(await stateOf(id)).toEqual(['unclear']);
    expect((await failure(id))[0]?.note).toContain('Máy chủ dừng');
    expect(desk.bank.refunds).toHaveLength(1);
  });

  test('a provider that is no longer connected: put aside for people', async () => {
    const id = await desk.order();
    await desk.hear(id, { provider: 'national' });
    await refund(id);
    await send();
    expect(desk.logLines.join('\n')).toContain('no longer connected');
    expect(desk.bank.refunds).toEqual([]);
  });

  test.each([
    ['done', { outcome: 'done', providerRefundId: 'r-1' }],
    ['failed', { outcome: 'failed', providerRefundId: null }],
    ['unclear', 'unknown'],
  ] as const)('a job that comes once more for a refund that is %s sends nothing', async (state, answer) => {
    const id = await asked();
    desk.bank.answersRefund = answer;
    await send();
    const [made] = await desk.refundsOf(id);
    await desk.db.tx((tx) => desk.deps.jobs.enqueue(tx, 'payment-refund', { refundId: made?.id }));
    expect(await send()).toBe(1);
    expect([desk.bank.refunds.length, await stateOf(id)]).toEqual([1, [state]]);
  });

  test('a refund nobody knows asks nobody', async () => {
    await desk.db.tx((tx) => desk.deps.jobs.enqueue(tx, 'payment-refund', { refundId: randomUUID() }));
    expect(await send()).toBe(1);
    expect(desk.bank.refunds).toEqual([]);
  });

  test('what was paid twice goes back, its finding closes, and the order stays paid', async () => {
    const id = await desk.paid();
    await desk.hear(id, { providerOrderId: `y-${id}` });
    await send();
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect(await desk.findings(id)).toMatchObject([{ kind: 'paidTwice', open: false }]);
    expect(await desk.booked(id)).toEqual({ 'provider:checkout': 805_000, 'payee:school:A': -805_000 });
    // The office may still send the first back, which is another refund.
    await refund(id);
    await send();
    expect(desk.bank.refunds.map(({ transactionId }) => transactionId)).toEqual([`t-y-${id}`, `t-z-${id}`]);
    expect(await desk.booked(id)).toEqual({});
  });
});
