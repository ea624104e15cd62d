import { countThings, type ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

/** Shops of an account; those wait that are not sent yet, or came back to be mended. */
export const countOwnStores = (sql: Sql, accountId: string, now: Date): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of,
            count(*) filter (where state in ('draft', 'supplementRequired'))::int as waiting
       from stores where account_id = $1 and (expires_at is null or expires_at > $2)`,
    [accountId, now],
  );
