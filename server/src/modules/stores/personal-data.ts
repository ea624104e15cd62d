import type { PersonalData } from '#core/personal-data';

const MINE = '(select id from stores where account_id = {account})';

/** A shop goes with its owner, from the public list too. */
export const storesData: PersonalData = {
  tables: ['stores', 'store_events', 'store_reads', 'store_words'],
  things: [
    {
      what: 'stores',
      rows: 'select code, state, answers, old_answers as "oldAnswers", declared, submitted_at as "submittedAt" from stores where account_id = {account}',
    },
  ],
  readings: `select r.at, r.system, r.purpose, s.code as about, '/cua-hang/dang-ky?tiem=' || s.id as path
               from store_reads r join stores s on s.id = r.store_id where s.account_id = {account}`,
  async erase(ask, { tx, search }) {
    const mine = await ask<{ id: string }>(`select id from stores where account_id = {account}`);
    await search.remove(
      tx,
      'store',
      mine.map(({ id }) => id),
    );
    await ask(`delete from store_reads where store_id in ${MINE}`);
    await ask('delete from stores where account_id = {account}');
  },
};
