import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import type { Position } from '#core/page-cursor';
import type { Sql } from '#db';

type State = Schemas['QuestionState'];
type Kind = Schemas['QuestionEvent']['kind'];

export interface QuestionRow {
  id: string;
  code: string;
  account_id: string | null;
  dossier_id: string | null;
  dossier_code: string | null;
  field: string;
  field_name: string;
  authority: string;
  title: string;
  text: string;
  may_publish: boolean;
  state: State;
  sent_at: Date;
  changed_at: Date;
  due_at: Date | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  published_at: Date | null;
  score: number | null;
  rating_comment: string | null;
}

const COLUMNS = `id, code, account_id, dossier_id, dossier_code, field, field_name, authority, title, text, may_publish, state,
  sent_at, changed_at, due_at, answer, answered_by, answered_at, published_at, score, rating_comment`;

export type NewQuestion = Pick<
  QuestionRow,
  | 'id'
  | 'code'
  | 'account_id'
  | 'dossier_id'
  | 'dossier_code'
  | 'field'
  | 'field_name'
  | 'authority'
  | 'title'
  | 'text'
  | 'may_publish'
  | 'sent_at'
  | 'due_at'
>;

/** Who of the province reads, and why. */
export interface Reader {
  system: string;
  purpose: string;
  at: Date;
}

/** Written down for the asker to see. */
export async function noteReading(sql: Sql, questionId: string, { system, purpose, at }: Reader): Promise<void> {
  await sql.query('insert into question_readings (id, question_id, system, purpose, at) values ($1, $2, $3, $4, $5)', [
    randomUUID(),
    questionId,
    system,
    purpose.trim(),
    at,
  ]);
}

/** Whether it is new; false when one with this id, of whomever, was there. */
export async function insertQuestion(tx: Sql, row: NewQuestion): Promise<boolean> {
  const { count } = await tx.query(
    `insert into questions (id, code, account_id, dossier_id, dossier_code, field, field_name, authority, title, text,
                            may_publish, state, sent_at, changed_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'sent', $12, $12, $13) on conflict (id) do nothing`,
    [
      row.id,
      row.code,
      row.account_id,
      row.dossier_id,
      row.dossier_code,
      row.field,
      row.field_name,
      row.authority,
      row.title,
      row.text,
      row.may_publish,
      row.sent_at,
      row.due_at,
    ],
  );
  return count > 0;
}

export async function questionById(sql: Sql, id: string, { lock = false } = {}): Promise<QuestionRow | undefined> {
  const { rows } = await sql.query<QuestionRow>(
    `select ${COLUMNS} from questions where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function questionByCode(sql: Sql, code: string, { lock = false } = {}): Promise<QuestionRow | undefined> {
  const { rows } = await sql.query<QuestionRow>(
    `select ${COLUMNS} from questions where code = $1 ${lock ? 'for update' : ''}`,
    [code],
  );
  return rows[0];
}

/** One more than asked for, so that whoever asks sees whether there are more. Newest first. */
export async function questionsOf(
  sql: Sql,
  accountId: string,
  { after, limit }: { after: Position | undefined; limit: number },
): Promise<QuestionRow[]> {
  const { rows } = await sql.query<QuestionRow>(
    `select ${COLUMNS} from questions where account_id = $1 ${after ? 'and (sent_at, id) < ($3, $4::uuid)' : ''}
      order by sent_at desc, id desc limit $2`,
    [accountId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  return rows;
}

/** For offices: oldest first. */
export async function questionsIn(
  sql: Sql,
  state: State | undefined,
  { after, limit }: { after: Position | undefined; limit: number },
): Promise<QuestionRow[]> {
  const params: unknown[] = [limit + 1];
  const named = (value: unknown): string => `$${params.push(value)}`;
  const wanted = [
    ...(state === undefined ? [] : [`state = ${named(state)}`]),
    ...(after ? [`(sent_at, id) > (${named(after.at)}, ${named(after.id)}::uuid)`] : []),
  ];
  const { rows } = await sql.query<QuestionRow>(
    `select ${COLUMNS} from questions ${wanted.length === 0 ? '' : `where ${wanted.join(' and ')}`}
      order by sent_at, id limit $1`,
    params,
  );
  return rows;
}

/** Moves a question on; what a step does not name stays. */
export async function moveQuestion(
  tx: Sql,
  id: string,
  { state, at, dueAt, answer, by }: { state: State; at: Date; dueAt: Date | null; answer?: string; by?: string },
): Promise<void> {
  await tx.query(
    `update questions set state = $2, changed_at = $3, due_at = $4, answer = coalesce($5, answer),
       answered_by = coalesce($6, answered_by), answered_at = case when $5::text is null then answered_at else $3 end
      where id = $1`,
    [id, state, at, dueAt, answer ?? null, by ?? null],
  );
}

export async function addEvent(
  tx: Sql,
  questionId: string,
  { at, kind, by, text }: { at: Date; kind: Kind; by: string | null; text: string | null },
): Promise<void> {
  await tx.query(
    `insert into question_events (question_id, position, at, kind, by_office, text)
     values ($1, (select coalesce(max(position), 0) + 1 from question_events where question_id = $1), $2, $3, $4, $5)`,
    [questionId, at, kind, by, text],
  );
}

export async function eventsOf(sql: Sql, questionId: string): Promise<Schemas['QuestionEvent'][]> {
  const { rows } = await sql.query<{ at: Date; kind: Kind; by_office: string | null; text: string | null }>(
    'select at, kind, by_office, text from question_events where question_id = $1 order by position',
    [questionId],
  );
  return rows.map(({ at, kind, by_office, text }) => ({ at: at.toISOString(), kind, by: by_office, text }));
}
