import { later, minutes } from './clock.ts';
import { refuse } from './problem.ts';
import type { Sql } from '#db';

interface Who {
  accountId: string;
  citizenId: string;
}

/** Until when somebody's last login to the provincial ID counts as recent; undefined when it does no more. */
export async function loginCountsUntil(sql: Sql, who: Who, { lasts, now }: { lasts: number; now: Date }) {
  const { rows } = await sql.query<{ proven_at: Date }>(
    `select coalesce(proven_at, linked_at) as proven_at from identity_links where citizen_id = $1 and account_id = $2`,
    [who.citizenId, who.accountId],
  );
  const until = rows[0] && later(rows[0].proven_at, minutes(lasts));
  return until && until > now ? until : undefined;
}

/** A phone left lying on a table is not its owner: refuses `login-too-old`. */
export async function assertRecentLogin(sql: Sql, who: Who, limits: { lasts: number; now: Date }): Promise<void> {
  if (!(await loginCountsUntil(sql, who, limits))) refuse('login-too-old');
}
