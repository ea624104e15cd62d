import { randomUUID } from 'node:crypto';
import type { Sql } from '#db';

export interface Posting {
  /** The same money, the same key: booked once. */
  key: string;
  what: 'received' | 'returned';
  orderId: string | null;
  /** Into the first account, out of the second. */
  to: string;
  from: string;
  amountVnd: number;
}

/** Money nobody knows yet what it is for, or that goes back. */
export const SUSPENSE = 'suspense';
export const providerAccount = (provider: string): string => `provider:${provider}`;

/**
 * Books money once, both its ends in the caller's transaction. A posting whose lines did not add up to nothing would take the
 * whole transaction with it.
 */
export async function post(tx: Sql, { key, what, orderId, to, from, amountVnd }: Posting, now: Date): Promise<void> {
  if (!Number.isSafeInteger(amountVnd) || amountVnd <= 0 || to === from) throw new Error(`not money: ${key}`);
  const id = randomUUID();
  const { count } = await tx.query(
    `insert into ledger_postings (id, key, what, order_id, at) values ($1, $2, $3, $4, $5) on conflict (key) do nothing`,
    [id, key, what, orderId, now],
  );
  if (count === 0) throw new Error(`booked already: ${key}`);
  await tx.query(
    'insert into ledger_lines (posting_id, account, amount_vnd) values ($1, $2, $3::bigint), ($1, $4, -$3::bigint)',
    [id, to, amountVnd, from],
  );
  const { rows } = await tx.query<{ sum: number; lines: number }>(
    'select sum(amount_vnd)::bigint as sum, count(*) as lines from ledger_lines where posting_id = $1',
    [id],
  );
  if (rows[0]?.sum !== 0 || rows[0].lines !== 2) throw new Error(`does not balance: ${key}`);
}
