/** Forgetting one person everywhere, and saying beforehand what that means. */
import { askAbout, type ErasePerson, type Person } from '#core/personal-data';
import type { Deps } from '#core/deps';
import type { Sql } from '#db';
import { personalData } from './personal-data.ts';

/** Who is behind an account now. */
export async function personOf(sql: Sql, accountId: string): Promise<Person> {
  const { rows } = await sql.query<{ citizen_id: string }>(
    'select citizen_id from identity_links where account_id = $1',
    [accountId],
  );
  return { accountId, citizenId: rows[0]?.citizen_id ?? null };
}

/** All of it in one transaction; bytes follow by jobs queued in it. */
export function createErasePerson({
  db,
  clock,
  jobs,
  search,
}: Pick<Deps, 'db' | 'clock' | 'jobs' | 'search'>): ErasePerson {
  return (accountId, reason) =>
    db.tx(async (tx) => {
      // Whoever is writing something of this account ends first; who comes later finds no session.
      const { count } = await tx.query('select 1 from accounts where id = $1 for update', [accountId]);
      if (count === 0) return;
      const now = clock.now();
      const ask = askAbout(tx, await personOf(tx, accountId), now);
      for (const { erase } of personalData) await erase(ask, { tx, jobs, search });
      await tx.query(
        'insert into erasures (account_id, reason, erased_at) values ($1, $2, $3) on conflict (account_id) do nothing',
        [accountId, reason, now],
      );
    });
}
