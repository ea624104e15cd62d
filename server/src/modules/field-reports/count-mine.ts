import { countThings, type ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

/** Field reports an account has sent; those wait that an office wants to know more about. */
export const countReports = (sql: Sql, accountId: string): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of, count(*) filter (where state = 'clarifying')::int as waiting
       from reports where account_id = $1`,
    [accountId],
  );
