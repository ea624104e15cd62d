import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, later, minutes, seconds } from '#core/clock';
import { openMoneyDesk, type MoneyDesk } from '../../../test/support/money-desk.ts';

describe('asking providers', () => {
  let desk: MoneyDesk;
  beforeAll(async () => {
    desk = await openMoneyDesk();
  });
  afterAll(() => desk.close());
  // What earlier tests left open is not asked about in this one.
  beforeEach(async () => {
    await desk.db.query('update payment_attempts set next_check_at = null');
    await desk.db.query('update payment_orders set watch_at = null');
    desk.bank.asked.length = 0;
    desk.logLines.length = 0;
  });

  async function opened(): Promise<string> {
    const id = await desk.order();
    await desk.open(id);
    await desk.saw(id, 'opened', `z-${id}`);
    return id;
  }
  const asked = (id: string) => desk.bank.asked.filter((name) => name.endsWith(id)).length;
  const says = (id: string, outcome: 'paid' | 'unpaid' | 'failed' | 'processing', more: object = {}) =>
    desk.bank.says.set(`z-${id}`, { ours: id, outcome, transactionId: `t-${id}`, ...more });
  const about = async (id: string, notWithin = 0) =>
    desk.asking.about({ id, code: (await desk.row(id)).code }, notWithin);
  const enqueue = (name: string, payload: object) =>
    desk.db.tx((tx) => desk.deps.jobs.enqueue(tx, name, payload, { key: randomUUID() }));

  test('the clockwork looks every fifteen seconds', () => {
    expect(desk.clockwork.get('payment-checks')?.period).toBe(seconds(15));
  });

  test('when its time has come, and not before, an attempt is asked about; then at the next moment', async () => {
    const id = await opened();
    const learnt = desk.clock.now();
    await desk.later(seconds(30) - 1);
    expect(asked(id)).toBe(0);
    await desk.later(1);
    await desk.later(0);
    expect(asked(id)).toBe(1);
    expect(await desk.attempts(id)).toMatchObject([
      { asked: 1, asked_at: later(learnt, seconds(30)), next_check_at: later(learnt, minutes(1)) },
    ]);
    says(id, 'paid', { amountVnd: 805_000 });
    await desk.later(seconds(30));
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
    await desk.later(minutes(1));
    expect(asked(id)).toBe(2);
  });

  test('what is due together is each asked about, and once, however often the clockwork looks', async () => {
    const [one, two] = [await opened(), await opened()];
    for (const id of [one, two]) says(id, 'unpaid');
    desk.clock.advance(seconds(30));
    await desk.clockwork.get('payment-checks')?.run();
    expect(await desk.later(0)).toBe(2);
    expect([asked(one), asked(two)]).toEqual([1, 1]);
    await desk.db.query('update payment_attempts set next_check_at = null');
    desk.clock.advance(minutes(20));
    await desk.clockwork.get('payment-checks')?.run();
    expect(await desk.later(0)).toBe(2);
    for (const id of [one, two]) expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'none' });
  });

  test('nothing due: nothing is done', async () => {
    await opened();
    expect(await desk.later(0)).toBe(0);
  });

  test('a provider that says nothing is a line in the log, without more', async () => {
    const id = await opened();
    await about(id);
    expect(desk.logLines.join('\n')).toContain('the payment provider did not say');
    expect(await desk.stands(id)).toMatchObject({ state: 'pending', money: 'unknown' });
  });

  test('a fault of ours is not taken for silence', async () => {
    const id = await opened();
    desk.bank.says.set(`z-${id}`, new Error('ours'));
    await expect(about(id)).rejects.toThrow('ours');
    expect(desk.logLines).toEqual([]);
  });

  test('not again within the time; at its end again', async () => {
    const id = await opened();
    says(id, 'processing');
    await about(id, seconds(10));
    await about(id, seconds(10));
    expect(asked(id)).toBe(1);
    desk.clock.advance(seconds(10) - 1);
    await about(id, seconds(10));
    expect(asked(id)).toBe(1);
    desk.clock.advance(1);
    await about(id, seconds(10));
    expect(asked(id)).toBe(2);
  });

  test('a clock that went back does not keep it from being asked', async () => {
    const id = await opened();
    const now = desk.clock.now();
    desk.clock.advance(minutes(5));
    await about(id, seconds(10));
    desk.clock.set(now);
    await about(id, seconds(10));
    expect(asked(id)).toBe(2);
  });

  test.each(['paid', 'failed'] as const)('what is %s for good is not asked about again', async (outcome) => {
    const id = await opened();
    await desk.hear(id, { outcome });
    await about(id);
    expect(asked(id)).toBe(0);
  });

  test.each(['unpaid', 'processing'] as const)('what is only %s is', async (outcome) => {
    const id = await opened();
    await desk.hear(id, { outcome });
    await about(id);
    expect(asked(id)).toBe(1);
  });

  test('all sheets of an order are asked about, those of a provider that is not connected are passed over', async () => {
    const id = await opened();
    await desk.hear(id, { provider: 'national', outcome: 'processing', providerOrderId: `n-${id}` });
    await desk.saw(id, 'opened', `y-${id}`);
    await about(id);
    expect(desk.bank.asked.filter((name) => name.endsWith(id)).sort()).toEqual([`y-${id}`, `z-${id}`]);
  });

  test('named by our code it is ours as well', async () => {
    const id = await opened();
    says(id, 'failed', { ours: (await desk.row(id)).code });
    await about(id);
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'failed' }]);
    expect(await desk.stands(id)).toMatchObject({ state: 'failed', money: 'none' });
  });

  test('a sheet of somebody else’s order says nothing about this one, and its money is theirs', async () => {
    const [victim, id] = [await opened(), await desk.order()];
    await desk.open(id);
    await desk.saw(id, 'opened', `v-${id}`);
    desk.bank.says.set(`v-${id}`, { ours: victim, outcome: 'paid', transactionId: 't', amountVnd: 805_000 });
    await about(id);
    expect(await desk.stands(victim)).toMatchObject({ state: 'paid', money: 'taken' });
    // What it claims is no money and keeps nobody waiting.
    expect(await desk.stands(id)).toMatchObject({ state: 'created', money: 'none' });
    expect(await desk.attempts(id)).toMatchObject([
      { outcome: 'foreign', outcome_at: desk.clock.now(), next_check_at: null, paid_at: null },
    ]);
    await about(id);
    expect(asked(id)).toBe(1);
  });

  test('a sheet that names nobody’s order is no money of this one', async () => {
    const id = await opened();
    desk.bank.says.set(`z-${id}`, { ours: undefined, outcome: 'unpaid' });
    await about(id);
    expect(await desk.attempts(id)).toMatchObject([{ outcome: 'foreign' }]);
  });

  test('a check that was overtaken asks nobody', async () => {
    const id = await opened();
    const [attempt] = await desk.attempts(id);
    await enqueue('payment-check', { attemptId: attempt?.id });
    await enqueue('payment-check', { attemptId: randomUUID() });
    await desk.deps.jobs.drain();
    expect(asked(id)).toBe(0);
    expect((await desk.db.query("select 1 from jobs where kind = 'payment-check'")).rows).toEqual([]);
    await desk.hear(id, { outcome: 'failed' });
    await enqueue('payment-check', { attemptId: attempt?.id });
    await desk.deps.jobs.drain();
    expect(asked(id)).toBe(0);
  });

  test('money nobody knows what it is for is asked about by nobody', async () => {
    const name = `stray-${randomUUID()}`;
    await desk.hear(undefined, { providerOrderId: name });
    await desk.db.query('update payment_attempts set next_check_at = $2 where provider_order_id = $1', [
      name,
      desk.clock.now(),
    ]);
    await desk.later(0);
    expect(desk.bank.asked).toEqual([]);
  });

  test('at its end an order is asked about once more, and is free when nobody paid', async () => {
    const id = await opened();
    says(id, 'unpaid');
    await desk.db.query('update payment_attempts set next_check_at = null');
    await desk.later(minutes(20) - 1);
    expect(await desk.stands(id)).toMatchObject({ state: 'pending' });
    expect(asked(id)).toBe(0);
    await desk.later(1);
    expect(asked(id)).toBe(1);
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'none', blind: false, watch_at: null });
    expect([await desk.held(id), await desk.findings(id)]).toEqual([0, []]);
  });

  test('three days without an answer: a person looks, and we ask no more', async () => {
    const id = await opened();
    const { expires_at: end } = await desk.row(id);
    await desk.later(minutes(20));
    expect(await desk.stands(id)).toMatchObject({ state: 'expired', money: 'unknown', watch_at: later(end, days(3)) });
    await desk.later(days(3) - 1);
    expect(await desk.findings(id)).toEqual([]);
    await desk.later(1);
    expect(await desk.findings(id)).toMatchObject([{ kind: 'unresolved', open: true, attempt_id: null }]);
    expect((await desk.findings(id))[0]?.note).toContain('Ba ngày');
    expect(await desk.stands(id)).toEqual({ state: 'expired', money: 'unknown', blind: false, watch_at: null });
    expect(await desk.held(id)).toBe(1);
  });

  test('an end that was overtaken changes nothing', async () => {
    const id = await opened();
    await enqueue('payment-expiry', { orderId: id });
    await enqueue('payment-expiry', { orderId: randomUUID() });
    await desk.deps.jobs.drain();
    expect(await desk.stands(id)).toMatchObject({ state: 'pending', money: 'unknown' });
    await desk.hear(id);
    desk.clock.advance(days(4));
    await enqueue('payment-expiry', { orderId: id });
    await desk.deps.jobs.drain();
    expect(await desk.stands(id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect(await desk.findings(id)).toEqual([]);
    const { rows } = await desk.db.query("select 1 from jobs where kind like 'payment-%'");
    expect(rows).toEqual([]);
  });
});
