import type { PersonalData } from '#core/personal-data';

const GOES = '(select id from questions where account_id = {account} and published_at is null)';

/** A published question stays as it was masked and read by an officer, and nobody's. */
export const questionsData: PersonalData = {
  tables: ['questions', 'question_events', 'question_words', 'question_drafts', 'question_readings'],
  things: [
    {
      what: 'questions',
      rows: `select code, field_name as "fieldName", authority, title, text, state, answer, score, rating_comment as "ratingComment",
                    sent_at as "sentAt" from questions where account_id = {account} order by sent_at`,
      kept: {
        law: 'public',
        rows: 'select published_at as since from questions where account_id = {account} and published_at is not null',
      },
    },
    {
      what: 'questionDraft',
      rows: 'select title, text, saved_at as "savedAt" from question_drafts where account_id = {account}',
    },
  ],
  readings: `select r.at, r.system, r.purpose, q.code as about, '/hoi-dap/cua-toi?ma=' || q.id as path
               from question_readings r join questions q on q.id = r.question_id where q.account_id = {account}`,
  async erase(ask) {
    await ask(
      `delete from question_readings where question_id in (select id from questions where account_id = {account})`,
    );
    await ask('delete from question_drafts where account_id = {account}');
    await ask(`delete from question_words where question_id in ${GOES}`);
    await ask(`delete from question_events where question_id in ${GOES}`);
    await ask(`delete from questions where id in ${GOES}`);
    await ask(
      `update question_events set text = null where question_id in (select id from questions where account_id = {account})`,
    );
    await ask(`update questions set title = public_title, text = public_text, answer = public_answer, dossier_id = null,
                                    dossier_code = null, rating_comment = null, account_id = null where account_id = {account}`);
  },
};
