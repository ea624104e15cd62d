import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { COLUMNS, type FileRow } from './file-rows.ts';
import { fileProblem } from './refusal-words.ts';

/** Somebody's own photo of a report; another's is undefined. */
export async function ownReportFile(sql: Sql, id: string, accountId: string): Promise<FileRow | undefined> {
  const { rows } = await sql.query<FileRow>(
    `select ${COLUMNS} from files where id = $1 and account_id = $2 and report_id is not null`,
    [id, accountId],
  );
  return rows[0];
}

/** All files of a report, as they came; those of offices have no account. */
export async function filesOfReport(sql: Sql, reportId: string): Promise<FileRow[]> {
  const { rows } = await sql.query<FileRow>(
    `select ${COLUMNS} from files where report_id = $1 order by created_at, id`,
    [reportId],
  );
  return rows;
}

export function reportFileView(row: FileRow): Schemas['ReportFile'] {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type ?? row.announced_type,
    size: row.announced_size,
    received: row.received,
    state: row.state,
    refusal: row.refusal === null ? null : { ...fileProblem('photo', row.refusal), path: `files.${row.id}` },
    announcedSha256: row.announced_sha256,
    sha256: row.kept_sha256,
    role: row.role ?? 'before',
  };
}
