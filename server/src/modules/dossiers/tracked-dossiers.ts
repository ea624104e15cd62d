import type { Sql } from '#db';
import { shownDueDate } from './dossier-clock.ts';
import { clockOf, dossierById, findByCode, type DossierRow } from './dossier-rows.ts';
import { submitterOf } from './submitter.ts';

async function tracked(sql: Sql, row: DossierRow | undefined) {
  if (!row) return undefined;
  const about = row.about_name ?? row.subject_name ?? (await submitterOf(sql, row.citizen_id)).fullName;
  return {
    code: row.code,
    procedureName: row.procedure_name,
    about,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueDate: shownDueDate(clockOf(row)),
    office: row.office,
  };
}

/** What tracking may read of a dossier: neither answers nor papers, and no officer's sentence. */
export const trackedDossiers = {
  byId: async (sql: Sql, id: string) => tracked(sql, await dossierById(sql, id)),
  byCode: async (sql: Sql, code: string) => tracked(sql, await findByCode(sql, code)),
};
