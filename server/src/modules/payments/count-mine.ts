import { countThings, type ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

/** Orders an account may see, as its list has them; those wait that can still be paid. */
export const countPayments = (sql: Sql, accountId: string, now: Date): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of,
            count(*) filter (where state in ('created', 'failed') and money = 'none' and expires_at > $2)::int as waiting
       from payment_orders where id in (
         select id from payment_orders where account_id = $1 and citizen_id is null
         union all
         select id from payment_orders
          where citizen_id = (select citizen_id from identity_links where account_id = $1))`,
    [accountId, now],
  );
