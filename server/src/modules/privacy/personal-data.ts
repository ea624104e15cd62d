import type { PersonalData } from '#core/personal-data';

/** An export is a copy of everything: it is the first to go. */
export const exportsData: PersonalData = {
  tables: ['exports', 'export_tickets', 'erasures'],
  things: [
    {
      what: 'exports',
      rows: `select asked_at as "askedAt", expires_at as "expiresAt", size from exports where account_id = {account} and state <> 'making'`,
    },
  ],
  async erase(ask, { tx, jobs }) {
    const gone = await ask<{ id: string; storeKey: string }>(
      'delete from exports where account_id = {account} returning id, store_key as "storeKey"',
    );
    if (gone.length > 0) await jobs.enqueue(tx, 'remove-file-bytes', { files: gone });
  },
};
