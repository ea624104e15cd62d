import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { moveLocked } from './move-report.ts';
import { reportByCode, type ReportRow } from './report-rows.ts';

interface Merging {
  into: string;
  by: string;
  internalNote: string | undefined;
  system: string;
  now: Date;
}

/**
 * Says that a report is about the same as another. Who sent it and who follows it follow that one from now on, so nobody is
 * told less. Call with the first one locked; answers the one they all belong to.
 */
export async function mergeInto(
  tx: Transaction,
  row: ReportRow,
  { into, by, internalNote, system, now }: Merging,
  around: Parameters<typeof moveLocked>[3],
): Promise<ReportRow> {
  const target = await reportByCode(tx, into, { lock: true });
  if (target.id === row.id || target.merged_into !== null || row.state === 'merged') {
    refuse('transition-refused', { detail: 'Chỉ gộp vào một phản ánh khác chưa bị gộp, và chỉ gộp một lần.' });
  }
  const move = { to: 'merged', note: null, internalNote: internalNote ?? null, by, system, now } as const;
  // Told before they follow another one, so that they hear why.
  await moveLocked(tx, row, { ...move, mergedInto: target.id }, around);
  await tx.query(
    `insert into report_followers (report_id, account_id, since)
     select $1::uuid, account_id, $3::timestamptz from (
       select account_id from report_followers where report_id = $2::uuid
       union select account_id from reports where id = $2::uuid and account_id is not null
     ) people where account_id is distinct from (select account_id from reports where id = $1::uuid)
     on conflict do nothing`,
    [target.id, row.id, now],
  );
  // Reports that were merged into this one belong to the same one now.
  await tx.query('update reports set merged_into = $1 where merged_into = $2', [target.id, row.id]);
  return target;
}
