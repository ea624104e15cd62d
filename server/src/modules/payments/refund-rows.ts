import { randomUUID } from 'node:crypto';
import type { Deps } from '#core/deps';
import type { Sql, Transaction } from '#db';
import type { ProviderName } from '../../integrations/payments/payment-provider.ts';
import type { AttemptRow } from './attempt-rows.ts';

export type RefundState = 'asked' | 'sending' | 'processing' | 'unclear' | 'failed' | 'done';

export interface RefundRow {
  id: string;
  attempt_id: string;
  order_id: string | null;
  reason: string;
  state: RefundState;
  provider_refund_id: string | null;
  changed_at: Date;
  provider: ProviderName;
  transaction_id: string | null;
  amount_vnd: number;
}

/** The job that sends money back; its payload is `{ refundId }`. */
export const REFUND = 'payment-refund';

interface Asked {
  attempt: AttemptRow;
  orderId: string | null;
  reason: string;
  by: string;
}

/** The whole of a payment is to go back, once; the same again changes nothing. */
export async function askRefund(
  tx: Transaction,
  { jobs }: Pick<Deps, 'jobs'>,
  { attempt, orderId, reason, by }: Asked,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  const { count } = await tx.query(
    `insert into payment_refunds (id, attempt_id, order_id, reason, asked_by, state, created_at, changed_at)
     values ($1, $2, $3, $4, $5, 'asked', $6, $6) on conflict (attempt_id) do nothing`,
    [id, attempt.id, orderId, reason, by, now],
  );
  if (count > 0) await jobs.enqueue(tx, REFUND, { refundId: id }, { key: `${REFUND}:${id}` });
}

const SELECTION = `select r.id, r.attempt_id, r.order_id, r.reason, r.state, r.provider_refund_id, r.changed_at, a.provider,
    a.transaction_id, a.amount_vnd
  from payment_refunds r join payment_attempts a on a.id = r.attempt_id`;

export async function lockRefund(tx: Sql, id: string): Promise<RefundRow | undefined> {
  const { rows } = await tx.query<RefundRow>(`${SELECTION} where r.id = $1 for update of r`, [id]);
  return rows[0];
}

export async function refundOfTransaction(
  tx: Sql,
  provider: ProviderName,
  transactionId: string,
): Promise<RefundRow | undefined> {
  const { rows } = await tx.query<RefundRow>(
    `${SELECTION} where a.provider = $1 and a.transaction_id = $2 for update of r`,
    [provider, transactionId],
  );
  return rows[0];
}

/** Refunds through a provider, all of whose history lies in a time, of which nobody knows whether they were made. */
export async function unclearRefunds(
  tx: Sql,
  { provider, from, until }: { provider: ProviderName; from: Date; until: Date },
  limit: number,
): Promise<RefundRow[]> {
  const { rows } = await tx.query<RefundRow>(
    `${SELECTION} where r.state = 'unclear' and r.changed_at < $1 and r.created_at >= $2 and a.provider = $3
      order by r.changed_at limit $4 for update of r`,
    [until, from, provider, limit],
  );
  return rows;
}

export async function saveRefund(
  tx: Sql,
  id: string,
  { state, providerRefundId }: { state: RefundState; providerRefundId?: string | null },
  now: Date,
): Promise<void> {
  await tx.query(
    `update payment_refunds set state = $2, provider_refund_id = coalesce($3, provider_refund_id), changed_at = $4 where id = $1`,
    [id, state, providerRefundId ?? null, now],
  );
}
