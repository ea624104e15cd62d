import type { DossierState } from '@dvc/contract';
import type { Page } from '#core/page-cursor';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import type { ActedFor } from './acting.ts';
import type { DossierClock } from './dossier-clock.ts';

export interface DossierRow extends ActedFor {
  id: string;
  code: string;
  citizen_id: string;
  procedure_code: string;
  procedure_name: string;
  form_version: string;
  answers: string;
  office: string;
  working_days: number | null;
  state: DossierState;
  submitted_at: Date;
  changed_at: Date;
  registered_at: Date | null;
  accepted_on: string | null;
  due_date: string | null;
  paused_on: string | null;
  /** The day of the last letter of apology. */
  apologised_on: string | null;
  receipt: string;
  /** Whom it is about, as far as it is known. */
  about_name: string | null;
  /** How many supplements were asked for. */
  supplements: number;
  /** What is to be paid, as JSON. */
  fee: string | null;
}

/** A dossier without its two large columns, for whoever does not read them. */
export type ShownDossier = Omit<DossierRow, 'answers' | 'receipt'>;

export interface EventRow {
  at: Date;
  state: DossierState;
  note: string | null;
  office: string | null;
}

/** Columns of a {@link ShownDossier}. */
export const SHOWN = `id, code, citizen_id, procedure_code, procedure_name, form_version, office, working_days, state,
  submitted_at, changed_at, registered_at, accepted_on, due_date, paused_on, delegation_id, subject_name,
  supplements, fee, apologised_on, about_name`;

const COLUMNS = `${SHOWN}, answers, receipt`;

export function clockOf(row: ShownDossier): DossierClock {
  const { state, working_days, accepted_on, due_date, paused_on } = row;
  return { state, workingDays: working_days, acceptedOn: accepted_on, dueDate: due_date, pausedOn: paused_on };
}

export type NewDossier = Omit<
  DossierRow,
  | 'state'
  | 'changed_at'
  | 'registered_at'
  | 'accepted_on'
  | 'due_date'
  | 'paused_on'
  | 'supplements'
  | 'fee'
  | 'apologised_on'
> & {
  account_id: string;
  draft_id: string;
  /** For the numbers: when its draft was begun, and whether the province knew some of it already. */
  begun_at: Date;
  reused: boolean;
};

export async function insertDossier(tx: Sql, dossier: NewDossier): Promise<void> {
  await tx.query(
    `insert into dossiers (id, code, citizen_id, account_id, draft_id, procedure_code, procedure_name, form_version, answers,
                           office, working_days, state, submitted_at, changed_at, receipt, delegation_id, subject_name,
                           about_name, begun_at, reused)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'submitted', $12, $12, $13, $14, $15, $16, $17, $18)`,
    [
      dossier.id,
      dossier.code,
      dossier.citizen_id,
      dossier.account_id,
      dossier.draft_id,
      dossier.procedure_code,
      dossier.procedure_name,
      dossier.form_version,
      dossier.answers,
      dossier.office,
      dossier.working_days,
      dossier.submitted_at,
      dossier.receipt,
      dossier.delegation_id,
      dossier.subject_name,
      dossier.about_name,
      dossier.begun_at,
      dossier.reused,
    ],
  );
}

export interface NewEvent {
  dossierId: string;
  at: Date;
  state: DossierState;
  note: string | null;
  office: string | null;
  system: string | null;
}

/** Writes the next line of the timeline and answers its number. Call with the dossier locked. */
export async function insertEvent(tx: Sql, event: NewEvent): Promise<number> {
  const { rows } = await tx.query<{ position: number }>(
    `insert into dossier_events (dossier_id, position, at, state, note, office, system)
     select $1::uuid, coalesce(max(position), 0) + 1, $2::timestamptz, $3::text, $4::text, $5::text, $6::text
       from dossier_events where dossier_id = $1::uuid
     returning position`,
    [event.dossierId, event.at, event.state, event.note, event.office, event.system],
  );
  return rows[0]?.position ?? 0;
}

/** Somebody's own dossier; another's is `not-found`. */
export async function ownDossier(sql: Sql, id: string, citizenId: string, { lock = false } = {}): Promise<DossierRow> {
  const { rows } = await sql.query<DossierRow>(
    `select ${COLUMNS} from dossiers where id = $1 and citizen_id = $2 ${lock ? 'for update' : ''}`,
    [id, citizenId],
  );
  return rows[0] ?? refuse('not-found');
}

export async function findByCode(sql: Sql, code: string, { lock = false } = {}): Promise<DossierRow | undefined> {
  const { rows } = await sql.query<DossierRow>(
    `select ${COLUMNS} from dossiers where code = $1 ${lock ? 'for update' : ''}`,
    [code],
  );
  return rows[0];
}

export async function dossierByCode(sql: Sql, code: string, options?: { lock?: boolean }): Promise<DossierRow> {
  return (await findByCode(sql, code, options)) ?? refuse('not-found');
}

/** Undefined when there is none; for jobs, which may outlive what they were about. */
export async function dossierById(sql: Sql, id: string): Promise<DossierRow | undefined> {
  const { rows } = await sql.query<DossierRow>(`select ${COLUMNS} from dossiers where id = $1`, [id]);
  return rows[0];
}

/** One that is known to be there, held until the transaction ends. */
export async function lockedDossier(tx: Transaction, id: string): Promise<DossierRow> {
  const { rows } = await tx.query<DossierRow>(`select ${COLUMNS} from dossiers where id = $1 for update`, [id]);
  if (!rows[0]) throw new Error('a dossier that others point to is not there');
  return rows[0];
}

/** The timeline in its order. */
export async function eventsOf(sql: Sql, dossierId: string): Promise<Pick<EventRow, 'at' | 'state'>[]> {
  const { rows } = await sql.query<Pick<EventRow, 'at' | 'state'>>(
    'select at, state from dossier_events where dossier_id = $1 order by position',
    [dossierId],
  );
  return rows;
}

/** A page of somebody's dossiers, last changed first; one row more than asked for tells that there is more. */
export async function pageOfOwn(sql: Sql, citizenId: string, { after, limit }: Page): Promise<ShownDossier[]> {
  const { rows } = await sql.query<ShownDossier>(
    `select ${SHOWN} from dossiers
      where citizen_id = $1 ${after ? 'and (changed_at, id) < ($3::timestamptz, $4::uuid)' : ''}
      order by changed_at desc, id desc limit $2`,
    [citizenId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  return rows;
}

/**
 * A page of everybody's dossiers in a state, oldest change first. Only conditions that are asked for stand in the statement:
 * its plan is kept, and one for all cases would read the whole table in some.
 */
export async function pageOfAll(
  sql: Sql,
  state: DossierState | undefined,
  { after, limit }: Page,
): Promise<ShownDossier[]> {
  const params: unknown[] = [limit + 1];
  const next = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [
    ...(state ? [`state = ${next(state)}`] : []),
    ...(after ? [`(changed_at, id) > (${next(after.at)}::timestamptz, ${next(after.id)}::uuid)`] : []),
  ];
  const { rows } = await sql.query<ShownDossier>(
    `select ${SHOWN} from dossiers ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
      order by changed_at, id limit $1`,
    params,
  );
  return rows;
}

/** For whom dossiers were sent; those that one sent for oneself are left out. */
export async function actedForOf(sql: Sql, ids: readonly string[]): Promise<(ActedFor & { id: string })[]> {
  const { rows } = await sql.query<ActedFor & { id: string }>(
    'select id, delegation_id, subject_name from dossiers where id = any($1::uuid[]) and delegation_id is not null',
    [ids],
  );
  return rows;
}

/** Only the receipt: the wallet asks for nothing else. */
export async function receiptOf(sql: Sql, id: string, citizenId: string): Promise<string | undefined> {
  const { rows } = await sql.query<{ receipt: string }>(
    'select receipt from dossiers where id = $1 and citizen_id = $2',
    [id, citizenId],
  );
  return rows[0]?.receipt;
}

export async function receiptsOf(sql: Sql, citizenId: string, limit: number): Promise<string[]> {
  const { rows } = await sql.query<{ receipt: string }>(
    'select receipt from dossiers where citizen_id = $1 order by submitted_at desc, id desc limit $2',
    [citizenId, limit],
  );
  return rows.map(({ receipt }) => receipt);
}
