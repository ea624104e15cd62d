import type { ReportState, Schemas } from '@dvc/contract';
import type { Page } from '#core/page-cursor';
import type { Sql } from '#db';

/** A report as everybody may see it: nothing else of its row is ever read here. */
export interface PublicRow {
  id: string;
  code: string;
  category: string;
  public_title: string;
  public_words: string | null;
  public_place: string | null;
  commune_code: string | null;
  lat: number | null;
  lng: number | null;
  state: ReportState;
  is_open: boolean;
  submitted_at: Date;
  published_at: Date;
  resolve_by: string;
  paused_on: string | null;
  merged_into: string | null;
  photo: Schemas['ReportPhoto'] | null;
}

/** The newest photo of how it looks now, or the first of how it was. */
export const PUBLIC_COLUMNS = `id, code, category, public_title, public_words, public_place, commune_code, lat, lng, state, is_open, submitted_at,
  published_at, resolve_by, paused_on, merged_into,
  (select json_build_object('id', p.file_id, 'role', p.role, 'width', p.width, 'height', p.height) from report_photos p
    where p.report_id = r.id order by p.role, p.position limit 1) as photo`;

const PUBLIC = 'published_at is not null';

export interface Filter {
  commune?: string | undefined;
  category?: string | undefined;
  open?: boolean | undefined;
}

/** Newest first; one row more than asked for tells that there is more. */
export async function pageOfPublic(
  sql: Sql,
  { commune, category, open }: Filter,
  { after, limit }: Page,
): Promise<PublicRow[]> {
  const params: unknown[] = [limit + 1];
  const next = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [
    PUBLIC,
    'merged_into is null',
    ...(commune === undefined ? [] : [`commune_code = ${next(commune)}`]),
    ...(category === undefined ? [] : [`category = ${next(category)}`]),
    ...(open === undefined ? [] : [`is_open = ${next(open)}::boolean`]),
    ...(after ? [`(published_at, id) < (${next(after.at)}::timestamptz, ${next(after.id)}::uuid)`] : []),
  ];
  const { rows } = await sql.query<PublicRow>(
    `select ${PUBLIC_COLUMNS} from reports r where ${conditions.join(' and ')}
      order by published_at desc, id desc limit $1`,
    params,
  );
  return rows;
}

export async function publicReport(sql: Sql, id: string): Promise<PublicRow | undefined> {
  const { rows } = await sql.query<PublicRow>(`select ${PUBLIC_COLUMNS} from reports r where id = $1 and ${PUBLIC}`, [
    id,
  ]);
  return rows[0];
}

/** Public reports in cells of the grid, at most so many. */
export async function publicInCells(
  sql: Sql,
  cells: readonly number[],
  { category, open }: Omit<Filter, 'commune'>,
  limit: number,
): Promise<PublicRow[]> {
  const params: unknown[] = [cells, limit];
  const next = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [
    `cell = any($1::bigint[])`,
    PUBLIC,
    'merged_into is null',
    ...(category === undefined ? [] : [`category = ${next(category)}`]),
    // Written out, so that the index of open ones is seen to fit.
    ...(open === undefined ? [] : [open ? 'is_open' : 'not is_open']),
  ];
  const { rows } = await sql.query<PublicRow>(
    `select ${PUBLIC_COLUMNS} from reports r where ${conditions.join(' and ')} limit $2`,
    params,
  );
  return rows;
}

export async function publicPhotos(sql: Sql, reportId: string): Promise<Schemas['ReportPhoto'][]> {
  const { rows } = await sql.query<Schemas['ReportPhoto']>(
    `select file_id as id, role, width, height from report_photos where report_id = $1 order by role desc, position`,
    [reportId],
  );
  return rows;
}
