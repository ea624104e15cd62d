import { countThings, type ThingCount } from '#core/thing-count';
import type { Sql } from '#db';

/** Appointments of an account; those wait that are still to come. `today` as the calendar of the province has it. */
export const countAppointments = (sql: Sql, accountId: string, today: string): Promise<ThingCount> =>
  countThings(
    sql,
    `select count(*)::int as all_of,
            count(*) filter (where state in ('booked', 'called') and day >= $2)::int as waiting
       from appointments where account_id = $1`,
    [accountId, today],
  );
