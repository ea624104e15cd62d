import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

type Kind = Schemas['Mismatch']['kind'];

export interface Found {
  kind: Kind;
  orderId: string | null;
  attemptId: string | null;
  /** The same finding once. */
  key: string;
  note?: string;
}

export async function findMismatch(tx: Sql, { kind, orderId, attemptId, key, note }: Found, now: Date): Promise<void> {
  await tx.query(
    `insert into payment_mismatches (id, key, kind, order_id, attempt_id, found_at, note)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (key) do nothing`,
    [randomUUID(), key, kind, orderId, attemptId, now, note ?? null],
  );
}

export interface MismatchRow {
  id: string;
  kind: Kind;
  order_id: string | null;
  attempt_id: string | null;
  order_code: string | null;
  provider_order_id: string | null;
  transaction_id: string | null;
  amount_vnd: number | null;
  expected_vnd: number | null;
  found_at: Date;
  note: string | null;
  settled_at: Date | null;
}

const SELECTION = `select m.id, m.kind, m.order_id, m.attempt_id, o.code as order_code, a.provider_order_id, a.transaction_id,
    case when a.paid_at is null then null else a.amount_vnd end as amount_vnd, o.amount_vnd as expected_vnd,
    m.found_at, m.note, m.settled_at
  from payment_mismatches m left join payment_orders o on o.id = m.order_id left join payment_attempts a on a.id = m.attempt_id`;

export async function openMismatches(sql: Sql, limit: number): Promise<MismatchRow[]> {
  const { rows } = await sql.query<MismatchRow>(
    `${SELECTION} where m.settled_at is null order by m.found_at, m.id limit $1`,
    [limit],
  );
  return rows;
}

export async function lockMismatch(tx: Sql, id: string): Promise<MismatchRow | undefined> {
  const { rows } = await tx.query<MismatchRow>(`${SELECTION} where m.id = $1 for update of m`, [id]);
  return rows[0];
}

/** By what it was found under: it has come right by itself. */
export async function closeMismatch(tx: Sql, key: string, by: string, now: Date): Promise<void> {
  await tx.query(
    'update payment_mismatches set settled_at = $2, settled_by = $3 where key = $1 and settled_at is null',
    [key, now, by],
  );
}

export async function settleMismatchRow(
  tx: Sql,
  id: string,
  { by, note }: { by: string; note: string },
  now: Date,
): Promise<void> {
  await tx.query('update payment_mismatches set settled_at = $2, settled_by = $3, note = $4 where id = $1', [
    id,
    now,
    by,
    note,
  ]);
}

export const mismatchView = (row: MismatchRow): Schemas['Mismatch'] => ({
  id: row.id,
  kind: row.kind,
  orderCode: row.order_code,
  providerOrderId: row.provider_order_id,
  transactionId: row.transaction_id,
  amountVnd: row.amount_vnd,
  expectedVnd: row.expected_vnd,
  foundAt: row.found_at.toISOString(),
  state: row.settled_at === null ? 'open' : 'settled',
  note: row.note,
});
