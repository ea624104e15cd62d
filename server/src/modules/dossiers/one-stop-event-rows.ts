import type { DossierState } from '@dvc/contract';
import type { Sql, Transaction } from '#db';

export type EventOutcome = 'applied' | 'already' | 'held' | 'late' | 'impossible';

export interface OneStopEventRow {
  system: string;
  event_id: string;
  sequence: number;
  state: DossierState;
  office: string;
  note: string | null;
  occurred_at: Date;
  received_at: Date;
  outcome: EventOutcome;
}

interface NewOneStopEvent {
  system: string;
  eventId: string;
  bodyHash: string;
  dossierId: string;
  sequence: number;
  to: DossierState;
  by: string;
  note: string | null;
  occurredAt: string;
  now: Date;
}

/** False when this event is known. Call with the dossier locked. */
export async function insertOneStopEvent(tx: Transaction, event: NewOneStopEvent): Promise<boolean> {
  const { count } = await tx.query(
    `insert into one_stop_events (system, event_id, body_hash, dossier_id, sequence, state, office, note, occurred_at,
                                  received_at, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'held') on conflict (system, event_id) do nothing`,
    [
      event.system,
      event.eventId,
      event.bodyHash,
      event.dossierId,
      event.sequence,
      event.to,
      event.by,
      event.note,
      new Date(event.occurredAt),
      event.now,
    ],
  );
  return count > 0;
}

export async function findEvent(
  sql: Sql,
  { system, eventId }: { system: string; eventId: string },
): Promise<{ body_hash: string; outcome: EventOutcome }> {
  const { rows } = await sql.query<{ body_hash: string; outcome: EventOutcome }>(
    'select body_hash, outcome from one_stop_events where system = $1 and event_id = $2',
    [system, eventId],
  );
  if (!rows[0]) throw new Error('an event that was written down is not there');
  return rows[0];
}

export async function settleEvent(
  tx: Transaction,
  { system, event_id }: OneStopEventRow,
  outcome: EventOutcome,
): Promise<void> {
  await tx.query('update one_stop_events set outcome = $3 where system = $1 and event_id = $2', [
    system,
    event_id,
    outcome,
  ]);
}

/** `settled`: the highest number that was dealt with; `reached`: the highest that the dossier has followed. */
export async function progressOf(sql: Sql, dossierId: string): Promise<{ settled: number; reached: number }> {
  const { rows } = await sql.query<{ settled: number; reached: number }>(
    `select coalesce(max(sequence) filter (where outcome <> 'held'), 0) as settled,
            coalesce(max(sequence) filter (where outcome in ('applied', 'already')), 0) as reached
       from one_stop_events where dossier_id = $1`,
    [dossierId],
  );
  return rows[0] ?? { settled: 0, reached: 0 };
}

/** Events of a dossier that are not dealt with, in the one-stop system's order. */
export async function openEventsOf(sql: Sql, dossierId: string): Promise<OneStopEventRow[]> {
  const { rows } = await sql.query<OneStopEventRow>(
    `select system, event_id, sequence, state, office, note, occurred_at, received_at, outcome from one_stop_events
      where dossier_id = $1 and outcome in ('held', 'impossible') order by sequence, received_at`,
    [dossierId],
  );
  return rows;
}

/** Dossiers with an event that has waited too long for an earlier one, a page by id: those that must go on waiting hold up none. */
export async function dossiersWithOldGaps(
  sql: Sql,
  { before, after, limit }: { before: Date; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql.query<{ dossier_id: string }>(
    `select distinct dossier_id from one_stop_events
      where outcome = 'held' and received_at <= $1 and dossier_id > $2::uuid order by dossier_id limit $3`,
    [before, after, limit],
  );
  return rows.map(({ dossier_id }) => dossier_id);
}

/** When the last line of a timeline was written. */
export async function lastEventAt(sql: Sql, dossierId: string): Promise<Date> {
  const { rows } = await sql.query<{ at: Date }>(
    'select at from dossier_events where dossier_id = $1 order by position desc limit 1',
    [dossierId],
  );
  return rows[0]?.at ?? new Date(0);
}
