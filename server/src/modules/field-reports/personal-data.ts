import type { PersonalData } from '#core/personal-data';

/** Others lean on it: everybody reads it, or their own reports were merged into it. */
const STAYS = '(r.published_at is not null or (select count(*) from reports m where m.merged_into = r.id) > 0)';
const GOES = `(select r.id from reports r where r.account_id = {account} and not ${STAYS})`;

/** What everybody reads stays, as an officer checked it, and nobody's; the rest goes, also what an office works on. */
export const fieldReportsData: PersonalData = {
  tables: ['reports', 'report_events', 'report_followers', 'report_photos', 'report_readings'],
  things: [
    {
      what: 'reports',
      rows: `select code, category, words, answers, place_words as "placeWords", lat, lng, state, rating, rating_comment as "ratingComment",
                    submitted_at as "submittedAt" from reports where account_id = {account} order by submitted_at`,
      kept: {
        law: 'public',
        rows: `select published_at as since from reports r where account_id = {account} and ${STAYS}`,
      },
    },
    {
      what: 'following',
      rows: `select (select r.code from reports r where r.id = f.report_id) as code, f.since from report_followers f where f.account_id = {account}`,
    },
  ],
  readings: `select e.at, e.system, e.purpose, r.code as about, '/phan-anh/' || r.id as path
               from report_readings e join reports r on r.id = e.report_id where r.account_id = {account}`,
  async erase(ask) {
    await ask('delete from report_followers where account_id = {account}');
    for (const table of ['report_followers', 'report_readings', 'report_photos', 'report_events'])
      await ask(`delete from ${table} where report_id in ${GOES}`);
    await ask(`delete from reports where id in ${GOES}`);
    await ask(`update report_events set note = case when office is null then null else note end, internal_note = null
                where report_id in (select id from reports where account_id = {account})`);
    await ask(`delete from report_readings where report_id in (select id from reports where account_id = {account})`);
    await ask(`update reports set words = coalesce(public_words, ''), place_words = null, answers = '{}', rating_comment = null,
                                  account_id = null where account_id = {account}`);
  },
};
