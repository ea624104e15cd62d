import { ask } from '../support/postgres.ts';
import { hashOf } from '../../server/test/support/sample-papers.ts';
import type { Notebook } from './notebook.ts';

/** What came of everything that was acknowledged, read from the database that is primary at the end, and from its servers. */
export interface Reckoning {
  acknowledged: { dossiers: number; reports: number; drafts: number; files: number };
  lost: string[];
  doubled: string[];
  changed: string[];
}

interface Sent {
  draft_id: string;
  ids: string[];
  events: number;
}

const listed = (ids: Iterable<string>): string => [...ids].map((id) => `'${id}'`).join(',') || 'null';

async function rowsOf<T>(url: string, text: string): Promise<T[]> {
  const rows = await ask<T>(url, text);
  if (rows === undefined) throw new Error('the database does not answer after the rehearsal');
  return rows;
}

async function lookForDossiers(url: string, { dossiers }: Notebook, found: Reckoning): Promise<void> {
  const rows = await rowsOf<Sent>(
    url,
    `select draft_id, array_agg(id::text) as ids,
            (select count(*)::int from dossier_events e where e.dossier_id = (array_agg(d.id))[1] and e.state = 'submitted') as events
       from dossiers d where draft_id in (${listed(dossiers.keys())}) group by draft_id`,
  );
  const byDraft = new Map(rows.map((row) => [row.draft_id, row]));
  for (const [draftId, { dossierId }] of dossiers) {
    const row = byDraft.get(draftId);
    if (row === undefined) found.lost.push(`dossier ${dossierId}`);
    else if (row.ids.length > 1 || row.events > 1) found.doubled.push(`dossier ${dossierId}`);
    else if (row.ids[0] !== dossierId || row.events !== 1) found.changed.push(`dossier ${dossierId}`);
  }
}

async function lookForReports(url: string, { reports }: Notebook, found: Reckoning): Promise<void> {
  const text = `select id, code from reports where id in (${listed(reports.keys())})`;
  const codes = new Map((await rowsOf<{ id: string; code: string }>(url, text)).map(({ id, code }) => [id, code]));
  for (const [id, code] of reports) {
    if (!codes.has(id)) found.lost.push(`report ${id}`);
    else if (codes.get(id) !== code) found.changed.push(`report ${id}`);
  }
  const twice = await rowsOf<{ code: string }>(url, 'select code from reports group by code having count(*) > 1');
  found.doubled.push(...twice.map(({ code }) => `report ${code}`));
}

async function lookForDrafts(url: string, { drafts }: Notebook, found: Reckoning): Promise<void> {
  const rows = await rowsOf<{ id: string; rev: number; name: string }>(
    url,
    `select id, rev::int as rev, answers::jsonb ->> 'childName' as name from drafts where id in (${listed(drafts.keys())})`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const [id, { rev, childName }] of drafts) {
    const row = byId.get(id);
    // What was saved after the last acknowledgement may be there too; it was meant.
    if (row === undefined || row.rev < rev) found.lost.push(`draft ${id} of revision ${rev}`);
    else if (row.rev === rev && row.name !== childName) found.changed.push(`draft ${id}`);
  }
}

async function lookForFiles({ files }: Notebook, found: Reckoning): Promise<void> {
  for (const [path, { sha256, read }] of files) {
    const { status, body } = await read();
    if (status !== 200) found.lost.push(`file ${path}: ${status}`);
    else if (hashOf(body) !== sha256) found.changed.push(`file ${path}`);
  }
}

/** Who sends once more what was acknowledged gets the very same receipt. */
async function sendAgain({ dossiers }: Notebook, found: Reckoning): Promise<void> {
  const all = [...dossiers.values()];
  const some = all.filter((_, index) => index % Math.max(1, Math.floor(all.length / 50)) === 0);
  for (const { dossierId, text, repeat } of some) {
    const { status, body } = await repeat();
    if (status !== 201 || body.toString('utf8') !== text) found.changed.push(`receipt of ${dossierId}: ${status}`);
  }
}

export async function reckon(url: string, notebook: Notebook): Promise<Reckoning> {
  const { dossiers, reports, drafts, files } = notebook;
  const acknowledged = { dossiers: dossiers.size, reports: reports.size, drafts: drafts.size, files: files.size };
  const found: Reckoning = { acknowledged, lost: [], doubled: [], changed: [] };
  await sendAgain(notebook, found);
  await lookForDossiers(url, notebook, found);
  await lookForReports(url, notebook, found);
  await lookForDrafts(url, notebook, found);
  await lookForFiles(notebook, found);
  return found;
}
