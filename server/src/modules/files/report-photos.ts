import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import { ScannerSilent } from '#core/scanner';
import { sha256 } from '#core/secrets';
import type { Sql, Transaction } from '#db';
import { filesOf } from './account-files.ts';
import type { Checking } from './checking.ts';
import { examine, type Examined } from './examine.ts';
import { COLUMNS, type FileRow } from './file-rows.ts';
import { reportFileView } from './report-file-view.ts';
import type { Uploads } from './uploads.ts';

/** How long a photo waits for the report it was taken for; a phone without a network has it still and sends it again. */
const PATIENCE = days(30);

type Kept = Extract<Examined, { kept: unknown }>['kept'];

interface Came {
  size: number;
  sha256: string;
}

/** Photos as field reports see them; each call runs in the caller's transaction. */
export function createReportPhotos({ db, clock, files, scanner, jobs }: Deps, checking: Checking, uploads: Uploads) {
  async function read(key: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await files.read(key)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  jobs.every('sweep-report-photos', days(1), async () => {
    await db.tx(async (tx) => {
      const { rows } = await tx.query<Pick<FileRow, 'id' | 'store_key'>>(
        `delete from files where report_id is not null and sent_at is null and state in ('ready', 'refused') and changed_at < $1
         returning id, store_key`,
        [later(clock.now(), -PATIENCE)],
      );
      await checking.queueRemoval(tx, rows);
    });
  });

  return {
    /** What was sent with a report, in the order it came. */
    async ofReport(sql: Sql, reportId: string): Promise<Schemas['ReportFile'][]> {
      return (await filesOf(sql, 'report_id', reportId)).filter((row) => row.sent_at !== null).map(reportFileView);
    },

    /**
     * Binds uploaded photos to their report; from then on they stay. Answers those that are missing, refused, or somebody
     * else's: then nothing was bound.
     */
    async claim(
      tx: Transaction,
      { reportId, accountId, ids, now }: { reportId: string; accountId: string; ids: readonly string[]; now: Date },
    ): Promise<string[]> {
      const rows = await filesOf(tx, 'report_id', reportId);
      const usable = new Set(
        rows
          .filter((row) => row.account_id === accountId && (row.state === 'checking' || row.state === 'ready'))
          .map(({ id }) => id),
      );
      const missing = ids.filter((id) => !usable.has(id));
      if (missing.length > 0) return missing;
      await tx.query(
        'update files set sent_at = $3 where report_id = $1 and id = any($2::uuid[]) and sent_at is null',
        [reportId, ids, now],
      );
      return [];
    },

    /** Looks into a photo that an office hands in; undefined when it is no photo we take. Refuses `server-busy`. */
    async look(bytes: Buffer) {
      const examined = await examine(bytes, null, scanner, 'report').catch((error: unknown) => {
        if (error instanceof ScannerSilent) return refuse('server-busy', { retryAfter: 30 }, error);
        throw error;
      });
      if (!('kept' in examined) || examined.kept.mediaType !== 'image/jpeg') return undefined;
      return { came: { size: bytes.length, sha256: sha256(bytes) }, kept: examined.kept };
    },
    /** Writes down such a photo, whose bytes lie under this key. */
    async keepAfter(
      tx: Transaction,
      reportId: string,
      { came, kept, storeKey }: { came: Came; kept: Kept; storeKey: string },
      now: Date,
    ): Promise<Schemas['ReportFile']> {
      const { rows } = await tx.query<FileRow>(
        `insert into files (id, report_id, role, paper_id, name, announced_type, announced_size, announced_sha256, received,
                            store_key, state, media_type, kept_size, kept_sha256, created_at, changed_at, sent_at)
         values ($1, $2, 'after', 'photo', 'anh-sau.jpg', 'image/jpeg', $3, $4, $3, $5, 'ready', $6, $7, $8, $9, $9, $9)
         returning ${COLUMNS}`,
        [randomUUID(), reportId, came.size, came.sha256, storeKey, kept.mediaType, kept.bytes.length, kept.sha256, now],
      );
      if (!rows[0]) throw new Error('a photo was not written down');
      return reportFileView(rows[0]);
    },
    /** Photos that can be shown, with their bytes: ready, and pictures. */
    async pictures(
      sql: Sql,
      reportId: string,
    ): Promise<{ id: string; role: FileRow['role']; open: () => Promise<Buffer> }[]> {
      return (await filesOf(sql, 'report_id', reportId))
        .filter((row) => row.sent_at !== null && row.state === 'ready' && row.media_type === 'image/jpeg')
        .map(({ id, role, store_key }) => ({ id, role, open: () => read(store_key) }));
    },

    /** The bytes of a file that was sent with a report, for offices. */
    async content(sql: Sql, reportId: string, fileId: string) {
      const row = (await filesOf(sql, 'report_id', reportId)).find(
        ({ id, sent_at }) => id === fileId && sent_at !== null,
      );
      return row && uploads.content(row);
    },
  };
}
