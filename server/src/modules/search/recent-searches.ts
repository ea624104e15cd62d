import type { Schemas } from '@dvc/contract';
import { days, type Clock } from '#core/clock';
import { fold } from '#core/folded-text';
import type { Database } from '#db';

const MOST = 10;
const KEPT_MS = days(90);

/** Nine digits and more are a phone, an ID number or a dossier's code: nothing to be kept in a list of words. */
const looksPersonal = (words: string): boolean => words.replace(/\D/g, '').length >= 9;

/** What one account searched for; nobody else reads it. */
export function createRecentSearches(db: Database, clock: Clock) {
  return {
    async list(accountId: string): Promise<Schemas['RecentSearch'][]> {
      const { rows } = await db.query<{ words: string; searched_at: Date }>(
        `select words, searched_at from recent_searches
          where account_id = $1 and searched_at > $3 order by searched_at desc limit $2`,
        [accountId, MOST, new Date(clock.now().getTime() - KEPT_MS)],
      );
      return rows.map(({ words, searched_at }) => ({ words, searchedAt: searched_at.toISOString() }));
    },
    async keep(accountId: string, words: string): Promise<void> {
      const folded = fold(words);
      if (folded === '' || looksPersonal(words)) return;
      await db.tx(async (tx) => {
        await tx.query(
          `insert into recent_searches (account_id, folded, words, searched_at) values ($1, $2, $3, $4)
           on conflict (account_id, folded) do update set words = excluded.words, searched_at = excluded.searched_at`,
          [accountId, folded, words.trim(), clock.now()],
        );
        await tx.query(
          `delete from recent_searches where account_id = $1 and folded in
             (select folded from recent_searches where account_id = $1 order by searched_at desc offset $2)`,
          [accountId, MOST],
        );
      });
    },
    async forget(accountId: string, words: string | undefined): Promise<void> {
      await db.query(
        `delete from recent_searches where account_id = $1 ${words === undefined ? '' : 'and folded = $2'}`,
        words === undefined ? [accountId] : [accountId, fold(words)],
      );
    },
    async forgetOld(): Promise<void> {
      await db.query('delete from recent_searches where searched_at <= $1', [
        new Date(clock.now().getTime() - KEPT_MS),
      ]);
    },
  };
}
