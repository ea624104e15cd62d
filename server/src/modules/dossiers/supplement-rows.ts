import type { Field } from '@dvc/contract/forms';
import type { Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';
import type { Written } from './form-of.ts';

/** One thing asked for, as it was found in the form or named by the officer. */
export interface AskedItem {
  id: string;
  kind: 'paper' | 'answer';
  title: string;
  reason: string | null;
  /** How it is asked; absent for papers. */
  field?: Field;
  /** Nobody said whether it is a paper or an answer: one of them is enough. */
  optional?: true;
}

export interface SupplementRow {
  id: string;
  dossier_id: string;
  number: number;
  office: string;
  note: string | null;
  items: string;
  asked_at: Date;
  answer_by: string | null;
  state: Schemas['Supplement']['state'];
  answers: string;
  rev: number;
  saved_at: Date;
  sent_at: Date | null;
  receipt: string | null;
}

const COLUMNS = `id, dossier_id, number, office, note, items, asked_at, answer_by, state, answers, rev, saved_at, sent_at,
  receipt`;

export type NewSupplement = Pick<SupplementRow, 'id' | 'dossier_id' | 'office' | 'note' | 'answer_by'> & {
  number: number;
  items: readonly AskedItem[];
  now: Date;
};

/** Call with the dossier locked, and with no other request open. */
export async function insertSupplement(tx: Transaction, asked: NewSupplement): Promise<void> {
  await tx.query(
    `insert into supplement_requests (id, dossier_id, number, office, note, items, asked_at, answer_by, state, saved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $7)`,
    [
      asked.id,
      asked.dossier_id,
      asked.number,
      asked.office,
      asked.note,
      JSON.stringify(asked.items),
      asked.now,
      asked.answer_by,
    ],
  );
}

export async function supplementsOf(sql: Sql, dossierId: string): Promise<SupplementRow[]> {
  const { rows } = await sql.query<SupplementRow>(
    `select ${COLUMNS} from supplement_requests where dossier_id = $1 order by number`,
    [dossierId],
  );
  return rows;
}

/** The newest request of a dossier; with `lock` nobody may change it until the transaction ends. */
export async function newestSupplement(
  sql: Sql,
  dossierId: string,
  { lock = false } = {},
): Promise<SupplementRow | undefined> {
  const { rows } = await sql.query<SupplementRow>(
    `select ${COLUMNS} from supplement_requests where dossier_id = $1 order by number desc limit 1
     ${lock ? 'for update' : ''}`,
    [dossierId],
  );
  return rows[0];
}

/** An open request of somebody's own dossier, by its own id; for the files that are sent to it. */
export async function openSupplement(
  tx: Transaction,
  { id, citizenId }: { id: string; citizenId: string },
): Promise<(SupplementRow & Written) | undefined> {
  const { rows } = await tx.query<SupplementRow & Written & { citizen_id: string }>(
    `select ${COLUMNS.replace(/\w+/g, 's.$&')}, d.procedure_code, d.form_version
       from supplement_requests s join dossiers d on d.id = s.dossier_id
      where s.id = $1 and d.citizen_id = $2 for update of s`,
    [id, citizenId],
  );
  return rows[0];
}

export async function saveSupplementRow(
  tx: Transaction,
  row: SupplementRow,
  { answers, now }: { answers: string; now: Date },
): Promise<SupplementRow> {
  const saved = { ...row, answers, rev: row.rev + 1, saved_at: now };
  await tx.query('update supplement_requests set answers = $2, rev = $3, saved_at = $4 where id = $1', [
    row.id,
    answers,
    saved.rev,
    now,
  ]);
  return saved;
}

export async function closeSentSupplement(
  tx: Transaction,
  id: string,
  { answers, receipt, now }: { answers: string; receipt: string; now: Date },
): Promise<void> {
  await tx.query(
    `update supplement_requests set state = 'sent', answers = $2, receipt = $3, sent_at = $4 where id = $1`,
    [id, answers, receipt, now],
  );
}

/** The office no longer waits for it. What was typed stays; its files are cleared away soon. */
export async function closeUnsentSupplement(tx: Transaction, dossierId: string): Promise<void> {
  await tx.query(
    `update supplement_requests set state = 'closed', untidy = true where dossier_id = $1 and state = 'open'`,
    [dossierId],
  );
}
