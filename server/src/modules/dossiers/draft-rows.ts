import type { Schemas } from '@dvc/contract';
import type { Answers } from '@dvc/contract/forms';
import { days, later } from '#core/clock';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { actingForView, type ActedFor } from './acting.ts';

const KEPT = days(60);
export const MOST_DRAFTS = 50;

export interface DraftRow extends ActedFor {
  id: string;
  citizen_id: string;
  procedure_code: string;
  form_version: string;
  answers: string;
  old_answers: string;
  prefilled: string;
  started_at: Date;
  page: string;
  rev: number;
  saved_at: Date;
  expires_at: Date;
}

const COLUMNS = `id, citizen_id, procedure_code, form_version, answers, old_answers, prefilled, page, rev, started_at,
  saved_at, expires_at, delegation_id, subject_name`;

export interface NewDraft {
  id: string;
  citizenId: string;
  procedureCode: string;
  formVersion: string;
  answers: Answers;
  prefilled: string[];
  page: string;
  /** For whom it is, where that is another person. */
  actedFor: ActedFor;
}

/** Whether it is new; false when a draft with this id, of whomever, was there. */
export async function insertDraft(tx: Sql, draft: NewDraft, now: Date): Promise<boolean> {
  const { count } = await tx.query(
    `insert into drafts (id, citizen_id, procedure_code, form_version, answers, prefilled, page, rev,
                         started_at, saved_at, expires_at, delegation_id, subject_name)
     values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8, $9, $10, $11) on conflict (id) do nothing`,
    [
      draft.id,
      draft.citizenId,
      draft.procedureCode,
      draft.formVersion,
      JSON.stringify(draft.answers),
      JSON.stringify(draft.prefilled),
      draft.page,
      now,
      later(now, KEPT),
      draft.actedFor.delegation_id,
      draft.actedFor.subject_name,
    ],
  );
  return count > 0;
}

export async function countDrafts(sql: Sql, citizenId: string, now: Date): Promise<number> {
  const { rows } = await sql.query<{ drafts: number }>(
    'select count(*) as drafts from drafts where citizen_id = $1 and expires_at > $2',
    [citizenId, now],
  );
  return rows[0]?.drafts ?? 0;
}

/** A person's drafts that are still kept, last saved first. */
export async function draftsOf(sql: Sql, citizenId: string, now: Date): Promise<DraftRow[]> {
  const { rows } = await sql.query<DraftRow>(
    `select ${COLUMNS} from drafts where citizen_id = $1 and expires_at > $2
      order by saved_at desc, id limit ${MOST_DRAFTS}`,
    [citizenId, now],
  );
  return rows;
}

/** Drafts whose ids lie from `first` to `last` and that are still kept; of more than a few, the first. */
export async function draftsBetween(
  sql: Sql,
  { first, last }: { first: string; last: string },
  now: Date,
): Promise<DraftRow[]> {
  const { rows } = await sql.query<DraftRow>(
    `select ${COLUMNS} from drafts where id between $1 and $2 and expires_at > $3 order by id limit 5`,
    [first, last, now],
  );
  return rows;
}

export interface DraftWanted {
  id: string;
  citizenId: string;
  now: Date;
  /** Nobody else may change it until the transaction ends. */
  lock?: boolean;
}

/** Somebody's own draft. Refuses `draft-sent` when it is a dossier by now, `not-found` when it is nothing of theirs. */
export async function findDraft(sql: Sql, { id, citizenId, now, lock = false }: DraftWanted): Promise<DraftRow> {
  const { rows } = await sql.query<DraftRow>(
    `select ${COLUMNS} from drafts where id = $1 and citizen_id = $2 and expires_at > $3 ${lock ? 'for update' : ''}`,
    [id, citizenId, now],
  );
  if (rows[0]) return rows[0];
  const sent = await sql.query<{ id: string }>('select id from dossiers where draft_id = $1 and citizen_id = $2', [
    id,
    citizenId,
  ]);
  const dossierId = sent.rows[0]?.id;
  return dossierId === undefined ? refuse('not-found') : refuse('draft-sent', { dossierId });
}

/** What a save writes. */
export type Written = Pick<DraftRow, 'form_version' | 'answers' | 'old_answers' | 'prefilled' | 'page'>;

/** Keeps what was typed, one revision further, for another sixty days. */
export async function updateDraft(tx: Sql, draft: DraftRow, written: Written, now: Date): Promise<DraftRow> {
  const saved = { ...draft, ...written, rev: draft.rev + 1, saved_at: now, expires_at: later(now, KEPT) };
  await tx.query(
    `update drafts set form_version = $2, answers = $3, old_answers = $4, prefilled = $5, page = $6, rev = $7,
                       saved_at = $8, expires_at = $9, told_at = null
      where id = $1`,
    [
      draft.id,
      saved.form_version,
      saved.answers,
      saved.old_answers,
      saved.prefilled,
      saved.page,
      saved.rev,
      now,
      saved.expires_at,
    ],
  );
  return saved;
}

export async function deleteDraftRow(tx: Sql, id: string): Promise<void> {
  await tx.query('delete from drafts where id = $1', [id]);
}

/** A draft as its owner sees it; `movedFrom`: the older version of its form it is still kept in. */
export function draftView(
  row: DraftRow & { movedFrom?: string },
  procedureName: string,
  files: Schemas['DraftFile'][],
): Schemas['Draft'] {
  return {
    id: row.id,
    procedureCode: row.procedure_code,
    procedureName,
    ...actingForView(row),
    formVersion: row.form_version,
    movedFrom: row.movedFrom ?? null,
    answers: JSON.parse(row.answers) as Schemas['Answers'],
    oldAnswers: JSON.parse(row.old_answers) as Schemas['OldAnswers'],
    page: row.page,
    rev: row.rev,
    savedAt: row.saved_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    files,
    prefilled: JSON.parse(row.prefilled) as string[],
  };
}
