import { randomUUID } from 'node:crypto';
import { later } from '#core/clock';
import type { Sql } from '#db';
import type { ProviderName } from '../../integrations/payments/payment-provider.ts';
import type { Attempt } from './order-rules.ts';

export interface AttemptRow {
  id: string;
  provider: ProviderName;
  provider_order_id: string;
  order_id: string | null;
  seen: Attempt['seen'];
  outcome: 'paid' | 'failed' | 'processing' | 'unpaid' | 'foreign' | null;
  outcome_at: Date | null;
  transaction_id: string | null;
  amount_vnd: number | null;
  paid_at: Date | null;
  learnt_at: Date;
  asked: number;
  asked_at: Date | null;
  next_check_at: Date | null;
}

const COLUMNS = `id, provider, provider_order_id, order_id, seen, outcome, outcome_at, transaction_id, amount_vnd, paid_at,
  learnt_at, asked, asked_at, next_check_at`;

/** One tap can be one order at the provider; more than this is somebody playing. */
export const MOST_ATTEMPTS = 20;

/** Of one order, as they became known. */
export async function attemptsOf(sql: Sql, orderIds: readonly string[]): Promise<AttemptRow[]> {
  const { rows } = await sql.query<AttemptRow>(
    `select ${COLUMNS} from payment_attempts where order_id = any($1::uuid[]) order by learnt_at, id`,
    [orderIds],
  );
  return rows;
}

/** Known from now on, from whomever; the same again is the same. */
export async function learnAttempt(
  tx: Sql,
  { provider, providerOrderId, orderId }: { provider: ProviderName; providerOrderId: string; orderId: string | null },
  now: Date,
): Promise<AttemptRow> {
  const key = [provider, providerOrderId, orderId];
  await tx.query(
    `insert into payment_attempts (id, provider, provider_order_id, order_id, learnt_at) values ($4, $1, $2, $3, $5)
     on conflict do nothing`,
    [...key, randomUUID(), now],
  );
  const { rows } = await tx.query<AttemptRow>(
    `select ${COLUMNS} from payment_attempts
      where provider = $1 and provider_order_id = $2
        and ${orderId === null ? 'order_id is null and $3::uuid is null' : 'order_id = $3'} for update`,
    key,
  );
  return rows[0] ?? Promise.reject(new Error('an attempt that was just learnt is not there'));
}

export async function saveAttempt(tx: Sql, row: AttemptRow): Promise<void> {
  await tx.query(
    `update payment_attempts set seen = $2, outcome = $3, outcome_at = $4, transaction_id = $5, amount_vnd = $6, paid_at = $7,
       next_check_at = $8 where id = $1`,
    [row.id, row.seen, row.outcome, row.outcome_at, row.transaction_id, row.amount_vnd, row.paid_at, row.next_check_at],
  );
}

/** Whoever moves this forward asks; undefined: somebody did a moment ago. */
export async function claimAsking(
  sql: Sql,
  id: string,
  { now, next, notWithin }: { now: Date; next: Date | null; notWithin: number },
): Promise<AttemptRow | undefined> {
  const { rows } = await sql.query<AttemptRow>(
    `update payment_attempts set asked = asked + 1, asked_at = $2, next_check_at = $3
      where id = $1 and paid_at is null and (asked_at is null or asked_at <= $4 or asked_at > $2)
     returning ${COLUMNS}`,
    [id, now, next, later(now, -notWithin)],
  );
  return rows[0];
}

/** Attempts whose time to be asked about has come. */
export async function dueAttempts(sql: Sql, now: Date, limit: number): Promise<{ id: string; at: Date }[]> {
  const { rows } = await sql.query<{ id: string; at: Date }>(
    'select id, next_check_at as at from payment_attempts where next_check_at <= $1 order by next_check_at limit $2',
    [now, limit],
  );
  return rows;
}

export async function findAttempt(sql: Sql, id: string): Promise<AttemptRow | undefined> {
  const { rows } = await sql.query<AttemptRow>(`select ${COLUMNS} from payment_attempts where id = $1`, [id]);
  return rows[0];
}

/** The one that paid an order and was kept. */
export async function paidAttempt(sql: Sql, orderId: string): Promise<AttemptRow | undefined> {
  const { rows } = await sql.query<AttemptRow>(
    `select ${COLUMNS} from payment_attempts a where order_id = $1 and paid_at is not null
        and not exists (select 1 from payment_refunds r where r.attempt_id = a.id)
      order by paid_at limit 1`,
    [orderId],
  );
  return rows[0];
}

/** Already booked as money, under whichever order. */
export async function isMoneyKnown(tx: Sql, provider: ProviderName, providerOrderId: string): Promise<boolean> {
  const { count } = await tx.query(
    'select 1 from payment_attempts where provider = $1 and provider_order_id = $2 and paid_at is not null',
    [provider, providerOrderId],
  );
  return count > 0;
}
