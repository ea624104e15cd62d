import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { callbackOf } from '@dvc/emulator/src/clouds/payment.ts';
import { sessionToken } from '@dvc/emulator/src/clouds/session-token.ts';
import type { World } from '@dvc/emulator/src/world/world.ts';
import type { Order as CheckoutOrder, OrderResult } from '@dvc/emulator/src/world/orders.ts';
import type { TestPhone } from './test-phone.ts';
import { TEST_INTEGRATION_KEY, type TestServer } from './test-server.ts';

export type Order = Schemas['PaymentOrder'];
type Bill = Schemas['ImportedBill'];

/** One month of one pupil, with nothing wrong in it; each call is another bill of another pupil. */
export function bill(changes: Partial<Bill> = {}): Bill {
  const name = randomUUID().slice(0, 8).toUpperCase();
  return {
    billCode: `T11-${name}`,
    studentCode: `HS ${name}`,
    birthDate: '2018-05-01',
    fullName: 'Trần Ngọc Gia Hân',
    className: '3A2',
    title: 'Các khoản thu tháng 11/2026',
    dueDate: '2026-11-30',
    lines: [
      { title: 'Học phí', note: 'Nhà nước miễn', amountVnd: 0 },
      { title: 'Tiền ăn bán trú', note: '20 ngày × 32.000 đồng', amountVnd: 640_000 },
      { title: 'Chăm sóc buổi trưa', amountVnd: 150_000 },
      { title: 'Nước uống', amountVnd: 15_000 },
    ],
    ...changes,
  };
}

export const schoolBills = (bills: readonly Bill[], code = 'TH-KIM-DONG') => ({
  school: { code, name: 'Trường Tiểu học Kim Đồng', phone: '02763822000' },
  bills: [...bills],
});

/** What an office's or a school's program does. */
export async function asOffice<T = unknown>(server: TestServer, method: 'GET' | 'POST', path: string, body?: object) {
  const response = await server.app.inject({
    method,
    url: `/integration${path}`,
    headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
    ...(body ? { payload: body } : {}),
  });
  return { status: response.statusCode, body: response.json<T>() };
}

/** A school brings bills, and a parent follows their pupils; answers the bills as the parent sees them. */
export async function billsFor(server: TestServer, phone: TestPhone, bills: readonly Bill[]) {
  await asOffice(server, 'POST', '/tuition/bills', schoolBills(bills));
  for (const { studentCode, birthDate } of bills)
    await phone.call('POST', '/tuition/students', { body: { studentCode, birthDate } });
  const { body } = await phone.call<{ items: Schemas['Student'][] }>('GET', '/tuition/students');
  return body.items.flatMap((student) => student.bills);
}

export const payFor = (phone: TestPhone, billIds: readonly string[], key: string = randomUUID()) =>
  phone.call<Order & { code: string }>('POST', '/tuition/orders', {
    body: { billIds },
    headers: { 'idempotency-key': key },
  });

export const readOrder = async (phone: TestPhone, id: string): Promise<Order> =>
  (await phone.call<Order>('GET', `/payments/${id}`)).body;

/** The tap: our server signs, and Zalo makes an order of it, which may refuse the signature. Answers Zalo's order. */
export async function openCheckout(
  server: TestServer,
  phone: TestPhone,
  orderId: string,
  key: string = randomUUID(),
): Promise<CheckoutOrder> {
  const { status, body } = await phone.call<Schemas['CheckoutOrder']>('POST', `/payments/${orderId}/checkout`, {
    headers: { 'idempotency-key': key },
  });
  if (status !== 200) throw new Error(`no checkout: ${status} ${JSON.stringify(body)}`);
  return orderAtZalo(server.emulator.world, server.deps.settings.ZALO_PAYMENT_URL, phone.personId, body);
}

/** What the phone does with what our server has signed. */
export async function orderAtZalo(
  world: World,
  paymentUrl: string,
  personId: string,
  signed: Schemas['CheckoutOrder'],
): Promise<CheckoutOrder> {
  const person = world.findPerson(({ id }) => id === personId);
  if (!person) throw new Error('nobody');
  const answer = await fetch(`${paymentUrl}/api/order/create-v2`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sessionToken(person, world.options.appId)}` },
    body: new URLSearchParams({
      amount: String(signed.amount),
      desc: encodeURIComponent(signed.desc),
      item: encodeURIComponent(JSON.stringify(signed.item)),
      extradata: encodeURIComponent(signed.extradata),
      mac: signed.mac,
    }),
  });
  const made = (await answer.json()) as { err: number; data?: { id: string } };
  const order = world.orders.find({ orderId: made.data?.id ?? '' });
  if (!order) throw new Error(`Zalo did not take the order: ${JSON.stringify(made)}`);
  return order;
}

export const report = (phone: TestPhone, orderId: string, body: object) =>
  phone.call<Order>('PUT', `/payments/${orderId}/checkout`, { body });

/** The person pays, or does not; Zalo tells nobody. */
export function settleAtZalo(server: TestServer, order: CheckoutOrder, result: OrderResult = 1): CheckoutOrder {
  return server.emulator.world.orders.settle(order.id, result) ?? order;
}

export const callbackBody = (server: TestServer, order: CheckoutOrder) => callbackOf(order, server.emulator.world);

/** Zalo's call-back, or something that looks like one. */
export async function callBack(server: TestServer, body: object): Promise<number> {
  const response = await server.app.inject({ method: 'POST', url: '/payment-notices/checkout', payload: body });
  return response.json<{ returnCode: number }>().returnCode;
}

/** All of it: an order for these bills, paid and told of. */
export async function pay(server: TestServer, phone: TestPhone, billIds: readonly string[]): Promise<Order> {
  const { body: order } = await payFor(phone, billIds);
  const checkout = await openCheckout(server, phone, order.id);
  await callBack(server, callbackBody(server, settleAtZalo(server, checkout)));
  return readOrder(phone, order.id);
}
