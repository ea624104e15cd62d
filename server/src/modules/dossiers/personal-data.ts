import type { PersonalData } from '#core/personal-data';

const MINE = '(select id from dossiers where citizen_id = {citizen})';

/** A dossier that was sent is the authority's record; drafts and what was only typed are the person's. */
export const dossiersData: PersonalData = {
  tables: [
    ...['drafts', 'dossiers', 'dossier_events', 'dossier_reads', 'dossier_ratings', 'apologies', 'supplement_requests'],
    ...['forwardings', 'forwarded_papers', 'one_stop_events'],
  ],
  things: [
    {
      what: 'drafts',
      rows: 'select procedure_code as "procedureCode", answers, old_answers as "oldAnswers", saved_at as "savedAt" from drafts where citizen_id = {citizen}',
    },
    {
      what: 'dossiers',
      rows: 'select code, procedure_name as "procedureName", office, state, answers, receipt, submitted_at as "submittedAt", due_date as "dueDate" from dossiers where citizen_id = {citizen} order by submitted_at',
      kept: { law: 'archive', rows: 'select submitted_at as since from dossiers where citizen_id = {citizen}' },
    },
    {
      what: 'dossierEvents',
      rows: `select d.code, e.at, e.state, e.note, e.office from dossier_events e join dossiers d on d.id = e.dossier_id
              where d.citizen_id = {citizen} order by d.code, e.position`,
      kept: { law: 'archive', rows: `select at as since from dossier_events where dossier_id in ${MINE}` },
    },
    {
      what: 'supplements',
      rows: `select d.code, s.office, s.items, s.answers, s.asked_at as "askedAt", s.sent_at as "sentAt"
               from supplement_requests s join dossiers d on d.id = s.dossier_id where d.citizen_id = {citizen}`,
      kept: { law: 'archive', rows: `select asked_at as since from supplement_requests where dossier_id in ${MINE}` },
    },
    {
      what: 'ratings',
      rows: `select d.code, r.score, r.comment, r.changed_at as "at" from dossier_ratings r
               join dossiers d on d.id = r.dossier_id where d.citizen_id = {citizen}`,
    },
  ],
  readings: `select r.read_at as at, r.system, r.purpose, d.procedure_name || ' · ' || d.code as about, '/ho-so/' || d.id as path
               from dossier_reads r join dossiers d on d.id = r.dossier_id where d.citizen_id = {citizen}`,
  async erase(ask) {
    await ask('delete from drafts where citizen_id = {citizen}');
    // The score counts for the numbers; what was said to it is the person's.
    await ask(`update dossier_ratings set comment = null where dossier_id in ${MINE}`);
    await ask(`update supplement_requests set answers = '{}' where state = 'open' and dossier_id in ${MINE}`);
  },
};
