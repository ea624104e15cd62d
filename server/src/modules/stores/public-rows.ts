import type { Position } from '#core/page-cursor';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { COLUMNS, type StoreRow } from './store-rows.ts';

/** Words of a question that count: more make it slower and no clearer. */
const MOST_WORDS = 6;

export interface Wanted {
  /** Folded. */
  words: string;
  kind: string | undefined;
  commune: string | undefined;
  after: Position | undefined;
  limit: number;
}

/** Approved shops, newest first; one more than the limit where there are more. Every word must begin a word of theirs. */
export async function publicStores(sql: Sql, { words, kind, commune, after, limit }: Wanted): Promise<StoreRow[]> {
  const params: unknown[] = [limit + 1];
  const given = (value: unknown): string => `$${String(params.push(value))}`;
  const conditions = [`state = 'approved'`];
  if (kind !== undefined) conditions.push(`kind = ${given(kind)}`);
  if (commune !== undefined) conditions.push(`commune = ${given(commune)}`);
  if (after !== undefined) {
    conditions.push(`(approved_at, id) < (${given(after.at)}::timestamptz, ${given(after.id)}::uuid)`);
  }
  for (const word of words.split(' ').filter(Boolean).slice(0, MOST_WORDS)) {
    // A range instead of LIKE: the same index serves it on every database.
    const from = given(word);
    const to = given(`${word}\u{10ffff}`);
    conditions.push(`id in (select store_id from store_words where word >= ${from} and word < ${to})`);
  }
  const { rows } = await sql.query<StoreRow>(
    `select ${COLUMNS} from stores where ${conditions.join(' and ')} order by approved_at desc, id desc limit $1`,
    params,
  );
  return rows;
}

/** Approved shops in each commune, most first. */
export async function countByCommune(
  sql: Sql,
  kind: string | undefined,
): Promise<{ commune: string; count: number }[]> {
  const { rows } = await sql.query<{ commune: string; count: number }>(
    `select commune, count(*) as count from stores where state = 'approved' ${kind === undefined ? '' : 'and kind = $1'}
      group by commune order by count desc, commune`,
    kind === undefined ? [] : [kind],
  );
  return rows;
}

export async function publicStore(sql: Sql, id: string): Promise<StoreRow> {
  const { rows } = await sql.query<StoreRow>(`select ${COLUMNS} from stores where id = $1 and state = 'approved'`, [
    id,
  ]);
  return rows[0] ?? refuse('not-found');
}
