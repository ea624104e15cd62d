import type { Schemas } from '@dvc/contract';
import type { FileRow } from './file-rows.ts';
import { fileProblem } from './refusal-words.ts';

/** A photo or video of a report, as its sender and offices see it. */
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
