import type { Sql } from '#db';
import type { Counts } from './families.ts';

export interface WeekRow {
  /** Its Monday. */
  week: string;
  published: Counts;
  waiting: Counts;
  sample: boolean;
}

/** The newest weeks, oldest first. */
export async function newestWeeks(sql: Sql, limit: number): Promise<WeekRow[]> {
  const { rows } = await sql.query<{ week: string; published: string; waiting: string; sample: boolean }>(
    'select week, published, waiting, sample from number_weeks order by week desc limit $1',
    [limit],
  );
  return rows.reverse().map(({ week, published, waiting, sample }) => {
    return { week, published: JSON.parse(published) as Counts, waiting: JSON.parse(waiting) as Counts, sample };
  });
}

/** Writes a week, unless it was written. */
export async function insertWeek(sql: Sql, { week, published, waiting, sample }: WeekRow, now: Date): Promise<void> {
  await sql.query(
    `insert into number_weeks (week, published, waiting, sample, closed_at) values ($1, $2, $3, $4, $5)
     on conflict (week) do nothing`,
    [week, JSON.stringify(published), JSON.stringify(waiting), sample, now],
  );
}
