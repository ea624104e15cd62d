import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes, seconds } from '#core/clock';
import {
  asOffice,
  callBack,
  callbackBody,
  openCheckout,
  payFor,
  readOrder,
  report,
  settleAtZalo,
} from '../../../test/support/payments.ts';
import { paying } from '../../../test/support/paying.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { createCheckoutMacs } from '../../integrations/payments/checkout-macs.ts';

const anyKey = () => ({ headers: { 'idempotency-key': randomUUID() } });

describe.each(databaseKinds)('paying on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100' } });
    phone = await (await server.phone('anh').open()).giveContact();
  });
  afterAll(() => server.close());

  const { oneBill, begun, later, billState, mismatchesOf, ledgerOf } = paying(() => ({ server, phone }));

  test('paid by the call-back: receipt, notice, ledger; the phone said no amount and the server signed its own', async () => {
    const { id: billId } = await oneBill();
    const { status, body: order } = await payFor(phone, [billId]);
    expect(status).toBe(200);
    expect(order).toMatchObject({ amountVnd: 805_000, state: 'created', money: 'none', mayPay: true, receipt: null });
    expect(order.code).toMatch(/^HP\d{6}-\d{4}$/);
    const checkout = await openCheckout(server, phone, order.id);
    expect(checkout.amount).toBe(805_000);
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'pending', money: 'unknown', mayPay: false });
    expect(await billState(billId)).toBe('paying');
    expect(await callBack(server, callbackBody(server, settleAtZalo(server, checkout)))).toBe(1);
    const paid = await readOrder(phone, order.id);
    expect(paid).toMatchObject({ state: 'paid', money: 'taken', receipt: { form: '01BLP0-001', symbol: 'BL-26E' } });
    expect(paid.receipt?.number).toMatch(/^\d{7}$/);
    expect(await billState(billId)).toBe('paid');
    expect(await ledgerOf(order)).toEqual({ 'payee:school:TH-KIM-DONG': -805_000, 'provider:checkout': 805_000 });
    const { body: inbox } = await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    expect(inbox.items[0]).toMatchObject({ title: 'Đã đóng 805.000 đồng', path: `/thanh-toan/${order.id}` });
  });

  test('the same call-back again, and late, changes nothing', async () => {
    const { order, checkout } = await begun();
    const body = callbackBody(server, settleAtZalo(server, checkout));
    expect(await callBack(server, body)).toBe(1);
    const once = await readOrder(phone, order.id);
    for (let times = 0; times < 3; times += 1) expect(await callBack(server, body)).toBe(1);
    expect(await readOrder(phone, order.id)).toEqual(once);
    expect(await ledgerOf(order)).toMatchObject({ 'provider:checkout': 805_000 });
    expect(await mismatchesOf(order)).toEqual([]);
  });

  test('two at once are one payment', async () => {
    const { order, checkout } = await begun();
    const body = callbackBody(server, settleAtZalo(server, checkout));
    const [one, two] = await Promise.all([
      callBack(server, body),
      report(phone, order.id, { seen: 'done', checkoutOrderId: checkout.id }),
    ]);
    expect([one, two.status]).toEqual([1, 200]);
    expect(await ledgerOf(order)).toMatchObject({ 'provider:checkout': 805_000 });
  });

  test('forged, changed and unsigned call-backs are turned away', async () => {
    const { order, checkout } = await begun();
    const { data, mac, overallMac } = callbackBody(server, settleAtZalo(server, checkout, 1));
    const others = createCheckoutMacs('somebody else’s key');
    const tries: object[] = [
      { data, mac: '', overallMac: '' },
      { data: { ...data, amount: 1 }, mac, overallMac },
      { data: { ...data, extradata: 'x' }, mac, overallMac },
      { data, mac, overallMac: others.ofAll(data) },
      { data, mac: others.ofAll(data), overallMac },
    ];
    for (const forged of tries) expect(await callBack(server, forged)).not.toBe(1);
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'pending', money: 'unknown' });
  });

  test('another amount is kept apart for a person, who sends it back', async () => {
    const { billId, order, checkout } = await begun();
    settleAtZalo(server, checkout).amount = 5_000;
    expect(await callBack(server, callbackBody(server, checkout))).toBe(1);
    expect(await readOrder(phone, order.id)).toMatchObject({
      state: 'pending',
      money: 'taken',
      mayPay: false,
      receipt: null,
    });
    const [found] = await mismatchesOf(order);
    expect(found).toMatchObject({ kind: 'wrongAmount', amountVnd: 5_000, expectedVnd: 805_000 });
    expect(await ledgerOf(order)).toEqual({ 'provider:checkout': 5_000, suspense: -5_000 });
    const decided = { decision: 'sendBack', note: 'Sai số tiền', by: 'Kế toán' };
    expect((await asOffice(server, 'POST', `/payment-mismatches/${found!.id}`, decided)).status).toBe(200);
    await server.deps.jobs.drain();
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'refunded', money: 'returned' });
    expect(await ledgerOf(order)).toEqual({});
    expect(await billState(billId)).toBe('unpaid');
  });

  test('a refund at which a gateway shows its page is asked once; a person looks whether it happened', async () => {
    const { world } = server.emulator;
    const { order, checkout } = await begun();
    settleAtZalo(server, checkout).amount = 5_000;
    await callBack(server, callbackBody(server, checkout));
    const endpoint = 'payment-mini.zalo.me/api/refund/create';
    world.faults.add({ endpoint, kind: 'html-502' });
    const before = world.log.find(endpoint).length;
    const [found] = await mismatchesOf(order);
    const decided = { decision: 'sendBack', note: 'Sai số tiền', by: 'Kế toán' };
    await asOffice(server, 'POST', `/payment-mismatches/${found!.id}`, decided);
    await server.deps.jobs.drain();
    world.faults.clear(endpoint);
    await later(minutes(30));
    expect(world.log.find(endpoint).length - before).toBe(1);
    expect(await mismatchesOf(order)).toMatchObject([{ kind: 'refundFailed', state: 'open' }]);
  });

  test('a second tap: the same order, whatever its key; nothing may be opened twice', async () => {
    const { id: billId } = await oneBill();
    const [first, second] = await Promise.all([payFor(phone, [billId]), payFor(phone, [billId])]);
    expect(second.body.id).toBe(first.body.id);
    await openCheckout(server, phone, first.body.id);
    const again = await phone.call('POST', `/payments/${first.body.id}/checkout`, anyKey());
    expect(again.body).toMatchObject({ status: 409, code: 'payment-open', orderId: first.body.id });
    expect((await payFor(phone, [billId])).body.id).toBe(first.body.id);
  });

  test('the answer of the tap is lost: the same key gives the same fields, until more is known; another gives none', async () => {
    const { id: billId } = await oneBill();
    const { body: order } = await payFor(phone, [billId]);
    const tap = anyKey();
    const open = (key = tap) => phone.call<Schemas['CheckoutOrder']>('POST', `/payments/${order.id}/checkout`, key);
    const lost = await open();
    expect(lost.status).toBe(200);
    expect((await open()).body).toEqual(lost.body);
    expect((await open(anyKey())).status).toBe(409);
    expect((await report(phone, order.id, { seen: 'left' })).body).toMatchObject({ state: 'created', mayPay: true });
    expect((await open()).status).toBe(409);
    expect((await open(anyKey())).status).toBe(200);
  });

  test('left without paying: at once it may be paid again, and only one is', async () => {
    const { order, checkout } = await begun();
    const left = await report(phone, order.id, { seen: 'left', checkoutOrderId: checkout.id });
    expect(left.body).toMatchObject({ state: 'created', money: 'none', mayPay: true });
    const second = await openCheckout(server, phone, order.id);
    await callBack(server, callbackBody(server, settleAtZalo(server, second)));
    expect((await readOrder(phone, order.id)).state).toBe('paid');
    // And the first sheet was paid all the same, on another screen.
    await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
    expect((await mismatchesOf(order))[0]).toMatchObject({ kind: 'paidTwice', amountVnd: 805_000 });
    await server.deps.jobs.drain();
    expect(await mismatchesOf(order)).toEqual([]);
    expect(await ledgerOf(order)).toMatchObject({ 'provider:checkout': 805_000 });
    expect((await readOrder(phone, order.id)).state).toBe('paid');
  });

  test('PaymentDone is no payment: the bank is still at it', async () => {
    const { order, checkout } = await begun();
    settleAtZalo(server, checkout, 0);
    const done = await report(phone, order.id, { seen: 'done', checkoutOrderId: checkout.id });
    expect(done.body).toMatchObject({ state: 'pending', money: 'unknown', check: { asked: 1 } });
    expect(done.body.check.nextAt).not.toBeNull();
    settleAtZalo(server, checkout, 1);
    server.clock.advance(seconds(11));
    const checked = await phone.call<Schemas['PaymentOrder']>('POST', `/payments/${order.id}/checks`);
    expect(checked.body.state).toBe('paid');
  });

  test('the bank says no: failed, and it may be paid again', async () => {
    const { order, checkout } = await begun();
    settleAtZalo(server, checkout, -1);
    const { body } = await report(phone, order.id, { seen: 'done', checkoutOrderId: checkout.id });
    expect(body).toMatchObject({ state: 'failed', money: 'none', mayPay: true });
    const second = await openCheckout(server, phone, order.id);
    await callBack(server, callbackBody(server, settleAtZalo(server, second)));
    expect((await readOrder(phone, order.id)).state).toBe('paid');
  });

  test('the call-back is lost and the phone is off: the server asks by itself', async () => {
    const { order, checkout } = await begun();
    await report(phone, order.id, { seen: 'opened', checkoutOrderId: checkout.id });
    settleAtZalo(server, checkout, 1);
    await later(seconds(40));
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'paid', check: { asked: 1 } });
  });

  test('nobody pays: after twenty minutes one more question, then it is certain, and the bill is free', async () => {
    const { billId, order, checkout } = await begun();
    await report(phone, order.id, { seen: 'opened', checkoutOrderId: checkout.id });
    await later(minutes(21));
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'expired', money: 'none' });
    expect(await billState(billId)).toBe('unpaid');
    // A payment that comes all the same is theirs.
    await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
    expect(await readOrder(phone, order.id)).toMatchObject({ state: 'paid', money: 'taken' });
    expect(await billState(billId)).toBe('paid');
  });

  test('a phone that names somebody else’s order at Zalo gets nothing by it', async () => {
    const victim = await begun();
    settleAtZalo(server, victim.checkout);
    const { id: billId } = await oneBill();
    const { body: order } = await payFor(phone, [billId]);
    await openCheckout(server, phone, order.id);
    const { body } = await report(phone, order.id, { seen: 'done', checkoutOrderId: victim.checkout.id });
    expect(body.state).not.toBe('paid');
    expect((await readOrder(phone, victim.order.id)).state).toBe('paid');
  });

  test('the private key is in no answer and no line of the log', async () => {
    const { ZALO_CHECKOUT_PRIVATE_KEY: key = '' } = server.deps.settings;
    const { order, checkout } = await begun();
    const texts = [
      (await phone.call('GET', `/payments/${order.id}`)).text,
      (await phone.call('GET', '/payments')).text,
      (await report(phone, order.id, { seen: 'left', checkoutOrderId: checkout.id })).text,
      (await phone.call('POST', `/payments/${order.id}/checkout`)).text,
      ...server.logLines,
    ];
    expect(key.length).toBeGreaterThan(8);
    for (const text of texts) expect(text).not.toContain(key);
  });
});
