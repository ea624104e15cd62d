import type { ReportState, Schemas } from '@dvc/contract';
import type { Page } from '#core/page-cursor';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';

export interface ReportRow {
  id: string;
  code: string;
  /** Null once the person was forgotten. */
  account_id: string | null;
  category: string;
  form_version: string;
  answers: string;
  /** As the person wrote them; for the person and for offices. */
  words: string;
  place_words: string | null;
  place_source: Schemas['ReportPlace']['source'];
  lat: number | null;
  lng: number | null;
  commune_code: string | null;
  commune_guessed: boolean;
  hide_name: boolean;
  state: ReportState;
  is_open: boolean;
  submitted_at: Date;
  changed_at: Date;
  answer_by: string | null;
  clarify_by: string | null;
  resolve_by: string;
  publish_by: string | null;
  paused_on: string | null;
  resolved_at: Date | null;
  public_title: string | null;
  public_words: string | null;
  public_place: string | null;
  published_at: Date | null;
  merged_into: string | null;
  rating: number | null;
  rating_comment: string | null;
  rated_at: Date | null;
}

const COLUMNS = `id, code, account_id, category, form_version, answers, words, place_words, place_source, lat, lng, commune_code,
  commune_guessed, hide_name, state, is_open, submitted_at, changed_at, answer_by, clarify_by, resolve_by, publish_by,
  paused_on, resolved_at, public_title, public_words, public_place, published_at, merged_into, rating, rating_comment,
  rated_at`;

interface Held {
  lock?: boolean;
}

const held = ({ lock = false }: Held): string => (lock ? 'for update' : '');

export async function reportById(sql: Sql, id: string, hold: Held = {}): Promise<ReportRow | undefined> {
  const { rows } = await sql.query<ReportRow>(`select ${COLUMNS} from reports where id = $1 ${held(hold)}`, [id]);
  return rows[0];
}

/** Somebody's own report; another's is `not-found`. */
export async function ownReport(sql: Sql, id: string, accountId: string, hold: Held = {}): Promise<ReportRow> {
  const { rows } = await sql.query<ReportRow>(
    `select ${COLUMNS} from reports where id = $1 and account_id = $2 ${held(hold)}`,
    [id, accountId],
  );
  return rows[0] ?? refuse('not-found');
}

export async function reportByCode(sql: Sql, code: string, hold: Held = {}): Promise<ReportRow> {
  const { rows } = await sql.query<ReportRow>(`select ${COLUMNS} from reports where code = $1 ${held(hold)}`, [code]);
  return rows[0] ?? refuse('not-found');
}

/** What an office has to do, oldest change first; one row more than asked for tells that there is more. */
export async function pageForOffice(
  sql: Sql,
  state: ReportState | undefined,
  { after, limit }: Page,
): Promise<ReportRow[]> {
  const params: unknown[] = [limit + 1];
  const next = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [
    ...(state ? [`state = ${next(state)}`] : []),
    ...(after ? [`(changed_at, id) > (${next(after.at)}::timestamptz, ${next(after.id)}::uuid)`] : []),
  ];
  const { rows } = await sql.query<ReportRow>(
    `select ${COLUMNS} from reports ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''}
      order by changed_at, id limit $1`,
    params,
  );
  return rows;
}

export interface MineRow extends ReportRow {
  mine: boolean;
}

/** What somebody sent, and what they follow of others as long as it is public; last changed first. */
export async function pageOfMine(sql: Sql, accountId: string, { after, limit }: Page): Promise<MineRow[]> {
  const earlier = after ? 'and (r.changed_at, r.id) < ($3::timestamptz, $4::uuid)' : '';
  const columns = COLUMNS.split(',')
    .map((name) => `r.${name.trim()}`)
    .join(', ');
  const { rows } = await sql.query<MineRow>(
    `select * from (
       (select ${columns}, true as mine from reports r where r.account_id = $1 ${earlier}
         order by r.changed_at desc, r.id desc limit $2)
       union all
       (select ${columns}, false as mine from report_followers f join reports r on r.id = f.report_id
         where f.account_id = $1 and r.published_at is not null ${earlier}
         order by r.changed_at desc, r.id desc limit $2)
     ) both_kinds order by changed_at desc, id desc limit $2`,
    [accountId, limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  return rows;
}

export interface EventRow {
  at: Date;
  state: ReportState;
  note: string | null;
  internal_note: string | null;
  office: string | null;
  is_internal: boolean;
}

export interface NewEvent {
  reportId: string;
  at: Date;
  state: ReportState;
  note?: string | null;
  internalNote?: string | null;
  office?: string | null;
  system?: string | null;
  /** Only offices see that it happened. */
  isInternal?: boolean;
}

/** Writes the next line of the timeline and answers its number. Call with the report locked. */
export async function insertEvent(tx: Transaction, event: NewEvent): Promise<number> {
  const { rows } = await tx.query<{ position: number }>(
    `insert into report_events (report_id, position, at, state, note, internal_note, office, system, is_internal)
     select $1::uuid, coalesce(max(position), 0) + 1, $2::timestamptz, $3::text, $4::text, $5::text, $6::text, $7::text,
            $8::boolean
       from report_events where report_id = $1::uuid
     returning position`,
    [
      event.reportId,
      event.at,
      event.state,
      event.note ?? null,
      event.internalNote ?? null,
      event.office ?? null,
      event.system ?? null,
      event.isInternal ?? false,
    ],
  );
  return rows[0]?.position ?? 0;
}

export async function eventsOf(sql: Sql, reportId: string): Promise<EventRow[]> {
  const { rows } = await sql.query<EventRow>(
    'select at, state, note, internal_note, office, is_internal from report_events where report_id = $1 order by position',
    [reportId],
  );
  return rows;
}

/** Everybody who is told: who sent it, and who follows it. */
export async function audienceOf(sql: Sql, row: ReportRow): Promise<{ accountId: string; mine: boolean }[]> {
  const { rows } = await sql.query<{ account_id: string }>(
    'select account_id from report_followers where report_id = $1 order by since limit 5000',
    [row.id],
  );
  const followers = rows.map(({ account_id }) => ({ accountId: account_id, mine: false }));
  return row.account_id === null ? followers : [{ accountId: row.account_id, mine: true }, ...followers];
}

export async function countFollowers(sql: Sql, reportId: string): Promise<number> {
  const { rows } = await sql.query<{ followers: number }>(
    'select count(*) as followers from report_followers where report_id = $1',
    [reportId],
  );
  return rows[0]?.followers ?? 0;
}
