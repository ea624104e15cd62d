import type { PersonalData } from '#core/personal-data';

/** Results are part of their dossiers. Whom a document was shown to is the owner's business alone. */
export const walletData: PersonalData = {
  tables: ['results', 'document_tickets', 'document_shares', 'document_viewings'],
  things: [
    {
      what: 'results',
      rows: 'select dossier_code as "dossierCode", title, office, size, sha256, handed_in_at as "handedInAt" from results where citizen_id = {citizen}',
      kept: { law: 'archive', rows: 'select handed_in_at as since from results where citizen_id = {citizen}' },
    },
    {
      what: 'viewings',
      rows: `select r.title, v.at, v.what, v.viewer from document_viewings v join results r on r.id = v.document_id
              where r.citizen_id = {citizen}`,
    },
  ],
  files: `select dossier_code || '-' || id || '.pdf' as name, store_key as "storeKey" from results where citizen_id = {citizen}`,
  async erase(ask) {
    await ask('delete from document_tickets where citizen_id = {citizen}');
    await ask('delete from document_shares where citizen_id = {citizen}');
    await ask(`delete from document_viewings where document_id in (
      select id from results where citizen_id = {citizen} union all select id from dossiers where citizen_id = {citizen}
      union all select id from apologies where citizen_id = {citizen}
      union all select id from payment_orders where citizen_id = {citizen} or account_id = {account})`);
  },
};
