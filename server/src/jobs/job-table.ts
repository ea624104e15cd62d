import type { Database, Sql } from '#db';
import { later } from '#core/clock';
import type { Job } from '#core/jobs';

interface JobRow {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempt: number;
}

/**
 * Takes one due job for this process until `leaseMs` from now. SKIP LOCKED lets several processes take different ones; a
 * process that died loses its lease and the job is taken again. `=`, not `in`: a plan may ask what stands behind `in` once for
 * every row, and each time lock another job, which then nobody has in hand until its lease runs out.
 */
export async function takeJob(
  db: Database,
  kinds: readonly string[],
  now: Date,
  leaseMs: number,
): Promise<Job | undefined> {
  const due = await db.query(
    `select 1 from jobs where state = 'queued' and run_at <= $1 and kind = any($2::text[]) limit 1`,
    [now, kinds],
  );
  // Looked at first, so that waiting costs no transaction.
  if (due.count === 0) return undefined;
  return db.tx(async (tx) => {
    const { rows } = await tx.query<JobRow>(
      `update jobs set attempt = attempt + 1, leased_until = $2, run_at = $2
        where id = (select id from jobs
                      where state = 'queued' and run_at <= $1 and kind = any($3::text[])
                      order by run_at, created_at limit 1 for update skip locked)
       returning id, kind, payload, attempt`,
      [now, later(now, leaseMs), kinds],
    );
    return rows[0];
  });
}

export async function finishJob(sql: Sql, job: Job): Promise<void> {
  await sql.query('delete from jobs where id = $1', [job.id]);
}

/** Puts it back for a later try. `counts` false gives the try back. */
export async function postponeJob(sql: Sql, job: Job, runAt: Date, error: string, counts: boolean): Promise<void> {
  await sql.query(
    `update jobs set run_at = $2, leased_until = null, last_error = $3, attempt = attempt - $4::int where id = $1`,
    [job.id, runAt, error, counts ? 0 : 1],
  );
}

/** Dead letter: kept for people, never run again by itself. */
export async function buryJob(sql: Sql, job: Job, error: string): Promise<void> {
  await sql.query(`update jobs set state = 'dead', leased_until = null, last_error = $2 where id = $1`, [
    job.id,
    error,
  ]);
}

/** Names of periodic work whose time has not come: asked for all at once, because it is asked all the time. */
export async function notYetDue(sql: Sql, now: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql.query<{ name: string }>('select name from schedules where next_at > $1', [now]);
  return new Set(rows.map(({ name }) => name));
}

/** True for one process only, once a period. */
export async function claimSchedule(sql: Sql, name: string, now: Date, periodMs: number): Promise<boolean> {
  const { count } = await sql.query(
    `insert into schedules (name, next_at) values ($1, $2)
     on conflict (name) do update set next_at = excluded.next_at where schedules.next_at <= $3`,
    [name, later(now, periodMs), now],
  );
  return count > 0;
}
