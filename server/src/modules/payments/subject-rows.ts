import type { Sql } from '#db';
import type { Money, OrderState } from './order-rules.ts';

export interface LiveOrder {
  subject: string;
  orderId: string;
  accountId: string;
  state: OrderState;
  money: Money;
}

/** The orders that have paid these things or may yet have. */
export async function liveOrders(sql: Sql, subjects: readonly string[]): Promise<LiveOrder[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql.query<LiveOrder>(
    `select s.subject, o.id as "orderId", o.account_id as "accountId", o.state, o.money
       from payment_subjects s join payment_orders o on o.id = s.order_id
      where s.subject = any($1::text[]) and s.live`,
    [subjects],
  );
  return rows;
}

/** Takes what is free of these; answers how many it has now. */
export async function takeSubjects(tx: Sql, orderId: string, subjects: readonly string[]): Promise<number> {
  let taken = 0;
  for (const subject of subjects) {
    const { count } = await tx.query(
      `insert into payment_subjects (subject, order_id, live) values ($1, $2, true) on conflict do nothing`,
      [subject, orderId],
    );
    taken += count;
  }
  return taken;
}

export async function freeSubjects(tx: Sql, orderId: string): Promise<void> {
  await tx.query('update payment_subjects set live = false where order_id = $1 and live', [orderId]);
}

/** An order that had given its things up has them again; whoever has them now must have been freed of them first. */
export async function reclaimSubjects(tx: Sql, orderId: string): Promise<void> {
  await tx.query('update payment_subjects set live = true where order_id = $1 and not live', [orderId]);
}

/** Other orders that have what this one is for. */
export async function rivalsOf(tx: Sql, orderId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct o.order_id as id from payment_subjects m join payment_subjects o on o.subject = m.subject
      where m.order_id = $1 and o.live and o.order_id <> $1`,
    [orderId],
  );
  return rows.map(({ id }) => id).sort();
}
