import { seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Jobs } from '#core/jobs';
import { ProviderSilent, type ProviderNews } from '../../integrations/payments/payment-provider.ts';
import { attemptsOf, claimAsking, dueAttempts, findAttempt, saveAttempt, type AttemptRow } from './attempt-rows.ts';
import { findMismatch } from './mismatch-rows.ts';
import { nextCheck } from './order-rules.ts';
import { lockOrder, saveOrder, type OrderRow } from './order-rows.ts';
import type { Providers } from './providers.ts';
import { restand, settle, type SettleDeps } from './settle.ts';

const CHECK = 'payment-check';
const EXPIRY = 'payment-expiry';
/** What one round queues; the rest comes with the next. */
const AT_ONCE = 500;

/** Asks providers about what they have not said by themselves. */
export interface Asking {
  /** About everything of an order that is still open, unless somebody asked within so many milliseconds. */
  about(order: Pick<OrderRow, 'id' | 'code'>, notWithin: number): Promise<void>;
}

const isFinal = ({ outcome }: AttemptRow): boolean => ['paid', 'failed', 'foreign'].includes(outcome ?? '');

async function queueDue({ db, clock, jobs }: Deps & { jobs: Jobs }): Promise<void> {
  const now = clock.now();
  const attempts = await dueAttempts(db, now, AT_ONCE);
  const { rows: orders } = await db.query<{ id: string; at: Date }>(
    'select id, watch_at as at from payment_orders where watch_at <= $1 order by watch_at limit $2',
    [now, AT_ONCE],
  );
  if (attempts.length + orders.length === 0) return;
  await db.tx(async (tx) => {
    for (const { id, at } of attempts)
      await jobs.enqueue(tx, CHECK, { attemptId: id }, { key: `${CHECK}:${id}:${at.toISOString()}` });
    for (const { id, at } of orders)
      await jobs.enqueue(tx, EXPIRY, { orderId: id }, { key: `${EXPIRY}:${id}:${at.toISOString()}` });
  });
}

export function createAsking(deps: SettleDeps, providers: Providers): Asking {
  const { db, clock, jobs, log } = deps;

  async function takeIn(attempt: AttemptRow, order: Pick<OrderRow, 'id' | 'code'>, news: ProviderNews): Promise<void> {
    await db.tx(async (tx) => {
      const now = clock.now();
      await settle(tx, deps, news, now);
      if (news.ours === order.id || news.ours === order.code) return;
      // A phone named an order at the provider that is not for this order of ours: it says nothing about it.
      const row = await lockOrder(tx, { id: order.id });
      await saveAttempt(tx, { ...attempt, outcome: 'foreign', outcome_at: now, next_check_at: null });
      if (row) await restand(tx, deps, row, now);
    });
  }

  async function ask(attempt: AttemptRow, order: Pick<OrderRow, 'id' | 'code'>, notWithin: number): Promise<void> {
    const now = clock.now();
    const provider = providers.named(attempt.provider);
    if (!provider) return;
    const next = nextCheck(attempt.learnt_at, now);
    const claimed = await claimAsking(db, attempt.id, { now, next, notWithin });
    if (!claimed) return;
    try {
      const asked = { providerOrderId: claimed.provider_order_id, orderCode: order.code };
      await takeIn(claimed, order, await provider.status(asked));
    } catch (error) {
      if (!(error instanceof ProviderSilent)) throw error;
      log.warn({ orderId: order.id, provider: attempt.provider, err: error }, 'the payment provider did not say');
    }
  }

  async function about(order: Pick<OrderRow, 'id' | 'code'>, notWithin: number): Promise<void> {
    for (const attempt of await attemptsOf(db, [order.id])) {
      if (!isFinal(attempt)) await ask(attempt, order, notWithin);
    }
  }

  async function orderOf(id: string): Promise<Pick<OrderRow, 'id' | 'code'> | undefined> {
    const { rows } = await db.query<{ id: string; code: string }>('select id, code from payment_orders where id = $1', [
      id,
    ]);
    return rows[0];
  }

  jobs.handle(CHECK, async ({ payload }) => {
    const attempt = await findAttempt(db, String(payload['attemptId']));
    const isDue = attempt !== undefined && attempt.next_check_at !== null && attempt.next_check_at <= clock.now();
    const order = isDue && attempt.order_id !== null ? await orderOf(attempt.order_id) : undefined;
    if (attempt && order) await ask(attempt, order, 0);
  });

  jobs.handle(EXPIRY, async ({ payload }) => {
    const order = await orderOf(String(payload['orderId']));
    if (!order) return;
    await about(order, 0);
    await db.tx(async (tx) => {
      const now = clock.now();
      const row = await lockOrder(tx, { id: order.id });
      if (!row || row.watch_at === null || row.watch_at > now) return;
      const stands = await restand(tx, deps, row, now);
      if (stands.watch_at === null || stands.watch_at > now) return;
      // It has been over for days, and still nobody knows.
      const note = 'Ba ngày chưa biết đơn này đã được trả hay chưa. Đối chiếu sao kê của cổng thanh toán.';
      const found = {
        kind: 'unresolved',
        orderId: row.id,
        attemptId: null,
        key: `unresolved:${row.id}`,
        note,
      } as const;
      await findMismatch(tx, found, now);
      await saveOrder(tx, stands, { watch_at: null });
    });
  });

  jobs.every('payment-checks', seconds(15), () => queueDue(deps));

  return { about };
}
