import type { Schemas } from '@dvc/contract';
import { later, seconds } from '#core/clock';
import type { Call } from '#core/handler';
import { once } from '#core/idempotency';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { attemptsOf, learnAttempt, MOST_ATTEMPTS, saveAttempt } from './attempt-rows.ts';
import type { Asking } from './asking.ts';
import { nextCheck, ORDER_LASTS } from './order-rules.ts';
import { itemsOf, ownOrder, saveOrder, type OrderRow } from './order-rows.ts';
import { mayPay, orderView } from './order-view.ts';
import type { Providers } from './providers.ts';
import { restand, type SettleDeps } from './settle.ts';

type Report = Call<'reportCheckout'>['body'];

interface Own {
  orderId: string;
  accountId: string;
}

/** "Hỏi lại": the provider is not asked about the same thing more often. */
const NOT_WITHIN = seconds(10);

const described = ({ code, title }: OrderRow): string => `${code} ${title}`.slice(0, 200);

/** Between the tap and the result: what the phone is given, and what it says it saw. */
export function createCheckout(deps: SettleDeps, { checkout }: Providers, asking: Asking) {
  const { db, clock } = deps;

  const locked = async (tx: Transaction, own: Own): Promise<OrderRow> =>
    (await ownOrder(tx, { ...own, lock: true })) ?? refuse('not-found');

  async function view(own: Own): Promise<Schemas['PaymentOrder']> {
    return orderView(db, (await ownOrder(db, own)) ?? refuse('not-found'));
  }

  async function note(tx: Transaction, row: OrderRow, { seen, checkoutOrderId }: Report, now: Date): Promise<void> {
    if (checkoutOrderId === undefined) {
      // Only that Checkout never began ends an opening without a name; for anything else we go on not knowing.
      if (seen === 'left') await restand(tx, deps, { ...row, blind: false }, now);
      return;
    }
    const known = await attemptsOf(tx, [row.id]);
    const isNew = !known.some(({ provider_order_id }) => provider_order_id === checkoutOrderId);
    if (isNew && known.length >= MOST_ATTEMPTS) refuse('too-many-requests', { retryAfter: 1200 });
    const attempt = await learnAttempt(
      tx,
      { provider: 'checkout', providerOrderId: checkoutOrderId, orderId: row.id },
      now,
    );
    if (attempt.paid_at === null) {
      // A report that was overtaken takes nothing back.
      const saw = seen === 'opened' && attempt.seen !== null ? attempt.seen : seen;
      const next =
        attempt.outcome === 'failed' || attempt.outcome === 'foreign' ? null : nextCheck(attempt.learnt_at, now);
      await saveAttempt(tx, { ...attempt, seen: saw, next_check_at: next });
    }
    await restand(tx, deps, { ...row, blind: false }, now);
  }

  return {
    view,

    /** One key is one tap: whose answer was lost asks again and is not told that somebody is paying. */
    async open(own: Own, key: string): Promise<Schemas['CheckoutOrder']> {
      const desk = checkout ?? refuse('payment-unavailable');
      const now = clock.now();
      const keyed = { owner: own.accountId, key, operation: 'openCheckout', body: own.orderId };
      const answer = await db.tx(async (tx) => {
        const order = await locked(tx, own);
        if (order.state === 'paid' || order.state === 'refunded') refuse('already-paid', { orderId: order.id });
        if (order.state === 'expired' && order.money === 'none')
          refuse('not-found', { detail: 'Đơn này đã quá hạn, chưa có khoản tiền nào bị trừ. Mở lại khoản phải đóng.' });
        const tap = { isFirst: false };
        const fields = await once(tx, keyed, now, async () => {
          tap.isFirst = true;
          if (!mayPay(order)) refuse('payment-open', { orderId: order.id });
          const expiresAt = later(now, ORDER_LASTS);
          const opened = { state: 'pending', money: 'unknown', blind: true, opened_at: now } as const;
          const row = await saveOrder(tx, order, { ...opened, expires_at: expiresAt, watch_at: expiresAt });
          const items = itemsOf(row).map(({ subject, amountVnd }) => ({ id: subject, amount: amountVnd }));
          const { id, amount_vnd: amountVnd } = row;
          return JSON.stringify(desk.sign({ id, amountVnd, description: described(row), items }));
        });
        // Handed out again only while it is this tap that stands: what came of it since is known better.
        if (!tap.isFirst && order.state !== 'pending') refuse('payment-open', { orderId: order.id });
        return fields;
      });
      return JSON.parse(answer) as Schemas['CheckoutOrder'];
    },

    async report(own: Own, report: Report): Promise<Schemas['PaymentOrder']> {
      const row = await db.tx(async (tx) => {
        const order = await locked(tx, own);
        await note(tx, order, report, clock.now());
        return order;
      });
      if (report.seen !== 'opened' && report.checkoutOrderId !== undefined) await asking.about(row, 0);
      return view(own);
    },

    async check(own: Own): Promise<Schemas['PaymentOrder']> {
      const row = (await ownOrder(db, own)) ?? refuse('not-found');
      if (row.money === 'unknown') await asking.about(row, NOT_WITHIN);
      return view(own);
    },
  };
}
