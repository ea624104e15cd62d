import type { Sql } from '#db';
import { PUBLIC_COLUMNS, type PublicRow } from './public-rows.ts';

/** A public report with the last words everybody may read about it. */
export interface ToldRow extends PublicRow {
  told_at: Date;
  note: string | null;
  office: string | null;
}

/** The standard's own limit. */
const MOST = 1000;

export interface Wanted {
  from: Date;
  to: Date;
  /** Empty: all. */
  categories: readonly string[];
  open: boolean | undefined;
}

// Which first, then what about them: the words of a thousand, not of everything that was looked through.
const told = (which: string): string => `
  select ${PUBLIC_COLUMNS}, coalesce(last.at, r.submitted_at) as told_at, said.note, said.office from reports r
    left join lateral (select e.at from report_events e where e.report_id = r.id and not e.is_internal
                        order by e.position desc limit 1) last on true
    left join lateral (select e.note, e.office from report_events e
                        where e.report_id = r.id and not e.is_internal and e.office is not null
                        order by e.position desc limit 1) said on true
   where r.id = any(array(${which}))
   order by submitted_at desc, id desc`;

export async function toldByCodes(sql: Sql, codes: readonly string[]): Promise<ToldRow[]> {
  const which = `select id from reports where code = any($1::text[]) and published_at is not null limit ${MOST}`;
  return (await sql.query<ToldRow>(told(which), [codes])).rows;
}

/** Sent within a time, newest first. */
export async function toldWithin(sql: Sql, { from, to, categories, open }: Wanted): Promise<ToldRow[]> {
  const params: unknown[] = [from, to];
  const next = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [
    'published_at is not null',
    'submitted_at between $1::timestamptz and $2::timestamptz',
    ...(categories.length === 0 ? [] : [`category = any(${next(categories)}::text[])`]),
    ...(open === undefined ? [] : [`is_open = ${next(open)}::boolean`]),
  ];
  const which = `select id from reports where ${conditions.join(' and ')}
                  order by submitted_at desc, id desc limit ${MOST}`;
  return (await sql.query<ToldRow>(told(which), params)).rows;
}

/** Whether there is such a report, and the code of what it is or was merged into, once that is public. */
export async function codeBehind(sql: Sql, id: string): Promise<{ code: string | null } | undefined> {
  const { rows } = await sql.query<{ code: string | null }>(
    `select case when coalesce(m.published_at, r.published_at) is null then null else coalesce(m.code, r.code) end as code
       from reports r left join reports m on m.id = r.merged_into and m.published_at is not null where r.id = $1`,
    [id],
  );
  return rows[0];
}
