import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days, hours, minutes } from '#core/clock';
import {
  asOffice,
  callBack,
  callbackBody,
  pay,
  payFor,
  readOrder,
  report,
  settleAtZalo,
} from '../../../test/support/payments.ts';
import { paying } from '../../../test/support/paying.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

describe.each(databaseKinds)('the truth about money, found out later, on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    phone = await (await server.phone('anh').open()).giveContact();
  });
  afterAll(() => server.close());

  const { oneBill, begun, later, billState, mismatchesOf, ledgerOf } = paying(() => ({ server, phone }));

  test('late money after another order has paid goes back by itself', async () => {
    const { billId, order, checkout } = await begun();
    await report(phone, order.id, { seen: 'opened', checkoutOrderId: checkout.id });
    await later(minutes(21));
    const second = await pay(server, phone, [billId]);
    expect(second.state).toBe('paid');
    await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'refunded', money: 'returning', receipt: null });
    await server.deps.jobs.drain();
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'refunded', money: 'returned' });
    expect(checkout.refundId).toBeDefined();
    expect(await ledgerOf(order)).toEqual({});
    expect((await readOrder(phone, second.id)).state).toBe('paid');
  });

  test('signed fields nobody heard of again: unknown, not free, until the statement says', async () => {
    const { billId, order, checkout } = await begun();
    const opened = (await readOrder(phone, order.id)).openedAt!;
    await later(minutes(21));
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'expired', money: 'unknown', mayPay: false });
    expect((await payFor(phone, [billId])).body).toMatchObject({ code: 'payment-open', orderId: order.id });
    const span = { provider: 'checkout', from: opened, until: server.clock.now().toISOString() };
    // It was paid after all.
    const { transactionId } = settleAtZalo(server, checkout);
    const rows = [
      { kind: 'payment', providerOrderId: checkout.id, transactionId, amountVnd: 805_000, reference: order.id },
    ];
    const { body } = await asOffice(server, 'POST', '/payment-statements', { ...span, rows });
    expect(body).toMatchObject({ news: 1 });
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'paid', money: 'taken' });

    const other = await begun();
    await later(minutes(21));
    const until = server.clock.now().toISOString();
    await asOffice(server, 'POST', '/payment-statements', { ...span, until, rows: [] });
    expect(await readOrder(phone, other.order.id)).toMatchObject({ state: 'expired', money: 'none' });
    expect(await billState(other.billId)).toBe('unpaid');
  });

  test('three days without an answer: a person looks', async () => {
    const { billId, order, checkout } = await begun();
    settleAtZalo(server, checkout, 0);
    await report(phone, order.id, { seen: 'done', checkoutOrderId: checkout.id });
    await later(hours(1));
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'expired', money: 'unknown' });
    await later(days(3));
    const [found] = await mismatchesOf(order);
    expect(found).toMatchObject({ kind: 'unresolved', amountVnd: null });
    const decided = { decision: 'notPaid', note: 'Ngân hàng xác nhận không nhận', by: 'Kế toán' };
    await asOffice(server, 'POST', `/payment-mismatches/${found!.id}`, decided);
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'expired', money: 'none' });
    expect(await billState(billId)).toBe('unpaid');
  });

  test('a refund by the office: back to the citizen, the bill open again, the ledger even', async () => {
    const { id: billId } = await oneBill();
    const order = await pay(server, phone, [billId]);
    const asked = await asOffice(server, 'POST', `/payments/${order.code}/refund`, {
      reason: 'Thu nhầm',
      by: 'Kế toán',
    });
    expect(asked.status).toBe(200);
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'refunded', money: 'returning' });
    await server.deps.jobs.drain();
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'refunded', money: 'returned' });
    expect(await ledgerOf(order)).toEqual({});
    expect(await billState(billId)).toBe('unpaid');
    expect((await pay(server, phone, [billId])).state).toBe('paid');
  });

  test('the books balance, whatever happened', async () => {
    const span = 'from=2000-01-01T00:00:00.000Z&until=2100-01-01T00:00:00.000Z';
    const { body } = await asOffice<{ accounts: object[]; sum: number }>(server, 'GET', `/ledger?${span}`);
    expect(body.sum).toBe(0);
    expect(body.accounts.length).toBeGreaterThan(1);
    const uneven = await server.deps.db.query(
      'select posting_id from ledger_lines group by posting_id having sum(amount_vnd) <> 0 or count(*) <> 2',
    );
    expect(uneven.count).toBe(0);
  });
});
