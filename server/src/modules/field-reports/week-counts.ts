import type { Sql } from '#db';

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** How many reports were resolved, and how many by the promised day; for the province's numbers. */
export async function countReports(sql: Sql, { from, to }: { from: Date; to: Date }): Promise<Counts> {
  const { rows } = await sql.query<{ onTime: number; late: number }>(
    `select count(*) filter (where day <= resolve_by) as "onTime", count(*) filter (where day > resolve_by) as late
       from (select resolve_by, ((resolved_at at time zone 'UTC') + interval '7 hours')::date as day
               from reports where resolved_at >= $1 and resolved_at < $2) as resolved`,
    [from, to],
  );
  const { onTime = 0, late = 0 } = rows[0] ?? {};
  return { resolved: { all: onTime + late }, reportPromise: { onTime, late } };
}
