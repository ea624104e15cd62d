import type { PersonalData } from '#core/personal-data';

export const searchData: PersonalData = {
  tables: ['recent_searches'],
  things: [
    {
      what: 'searches',
      rows: 'select words, searched_at as "at" from recent_searches where account_id = {account} order by searched_at',
    },
  ],
  async erase(ask) {
    await ask('delete from recent_searches where account_id = {account}');
  },
};
