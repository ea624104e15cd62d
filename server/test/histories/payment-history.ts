import { createHmac, randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import type { Order as CheckoutOrder } from '@dvc/emulator/src/world/orders.ts';
import type { Random } from '../../../tests/faults/random.ts';
import { minutes, seconds } from '../../src/core/clock.ts';
import { asOffice, callBack, callbackBody } from '../support/payments.ts';
import type { TestPhone } from '../support/test-phone.ts';
import type { PaymentTown } from './payment-town.ts';

/** Something that happens so many milliseconds from now; what follows from it is put on the list as well. */
export interface Happening {
  at: number;
  run: () => Promise<void>;
}

export interface Agenda {
  after(milliseconds: number, run: () => Promise<void>): void;
  /** For the report: how often what happened. */
  count(what: string): void;
}

const forger = (text: string): string => createHmac('sha256', 'somebody else').update(text).digest('hex');

/** One bill and everybody who has to do with its payment, drawn from a seed. */
export function paymentHistory(town: PaymentTown, billId: string, random: Random, agenda: Agenda): void {
  const { server, phones } = town;
  const { world } = server.emulator;
  let taps = 0;

  const lost = (share: number): boolean => random.chance(share);
  const soon = (): number => random.whole(0, 90) * seconds(1);
  const sometime = (): number => (random.chance(0.5) ? soon() : random.whole(1, 180) * minutes(1));

  async function callBacks(order: CheckoutOrder): Promise<void> {
    const times = random.chance(0.2) ? 0 : random.chance(0.6) ? 1 : random.whole(2, 4);
    if (times === 0) agenda.count('call-backs lost');
    // Written down now and brought later: it says what was true then.
    const body = callbackBody(server, order);
    for (let n = 0; n < times; n += 1) {
      agenda.after(random.chance(0.6) ? 0 : sometime(), async () => {
        agenda.count(n === 0 ? 'call-backs' : 'call-backs again');
        await callBack(server, body);
      });
    }
  }

  async function forge(order: CheckoutOrder): Promise<void> {
    agenda.count('forged');
    const { data, mac, overallMac } = callbackBody(server, {
      ...order,
      result: 1,
      transactionId: `false_${randomUUID()}`,
    });
    const forged = random.oneOf([
      { data, mac: forger(data.orderId), overallMac },
      { data: { ...data, amount: 1 }, mac, overallMac },
      { data: { ...data, orderId: `other_${randomUUID()}` }, mac, overallMac },
      { data, mac, overallMac: forger(mac) },
    ]);
    if ((await callBack(server, forged)) === 1) agenda.count('FORGED AND TAKEN');
  }

  function settle(order: CheckoutOrder, result: 1 | 0 | -1 | -2): void {
    if (random.chance(0.02) && result === 1 && order.result !== 1) {
      agenda.count('another amount');
      order.amount -= 1_000;
    }
    world.orders.settle(order.id, result);
    if (result === 1) agenda.count('paid at Zalo');
  }

  async function report(phone: TestPhone, orderId: string, seen: 'opened' | 'left' | 'done', order?: CheckoutOrder) {
    const named = order ? { checkoutOrderId: order.id } : {};
    await phone.call('PUT', `/payments/${orderId}/checkout`, { body: { seen, ...named } });
  }

  /** What the person does in the sheet. */
  async function inTheSheet(phone: TestPhone, orderId: string, order: CheckoutOrder): Promise<void> {
    const what = random.next();
    if (what < 0.58) settle(order, 1);
    else if (what < 0.68) settle(order, -1);
    else if (what < 0.82) settle(order, -2);
    else if (what < 0.93) {
      settle(order, 0);
      agenda.after(sometime(), async () => {
        settle(order, random.chance(0.7) ? 1 : -1);
        await callBacks(order);
      });
    } else return;
    if (order.result === 1 || order.result === -1) await callBacks(order);
    if (random.chance(0.15)) agenda.after(soon(), () => forge(order));
    const isLiar = random.chance(0.05);
    if (!lost(0.2)) {
      const seen = order.result === -2 || isLiar ? 'left' : 'done';
      agenda.after(random.whole(0, 5) * seconds(1), () => report(phone, orderId, seen, order));
    }
    if (random.chance(0.3))
      agenda.after(soon(), async () => void (await phone.call('POST', `/payments/${orderId}/checks`)));
    // Left, and paid all the same: on another screen, or much later.
    if (order.result === -2 && random.chance(0.2)) {
      agenda.after(sometime(), async () => {
        settle(order, 1);
        await callBacks(order);
      });
    }
    if (order.result !== 1 && taps < 4 && random.chance(0.7)) agenda.after(sometime(), tap);
  }

  async function open(phone: TestPhone, orderId: string, key: string = randomUUID()): Promise<void> {
    const { status, body } = await phone.call<Schemas['CheckoutOrder']>('POST', `/payments/${orderId}/checkout`, {
      headers: { 'idempotency-key': key },
    });
    if (status !== 200) return;
    if (lost(0.06)) {
      agenda.count('signed fields lost');
      // The same tap asks again; or the person gives up, and says so or not.
      if (random.chance(0.4)) {
        agenda.after(soon(), () => open(phone, orderId, key));
        return;
      }
      if (random.chance(0.5)) await report(phone, orderId, 'left');
      if (taps < 4) agenda.after(sometime(), tap);
      return;
    }
    const order = world.orders.create({
      personId: phone.personId,
      amount: body.amount,
      description: body.desc,
      item: body.item,
      extradata: body.extradata,
      method: '',
      isCustom: false,
      createdAt: world.now(),
    });
    agenda.count('sheets');
    if (lost(0.15)) agenda.count('order ids lost');
    else await report(phone, orderId, 'opened', order);
    agenda.after(soon(), () => inTheSheet(phone, orderId, order));
  }

  const order = (phone: TestPhone) =>
    phone.call<Schemas['PaymentOrder']>('POST', '/tuition/orders', {
      body: { billIds: [billId] },
      headers: { 'idempotency-key': randomUUID() },
    });

  async function tap(): Promise<void> {
    taps += 1;
    const phone = random.chance(0.8) ? (phones[0] ?? random.oneOf(phones)) : random.oneOf(phones);
    const answers = await Promise.all(random.chance(0.2) ? [order(phone), order(phone)] : [order(phone)]);
    const [made] = answers.filter(({ status }) => status === 200);
    if (!made) {
      if (answers.some(({ status }) => status >= 500) && taps < 4) agenda.after(soon(), tap);
      return;
    }
    agenda.count('taps');
    agenda.after(random.whole(0, 20) * seconds(1), () => open(phone, made.body.id));
    if (random.chance(0.1)) agenda.after(random.whole(0, 20) * seconds(1), () => open(phone, made.body.id));
    if (random.chance(0.03)) {
      agenda.after(sometime(), async () => {
        agenda.count('refunds asked');
        await asOffice(server, 'POST', `/payments/${made.body.code}/refund`, { reason: 'Thu nhầm', by: 'Kế toán' });
      });
    }
  }

  agenda.after(sometime(), tap);
}
