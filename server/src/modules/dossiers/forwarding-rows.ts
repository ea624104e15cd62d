import type { Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';
import type { DossierRow } from './dossier-rows.ts';

/** What made it necessary to give a dossier over (again). */
export type ForwardingCause = 'sent' | 'moved' | 'retried' | 'supplemented' | 'paid' | 'withdrawn';

export interface ForwardingRow {
  sequence: number;
  about: ForwardingCause;
  state: 'waiting' | 'late' | 'dead' | 'delivered';
  attempts: number;
  created_at: Date;
  changed_at: Date;
}

/** Allots the next number of a dossier. Call with the dossier locked. */
export async function insertForwarding(
  tx: Transaction,
  { dossierId, about, now }: { dossierId: string; about: ForwardingCause; now: Date },
): Promise<number> {
  const { rows } = await tx.query<{ sequence: number }>(
    `insert into forwardings (dossier_id, sequence, about, state, created_at, changed_at)
     select $1::uuid, coalesce(max(sequence), 0) + 1, $2::text, 'waiting', $3::timestamptz, $3::timestamptz
       from forwardings where dossier_id = $1::uuid
     returning sequence`,
    [dossierId, about, now],
  );
  return rows[0]?.sequence ?? 0;
}

/** The newest is the only one that counts. */
export async function newestForwarding(sql: Sql, dossierId: string): Promise<ForwardingRow | undefined> {
  const { rows } = await sql.query<ForwardingRow>(
    `select sequence, about, state, attempts, created_at, changed_at from forwardings
      where dossier_id = $1 order by sequence desc limit 1`,
    [dossierId],
  );
  return rows[0];
}

interface At {
  dossierId: string;
  sequence: number;
  now: Date;
}

export async function countTry(sql: Sql, { dossierId, sequence }: At): Promise<void> {
  await sql.query('update forwardings set attempts = attempts + 1 where dossier_id = $1 and sequence = $2', [
    dossierId,
    sequence,
  ]);
}

export async function noteError(sql: Sql, { dossierId, sequence }: At, reason: string): Promise<void> {
  await sql.query('update forwardings set last_error = $3 where dossier_id = $1 and sequence = $2', [
    dossierId,
    sequence,
    reason,
  ]);
}

/** True for whoever moved it: two processes that find the same say it once. */
export async function changeForwarding(
  sql: Sql,
  { dossierId, sequence, now }: At,
  to: 'late' | 'dead',
): Promise<boolean> {
  const from = to === 'late' ? ['waiting'] : ['waiting', 'late'];
  const { count } = await sql.query(
    `update forwardings set state = $3, changed_at = $4
      where dossier_id = $1 and sequence = $2 and state = any($5::text[])`,
    [dossierId, sequence, to, now, from],
  );
  return count > 0;
}

/**
 * The one-stop system has this number and with it everything before. Answers whether this was the second acknowledgement,
 * and whether the citizen had been told that it takes long.
 */
export async function closeForwarding(
  tx: Transaction,
  { dossierId, sequence, now }: At,
): Promise<{ isFirst: boolean; wasLate: boolean }> {
  const { rows } = await tx.query<{ late: boolean }>(
    `select coalesce(bool_or(state in ('late', 'dead')), false) as late from forwardings
      where dossier_id = $1 and sequence <= $2 and about <> 'moved'`,
    [dossierId, sequence],
  );
  await tx.query(
    `update forwardings set state = 'delivered', changed_at = $3, last_error = null
      where dossier_id = $1 and sequence <= $2 and state <> 'delivered'`,
    [dossierId, sequence, now],
  );
  return { isFirst: await registerDossier(tx, dossierId, now), wasLate: rows[0]?.late ?? false };
}

/** The one-stop system has it: the second acknowledgement, once. Answers whether it was this time. */
export async function registerDossier(tx: Transaction, dossierId: string, now: Date): Promise<boolean> {
  const { rows } = await tx.query<{ registered_at: Date | null }>(
    'select registered_at from dossiers where id = $1 for update',
    [dossierId],
  );
  if (rows[0]?.registered_at !== null) return false;
  await tx.query('update dossiers set registered_at = $2 where id = $1', [dossierId, now]);
  return true;
}

export async function forwardedPapers(sql: Sql, dossierId: string): Promise<Set<string>> {
  const { rows } = await sql.query<{ file_id: string }>('select file_id from forwarded_papers where dossier_id = $1', [
    dossierId,
  ]);
  return new Set(rows.map(({ file_id }) => file_id));
}

export async function notePaper(sql: Sql, dossierId: string, fileId: string): Promise<void> {
  await sql.query('insert into forwarded_papers (dossier_id, file_id) values ($1, $2) on conflict do nothing', [
    dossierId,
    fileId,
  ]);
}

export async function forgetPapers(sql: Sql, dossierId: string): Promise<void> {
  await sql.query('delete from forwarded_papers where dossier_id = $1', [dossierId]);
}

const shown = { waiting: 'onItsWay', late: 'late', dead: 'stuck', delivered: 'arrived' } as const;

/** How far a dossier is on its way, as the citizen reads it; `newest` matters until it has arrived. */
export function forwardingView(
  row: Pick<DossierRow, 'registered_at'>,
  newest: Pick<ForwardingRow, 'state' | 'created_at' | 'changed_at'> | undefined,
): Schemas['Forwarding'] {
  if (row.registered_at !== null) return { state: 'arrived', since: row.registered_at.toISOString() };
  if (!newest) return { state: 'byHand', since: null };
  const since = newest.state === 'waiting' ? newest.created_at : newest.changed_at;
  return { state: shown[newest.state], since: since.toISOString() };
}
