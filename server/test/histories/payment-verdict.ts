import type { Schemas } from '@dvc/contract';
import type { Order as CheckoutOrder } from '@dvc/emulator/src/world/orders.ts';
import { days, hours, later, minutes } from '../../src/core/clock.ts';
import { asOffice } from '../support/payments.ts';
import type { PaymentTown } from './payment-town.ts';

/** What the province does at the end of a day: the provider's statement, and a person at the findings. */
export async function reconcile(town: PaymentTown): Promise<void> {
  const { server, db } = town;
  db.startAgain();
  const { world } = server.emulator;
  const statement = async () => {
    const money = world.orders.list().filter(({ result }) => result === 1);
    const row = (kind: 'payment' | 'refund', order: CheckoutOrder) => ({
      kind,
      providerOrderId: order.id,
      transactionId: order.transactionId,
      amountVnd: order.amount,
      reference: (JSON.parse(order.extradata) as { orderId: string }).orderId,
    });
    const rows = [
      ...money.map((order) => row('payment', order)),
      ...money.filter(({ refundId }) => refundId !== undefined).map((order) => row('refund', order)),
    ];
    const now = server.clock.now();
    const span = { from: later(now, -days(30)).toISOString(), until: now.toISOString() };
    await asOffice(server, 'POST', '/payment-statements', { provider: 'checkout', ...span, rows });
  };
  const passing = async (time: number) => {
    server.clock.advance(time);
    await town.work();
  };
  await passing(minutes(40));
  await passing(hours(2));
  await statement();
  await passing(hours(2));
  const { body } = await asOffice<{ items: Schemas['Mismatch'][] }>(server, 'GET', '/payment-mismatches');
  for (const { id, kind } of body.items) {
    if (kind !== 'wrongAmount' && kind !== 'unknownOrder') continue;
    await asOffice(server, 'POST', `/payment-mismatches/${id}`, {
      decision: 'sendBack',
      note: 'Đã xem',
      by: 'Kế toán',
    });
  }
  await passing(hours(2));
  // What was unclear is confirmed by it, or made now.
  await statement();
  await passing(hours(2));
  await passing(hours(2));
}

/** What must never be, in words; empty: all is well. `heldNow`: what the ledger says Zalo holds, for the next time. */
export async function judge(
  town: PaymentTown,
  billIds: readonly string[],
  heldBefore: number,
): Promise<{ wrong: string[]; heldNow: number }> {
  const { db, server } = town;
  const wrong: string[] = [];
  const zalo = server.emulator.world.orders.list();
  const { rows: orders } = await db.query<{ id: string; state: string; money: string; bill: string; amount: number }>(
    `select o.id, o.state, o.money, o.amount_vnd as amount, substr(s.subject, 6) as bill
       from payment_orders o join payment_subjects s on s.order_id = o.id where s.subject = any($1::text[])`,
    [billIds.map((id) => `bill:${id}`)],
  );
  const { rows: bills } = await db.query<{ id: string; paid_at: Date | null }>(
    'select id, paid_at from tuition_bills where id = any($1::uuid[])',
    [billIds],
  );
  for (const { id: billId, paid_at } of bills) {
    const ours = orders.filter(({ bill }) => bill === billId);
    const kept = zalo.filter(
      ({ result, refundId, extradata }) =>
        result === 1 && refundId === undefined && ours.some(({ id }) => extradata.includes(id)),
    );
    const paid = ours.filter(({ state }) => state === 'paid');
    if (kept.length > 1) wrong.push(`bill ${billId}: charged ${kept.length} times`);
    if (kept.length > 0 && paid_at === null) wrong.push(`bill ${billId}: paid at Zalo and not here`);
    if (kept.length === 0 && paid_at !== null) wrong.push(`bill ${billId}: paid here and not at Zalo`);
    if (paid.length !== (paid_at === null ? 0 : 1)) wrong.push(`bill ${billId}: ${paid.length} paid orders`);
    for (const { id, state, money } of ours) {
      const has = zalo.some(
        (order) => order.extradata.includes(id) && order.result === 1 && order.refundId === undefined,
      );
      if (money === 'none' && has) wrong.push(`order ${id}: "no money was taken", and it was`);
      if (!['created', 'failed', 'paid', 'expired', 'refunded'].includes(state))
        wrong.push(`order ${id}: still ${state}`);
    }
  }
  const expected = zalo
    .filter(({ result, refundId }) => result === 1 && refundId === undefined)
    .reduce((sum, { amount }) => sum + amount, 0);
  const { rows: books } = await db.query<{ account: string; sum: number }>(
    `select l.account, sum(l.amount_vnd)::bigint as sum from ledger_lines l group by l.account`,
  );
  const of = (account: string) => books.find((book) => book.account === account)?.sum ?? 0;
  const total = books.reduce((sum, book) => sum + book.sum, 0);
  if (total !== 0) wrong.push(`the ledger is out by ${total}`);
  if (of('suspense') !== 0) wrong.push(`${of('suspense')} are left in suspense`);
  const uneven = await db.query('select 1 from ledger_lines group by posting_id having sum(amount_vnd) <> 0');
  if (uneven.count > 0) wrong.push(`${uneven.count} postings do not balance`);
  const gaps = await db.query<{ gap: number }>('select max(number) - count(*) as gap from fee_receipts');
  if ((gaps.rows[0]?.gap ?? 0) !== 0) wrong.push(`receipt numbers missing: ${gaps.rows[0]?.gap}`);
  const heldNow = of('provider:checkout');
  if (heldNow - heldBefore !== expected)
    wrong.push(`the ledger has ${heldNow - heldBefore} at Zalo, Zalo has ${expected}`);
  return { wrong, heldNow };
}
