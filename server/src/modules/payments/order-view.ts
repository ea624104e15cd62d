import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { attemptsOf, type AttemptRow } from './attempt-rows.ts';
import { receiptsOfOrders } from './fee-receipts.ts';
import { itemsOf, type OrderRow } from './order-rows.ts';

const last = (dates: readonly (Date | null)[]): string | null =>
  dates
    .filter((date) => date !== null)
    .map((date) => date.toISOString())
    .sort()
    .at(-1) ?? null;

const first = (dates: readonly (Date | null)[]): string | null =>
  dates
    .filter((date) => date !== null)
    .map((date) => date.toISOString())
    .sort()
    .at(0) ?? null;

/** Checkout may be opened: nothing is under way, and no money lies with us that a person must look at. */
export const mayPay = ({ state, money }: OrderRow): boolean =>
  (state === 'created' || state === 'failed') && money === 'none';

const isOpen = ({ state }: OrderRow): boolean => ['created', 'pending', 'failed'].includes(state);

function view(row: OrderRow, attempts: readonly AttemptRow[], receipt: Schemas['FeeReceipt'] | null) {
  const isSettled = row.money !== 'unknown';
  return {
    id: row.id,
    code: row.code,
    purpose: { kind: row.kind, title: row.title, path: row.path },
    amountVnd: row.amount_vnd,
    items: itemsOf(row).map(({ title, amountVnd }) => ({ title, amountVnd })),
    state: row.state,
    money: row.money,
    createdAt: row.created_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    paidAt: row.paid_at?.toISOString() ?? null,
    mayPay: mayPay(row),
    check: {
      asked: attempts.reduce((sum, { asked }) => sum + asked, 0),
      lastAt: last(attempts.map(({ asked_at }) => asked_at)),
      nextAt: isSettled ? null : first(attempts.map(({ next_check_at }) => next_check_at)),
    },
    expiresAt: isOpen(row) ? row.expires_at.toISOString() : null,
    receipt,
  } satisfies Schemas['PaymentOrder'];
}

/** Orders as their owner sees them. */
export async function orderViews(sql: Sql, rows: readonly OrderRow[]): Promise<Schemas['PaymentOrder'][]> {
  const ids = rows.map(({ id }) => id);
  const attempts = await attemptsOf(sql, ids);
  const receipts = await receiptsOfOrders(sql, ids);
  return rows.map((row) =>
    view(
      row,
      attempts.filter(({ order_id }) => order_id === row.id),
      receipts.get(row.id) ?? null,
    ),
  );
}

export async function orderView(sql: Sql, row: OrderRow): Promise<Schemas['PaymentOrder']> {
  const [one] = await orderViews(sql, [row]);
  return one ?? Promise.reject(new Error('an order without a view'));
}
