import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';

/** How many somebody has of something, and how many of those wait for them. */
export type ThingCount = Schemas['ThingCount'];

/** Runs a statement that answers `all_of` and `waiting` in one row. */
export async function countThings(sql: Sql, text: string, params: readonly unknown[]): Promise<ThingCount> {
  const { rows } = await sql.query<{ all_of: number; waiting: number }>(text, params);
  return { all: rows[0]?.all_of ?? 0, waiting: rows[0]?.waiting ?? 0 };
}
