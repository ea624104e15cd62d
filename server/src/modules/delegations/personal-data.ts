import type { PersonalData } from '#core/personal-data';

const USED = 'd.id in (select delegation_id from dossiers where citizen_id = {citizen} and delegation_id is not null)';

/** By whose consent a dossier was sent is part of that dossier; what was never used goes. */
export const delegationsData: PersonalData = {
  tables: ['delegations'],
  things: [
    {
      what: 'delegations',
      rows: `select full_name as "fullName", relationship, consent_version as "wordsVersion", consent_text as "words", given_at as "givenAt",
                    ends_on as "endsOn", ended_at as "endedAt" from delegations where citizen_id = {citizen}`,
      kept: {
        law: 'archive',
        rows: `select given_at as since from delegations d where citizen_id = {citizen} and ${USED}`,
      },
    },
  ],
  async erase(ask) {
    await ask(`delete from delegations d where citizen_id = {citizen} and not ${USED}`);
    await ask(
      'update delegations set ended_at = coalesce(ended_at, {now}), evidence = null where citizen_id = {citizen}',
    );
  },
};
