import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import {
  asOffice,
  bill,
  billsFor,
  callBack,
  callbackBody,
  openCheckout,
  payFor,
  report as tellOfCheckout,
  settleAtZalo,
} from '../support/payments.ts';
import { expectStatus } from './steps.ts';
import type { Act, Ordered, Person, SimulatedWorld } from './world.ts';

/** Before an order, or in the middle of paying it, many things may come between. */
async function payOrNot(
  world: SimulatedWorld,
  { phone, orders }: Person,
  { orderId, isFee = false }: { orderId: string; isFee?: boolean },
): Promise<void> {
  const at = world.now().getTime();
  const mood = world.random.next();
  // Begun and forgotten.
  if (mood < 0.2) return void orders.set(orderId, { at, isFee });
  const checkout = await openCheckout(world.server, phone, orderId);
  if (mood < 0.35) return void orders.set(orderId, { at, isFee });
  const settled = settleAtZalo(world.server, checkout);
  const ordered: Ordered = { at, isFee, paidAt: at };
  orders.set(orderId, ordered);
  world.count('paid');
  const hear = () => callBack(world.server, callbackBody(world.server, settled));
  if (mood < 0.7) return void (await hear());
  if (mood < 0.85) {
    const told = { seen: 'opened', checkoutOrderId: checkout.id };
    expectStatus(world, 'checkout told of', (await tellOfCheckout(phone, orderId, told)).status, [200]);
    return;
  }
  // Neither Zalo nor the phone tells us: Zalo does, hours or months later.
  ordered.isUnheard = true;
  world.late.push(async () => {
    await hear();
    world.count('paid, heard of late');
    Object.assign(ordered, { at: world.now().getTime(), isUnheard: false });
  });
}

async function payTuition(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone } = person;
  const wish = bill({ billCode: `T-${randomUUID()}`, studentCode: `HS ${person.phone.personId}` });
  const bills = await billsFor(world.server, phone, [wish]);
  const unpaid = bills.filter(({ state, orderId }) => state === 'unpaid' && orderId === null).slice(-2);
  if (unpaid.length === 0) return;
  const { status, body: order } = await payFor(
    phone,
    unpaid.map(({ id }) => id),
  );
  if (expectStatus(world, 'order made', status, [200, 201, 409]) && status !== 409)
    await payOrNot(world, person, { orderId: order.id });
}

async function payFee(world: SimulatedWorld, person: Person): Promise<void> {
  const { phone, dossiers } = person;
  for (const id of dossiers.values()) {
    const { body: dossier } = await phone.call<Schemas['Dossier']>('GET', `/dossiers/${id}`);
    if (dossier.state !== 'paymentRequired') continue;
    const { status, body: order } = await phone.call<Schemas['PaymentOrder']>('POST', `/dossiers/${id}/fee-order`);
    // Whoever is paying already is led to that.
    if (!expectStatus(world, 'fee ordered', status, [200, 201, 409]) || status === 409) return;
    if (!person.orders.has(order.id)) await payOrNot(world, person, { orderId: order.id, isFee: true });
    return;
  }
}

export const everybodyPays: readonly Act[] = [payTuition];
export const citizensPay: readonly Act[] = [payFee, payFee];

/** The school has taken too much: it goes back, whole, and the person is told. */
export async function refundSomething(world: SimulatedWorld): Promise<void> {
  const { server, random, people } = world;
  const paid = people.flatMap(({ orders }) =>
    [...orders].filter(
      ([, { paidAt, isFee, refundedAt }]) => paidAt !== undefined && !isFee && refundedAt === undefined,
    ),
  );
  if (paid.length === 0) return;
  const [id, ordered] = random.oneOf(paid);
  const { rows } = await server.deps.db.query<{ code: string; state: string }>(
    'select code, state from payment_orders where id = $1',
    [id],
  );
  const [order] = rows;
  if (order?.state !== 'paid') return;
  const wish = { reason: 'Trường thu nhầm', by: 'Kế toán' };
  const { status } = await asOffice(server, 'POST', `/payments/${order.code}/refund`, wish);
  if (expectStatus(world, 'refund asked for', status, [200])) ordered.refundedAt = world.now().getTime();
}
