import type { PersonalData } from '#core/personal-data';

/** Papers of dossiers that were sent stay with them. The bytes of all others go by a job queued with the rows’ end. */
export const filesData: PersonalData = {
  tables: ['files'],
  things: [
    {
      what: 'files',
      rows: `select name, paper_id as "paperId", media_type as "mediaType", kept_size as size, created_at as "createdAt"
               from files where citizen_id = {citizen} or account_id = {account} order by created_at`,
      kept: {
        law: 'archive',
        rows: 'select created_at as since from files where citizen_id = {citizen} and dossier_id is not null',
      },
    },
  ],
  files: `select id || '-' || name as name, store_key as "storeKey" from files
           where (citizen_id = {citizen} or account_id = {account}) and state = 'ready' order by created_at, id`,
  async erase(ask, { tx, jobs }) {
    const gone = await ask<{ id: string; storeKey: string }>(`delete from files
      where account_id = {account} or (citizen_id = {citizen} and dossier_id is null) returning id, store_key as "storeKey"`);
    if (gone.length > 0) await jobs.enqueue(tx, 'remove-file-bytes', { files: gone });
  },
};
