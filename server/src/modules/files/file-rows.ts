import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { Refused } from './examine.ts';
import { fileProblem } from './refusal-words.ts';

export interface FileRow {
  id: string;
  /** Of a paper: whose it is, and the draft it was added to. */
  citizen_id: string | null;
  draft_id: string | null;
  dossier_id: string | null;
  /** Of a report's photo: whose account, the report (perhaps not sent yet), and what it shows. */
  account_id: string | null;
  report_id: string | null;
  role: Schemas['ReportFile']['role'] | null;
  /** Of what is added to a question: the question, perhaps not sent yet. */
  question_id: string | null;
  sent_at: Date | null;
  paper_id: string;
  name: string;
  announced_type: string;
  announced_size: number;
  announced_sha256: string | null;
  received: number;
  state: Schemas['DraftFile']['state'];
  refusal: Refused | null;
  store_key: string;
  media_type: string | null;
  kept_size: number | null;
  kept_sha256: string | null;
  delayed: boolean;
  created_at: Date;
}

export const COLUMNS = `id, citizen_id, draft_id, dossier_id, account_id, report_id, role, question_id, sent_at, paper_id, name, announced_type, announced_size, announced_sha256,
  received, state, refusal, store_key, media_type, kept_size, kept_sha256, delayed, created_at`;

export type NewFile = Pick<
  FileRow,
  'id' | 'paper_id' | 'name' | 'announced_type' | 'announced_size' | 'announced_sha256' | 'store_key'
> &
  Partial<Pick<FileRow, 'citizen_id' | 'draft_id' | 'account_id' | 'report_id' | 'role' | 'question_id'>>;

export async function insertFile(tx: Sql, file: NewFile, now: Date): Promise<void> {
  await tx.query(
    `insert into files (id, citizen_id, draft_id, account_id, report_id, role, question_id, paper_id, name, announced_type,
                        announced_size, announced_sha256, store_key, state, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'uploading', $14, $14)`,
    [
      file.id,
      file.citizen_id ?? null,
      file.draft_id ?? null,
      file.account_id ?? null,
      file.report_id ?? null,
      file.role ?? null,
      file.question_id ?? null,
      file.paper_id,
      file.name,
      file.announced_type,
      file.announced_size,
      file.announced_sha256,
      file.store_key,
      now,
    ],
  );
}

/** Somebody's own file; another's is undefined, as if it did not exist. */
export async function ownFile(sql: Sql, id: string, citizenId: string): Promise<FileRow | undefined> {
  const { rows } = await sql.query<FileRow>(`select ${COLUMNS} from files where id = $1 and citizen_id = $2`, [
    id,
    citizenId,
  ]);
  return rows[0];
}

export async function fileById(sql: Sql, id: string): Promise<FileRow | undefined> {
  const { rows } = await sql.query<FileRow>(`select ${COLUMNS} from files where id = $1`, [id]);
  return rows[0];
}

/** Files of a draft in the order the person gave them, new ones after them as they were added; `lock` keeps them as they are until the transaction ends. */
export async function filesOfDraft(sql: Sql, draftId: string, { lock = false } = {}): Promise<FileRow[]> {
  const { rows } = await sql.query<FileRow>(
    `select ${COLUMNS} from files where draft_id = $1 and dossier_id is null
      order by position, created_at, id ${lock ? 'for update' : ''}`,
    [draftId],
  );
  return rows;
}

export async function filesOfDossier(sql: Sql, dossierId: string): Promise<FileRow[]> {
  const { rows } = await sql.query<FileRow>(
    `select ${COLUMNS} from files where dossier_id = $1 order by position, created_at, id`,
    [dossierId],
  );
  return rows;
}

/** How far the bytes are; only a note for lists, the truth is the quarantined file itself. */
export async function noteReceived(sql: Sql, id: string, received: number, now: Date): Promise<void> {
  await sql.query(
    `update files set received = $2, changed_at = $3 where id = $1 and state = 'uploading' and received < $2`,
    [id, received, now],
  );
}

/** A file as its owner sees it in the draft. */
export function draftFileView(row: FileRow): Schemas['DraftFile'] {
  return {
    id: row.id,
    paperId: row.paper_id,
    name: row.name,
    mediaType: row.media_type ?? row.announced_type,
    size: row.announced_size,
    received: row.received,
    state: row.state,
    delayed: row.delayed,
    refusal: row.refusal === null ? null : fileProblem(row.paper_id, row.refusal),
    announcedSha256: row.announced_sha256,
    sha256: row.kept_sha256,
  };
}
