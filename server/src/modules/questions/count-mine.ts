import { countThings, type ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

/** Questions of an account; those wait that the office asked something back about. */
export const countQuestions = (sql: Sql, accountId: string): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of, count(*) filter (where state = 'clarification')::int as waiting
       from questions where account_id = $1`,
    [accountId],
  );
