import type { Sql } from '#db';

/**
 * How many accounts there are by the end of a day: of people over 45 (from their 46th birthday), of others, and of those whose
 * age nobody knows because no provincial ID is linked. It reads all of them, once a week.
 */
export async function countAges(sql: Sql, day: string): Promise<Record<'over45' | 'upTo45' | 'unknown', number>> {
  const { rows } = await sql.query<Record<'over45' | 'upTo45' | 'unknown', number>>(
    `select count(*) filter (where c.birth_date <= ($1::date - interval '46 years')::date) as "over45",
            count(*) filter (where c.birth_date > ($1::date - interval '46 years')::date) as "upTo45",
            count(*) filter (where c.birth_date is null) as unknown
       from accounts a
       left join identity_links l on l.account_id = a.id
       left join citizens c on c.id = l.citizen_id
      where a.created_at < ($1::date + 1)::timestamp at time zone 'UTC' - interval '7 hours'`,
    [day],
  );
  return rows[0] ?? { over45: 0, upTo45: 0, unknown: 0 };
}
