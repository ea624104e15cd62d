import type { PersonalData } from '#core/personal-data';

/** What an answer is about; written as the index on it is, so that it is found by it. */
const CODE = `substring(answer from '"code":"([A-Z]{2}-[0-9A-Z-]+)"')`;

/**
 * Answers kept so that an act is not done twice. They repeat what other tables hold, so nothing of them is exported; an
 * office's answers about what goes with the person go too.
 */
export const actsData: PersonalData = {
  tables: ['idempotency'],
  things: [],
  async erase(ask) {
    await ask(`delete from idempotency where owner in ({account}::text, {citizen}::text)`);
    await ask(`delete from idempotency where owner like 'system:%' and ${CODE} in (
        select code from reports where account_id = {account} union select code from questions where account_id = {account}
        union select code from stores where account_id = {account} and code is not null)`);
  },
};
