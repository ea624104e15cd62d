import type { PersonalData } from '#core/personal-data';

/** The account is emptied, not deleted: what the law keeps still says that one person did it, and no more who. */
export const sessionData: PersonalData = {
  tables: ['accounts', 'consents', 'sessions'],
  things: [
    {
      what: 'account',
      rows: 'select zalo_name as "zaloName", phone, created_at as "createdAt", seen_at as "seenAt" from accounts where id = {account} and phone is not null',
    },
    {
      what: 'consents',
      rows: 'select what, purpose, words_version as "wordsVersion", given_at as "givenAt", withdrawn_at as "withdrawnAt" from consents where account_id = {account} order by given_at',
      kept: { law: 'consent', rows: 'select given_at as since from consents where account_id = {account}' },
    },
  ],
  async erase(ask) {
    await ask('delete from sessions where account_id = {account}');
    await ask(
      'update consents set source_hash = null, withdrawn_at = coalesce(withdrawn_at, {now}) where account_id = {account}',
    );
    await ask(
      `update accounts set zalo_id = 'erased:' || id, zalo_name = null, oa_user_id = null, phone = null where id = {account}`,
    );
  },
};
