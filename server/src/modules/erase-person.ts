/** Forgetting one person everywhere, and saying beforehand what that means. */
import { later, minutes } from '#core/clock';
import { askAbout, type ErasePerson, type Person } from '#core/personal-data';
import type { Deps } from '#core/deps';
import type { Sql } from '#db';
import { personalData } from './personal-data.ts';

/** The job that forgets once more; its payload is `{ accountId, citizenId }`. */
const AGAIN = 'erase-again';
/** No request lasts so long that it was let in before and still writes after it. */
const AGAIN_AFTER = minutes(5);

/** Who is behind an account now. */
export async function personOf(sql: Sql, accountId: string): Promise<Person> {
  const { rows } = await sql.query<{ citizen_id: string }>(
    'select citizen_id from identity_links where account_id = $1',
    [accountId],
  );
  return { accountId, citizenId: rows[0]?.citizen_id ?? null };
}

/** Who was behind it, as far as nobody has come back with that citizen's provincial ID since. */
async function personLeft(tx: Sql, { accountId, citizenId }: Person): Promise<Person> {
  const now = await personOf(tx, accountId);
  if (now.citizenId !== null || citizenId === null) return now;
  const { count } = await tx.query('select 1 from identity_links where citizen_id = $1', [citizenId]);
  return { accountId, citizenId: count > 0 ? null : citizenId };
}

/**
 * All of it in one transaction; bytes follow by jobs queued in it. What a request let in before that writes only after it is
 * forgotten a little later.
 */
export function createErasePerson({
  db,
  clock,
  jobs,
  search,
}: Pick<Deps, 'db' | 'clock' | 'jobs' | 'search'>): ErasePerson {
  // Whoever is writing something of this account ends first; who comes later finds no session.
  const lock = async (tx: Sql, accountId: string): Promise<boolean> =>
    (await tx.query('select 1 from accounts where id = $1 for update', [accountId])).count > 0;

  async function forget(tx: Sql, person: Person): Promise<void> {
    const ask = askAbout(tx, person, clock.now());
    for (const { erase } of personalData) await erase(ask, { tx, jobs, search });
  }

  jobs.handle(AGAIN, ({ payload }) =>
    db.tx(async (tx) => {
      const was = payload as unknown as Person;
      if (await lock(tx, was.accountId)) await forget(tx, await personLeft(tx, was));
    }),
  );

  return (accountId, reason) =>
    db.tx(async (tx) => {
      if (!(await lock(tx, accountId))) return;
      const now = clock.now();
      const person = await personOf(tx, accountId);
      await forget(tx, person);
      await jobs.enqueue(tx, AGAIN, person, { key: `${AGAIN}:${accountId}`, runAt: later(now, AGAIN_AFTER) });
      await tx.query(
        'insert into erasures (account_id, reason, erased_at) values ($1, $2, $3) on conflict (account_id) do nothing',
        [accountId, reason, now],
      );
    });
}
