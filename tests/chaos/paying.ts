import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { CASHIER_KEY } from '../../emulator/src/identity.ts';
import { callbackOf } from '../../emulator/src/clouds/payment.ts';
import type { Order } from '../../emulator/src/world/orders.ts';
import { bill, orderAtZalo, schoolBills } from '../../server/test/support/payments.ts';
import { Abandoned } from './patience.ts';
import type { Person } from './person.ts';
import { expectStatus, type Act, type Scene } from './scene.ts';

const post = (scene: Scene, path: string, body: object, key?: string) =>
  scene.watch.ask({
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${CASHIER_KEY}`, 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });

/** A school brings a bill, and a parent follows the pupil. */
async function newBill({ call, patience }: Person, scene: Scene): Promise<{ billId: string; studentId: string }> {
  const wish = bill({ fullName: scene.mark });
  const key = randomUUID();
  const path = '/integration/tuition/bills';
  expectStatus(
    scene,
    'bill brought',
    await patience.insist('pay', () => post(scene, path, schoolBills([wish]), key)),
    200,
  );
  const { studentCode, birthDate } = wish;
  const followed = await call<Schemas['Student']>('pay', 'POST', '/tuition/students', {
    body: { studentCode, birthDate },
  });
  if (followed.status >= 400) expectStatus(scene, 'pupil followed', followed, 201);
  const { body } = await call<{ items: Schemas['Student'][] }>('pay', 'GET', '/tuition/students');
  const found = body.items.find(({ id }) => id === followed.body.id)?.bills[0];
  if (found === undefined) throw new Abandoned('the bill is not there');
  return { billId: found.id, studentId: followed.body.id };
}

/** By Checkout, told by Zalo or only by the phone; through the national platform; or as it comes. */
type By = 'phone' | 'national' | 'anything';

/** Zalo tells of it: in time or late, once or twice, after somebody who only says to be Zalo; or not at all, and the phone does. */
async function tellOf(
  checkout: Order,
  { orderId, by }: { orderId: string; by: By },
  { call, patience }: Person,
  scene: Scene,
): Promise<void> {
  const told = callbackOf(checkout, scene.town.emulator.world);
  const callBack = (body: object) => patience.insist('pay', () => post(scene, '/payment-notices/checkout', body));
  const { random } = scene;
  if (random.chance(0.2)) await callBack({ ...told, data: { ...told.data, amount: 1 } });
  if (by === 'phone' || random.chance(0.25)) {
    const body = { seen: 'opened', checkoutOrderId: checkout.id };
    const heard = await call('tell-of-payment', 'PUT', `/payments/${orderId}/checkout`, { body });
    return expectStatus(scene, 'payment told by the phone', heard, 200);
  }
  if (random.chance(0.2)) await new Promise((done) => setTimeout(done, 3_000));
  await callBack(told);
  if (random.chance(0.3)) await callBack(told);
}

/** Through the national platform, with the order's code; at first a bank is still at it. */
async function payNationally(
  order: { id: string; code: string; amountVnd: number },
  { patience }: Person,
  scene: Scene,
) {
  const { national } = scene.town;
  const paid = { transaction: randomUUID(), amountVnd: order.amountVnd };
  national.known.set(order.code, { ...paid, state: '3' });
  const tell = async () => {
    const noted = await national.tell(scene.town.url, order.code).catch(() => false);
    return { status: noted ? 200 : 0, text: '' };
  };
  await patience.insist('pay', tell);
  // From here on only whoever asks hears of it.
  national.known.set(order.code, { ...paid, state: '1' });
}

const paying =
  (by: By): Act =>
  async (person, scene) => {
    const { call } = person;
    const headers = { 'idempotency-key': randomUUID() };
    const { billId, studentId } = await newBill(person, scene);
    const body = { billIds: [billId] };
    const made = await call<Schemas['PaymentOrder']>('pay', 'POST', '/tuition/orders', { body, headers });
    if (made.status !== 200) expectStatus(scene, 'order made', made, 201);
    // One follows so many pupils and no more.
    await call('pay', 'DELETE', `/tuition/students/${studentId}`);
    const { id, code } = made.body;
    const noted = { code, owner: person.id, isPaid: true, isKnown: false };
    if (by === 'national' || (by === 'anything' && scene.random.chance(0.25))) {
      await payNationally({ id, code, amountVnd: made.body.amountVnd }, person, scene);
      return void scene.notebook.orders.set(id, noted);
    }
    const signed = await call<Schemas['CheckoutOrder']>('pay', 'POST', `/payments/${id}/checkout`, {
      headers: { 'idempotency-key': randomUUID() },
    });
    expectStatus(scene, 'checkout opened', signed, 200);
    const { world } = scene.town.emulator;
    const zalo = `${scene.town.emulator.controlUrl}/__zalo__/payment-mini.zalo.me`;
    const checkout = await orderAtZalo(world, zalo, person.id, signed.body);
    if (by === 'anything' && scene.random.chance(0.15))
      return void scene.notebook.orders.set(id, { ...noted, isPaid: false });
    const settled = world.orders.settle(checkout.id, 1) ?? checkout;
    await tellOf(settled, { orderId: id, by }, person, scene);
    scene.notebook.orders.set(id, noted);
  };

/** A bill is paid, and sooner or later the order says so. */
export const pay = paying('anything');
/** And nobody but the provider knows that it was: it has to be asked. */
export const payUntold = { checkout: paying('phone'), national: paying('national') };

/** As the app does while an order's screen is open. */
export const askOfPayment: Act = async (person, { notebook }) => {
  const open = [...notebook.orders].find(([, { owner, isPaid, isKnown }]) => owner === person.id && isPaid && !isKnown);
  if (open === undefined) return;
  const [id, order] = open;
  const { body } = await person.call<Schemas['PaymentOrder']>('pay', 'POST', `/payments/${id}/checks`);
  if (body.state === 'paid') notebook.orders.set(id, { ...order, isKnown: true });
};
