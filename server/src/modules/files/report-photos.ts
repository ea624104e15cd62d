import { randomBytes, randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import type { Deps } from '#core/deps';
import { sha256 } from '#core/secrets';
import type { Sql, Transaction } from '#db';
import type { Checking } from './checking.ts';
import { examine } from './examine.ts';
import type { FileRow } from './file-rows.ts';
import { filesOfReport, reportFileView } from './report-rows.ts';
import type { Uploads } from './uploads.ts';

/** How long a photo waits for the report it was taken for; a phone without a network has it still and sends it again. */
const PATIENCE = days(30);

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
      return (await filesOfReport(sql, reportId)).filter((row) => row.sent_at !== null).map(reportFileView);
    },

    /**
     * Binds uploaded photos to their report; from then on they stay. Answers those that are missing, refused, or somebody
     * else's: then nothing was bound.
     */
    async claim(
      tx: Transaction,
      { reportId, accountId, ids, now }: { reportId: string; accountId: string; ids: readonly string[]; now: Date },
    ): Promise<string[]> {
      const rows = await filesOfReport(tx, reportId);
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

    /** Keeps a photo that an office hands in; undefined when it is no photo we take. */
    async keepAfter(
      tx: Transaction,
      reportId: string,
      bytes: Buffer,
      now: Date,
    ): Promise<Schemas['ReportFile'] | undefined> {
      const examined = await examine(bytes, null, scanner, 'report');
      if (!('kept' in examined) || examined.kept.mediaType !== 'image/jpeg') return undefined;
      const { kept } = examined;
      const id = randomUUID();
      const key = randomBytes(32).toString('hex');
      await files.put(key, kept.bytes);
      await tx.query(
        `insert into files (id, report_id, role, paper_id, name, announced_type, announced_size, announced_sha256, received,
                            store_key, state, media_type, kept_size, kept_sha256, created_at, changed_at, sent_at)
         values ($1, $2, 'after', 'photo', 'anh-sau.jpg', 'image/jpeg', $3, $4, $3, $5, 'ready', $6, $7, $8, $9, $9, $9)`,
        [id, reportId, bytes.length, sha256(bytes), key, kept.mediaType, kept.bytes.length, kept.sha256, now],
      );
      const rows = await filesOfReport(tx, reportId);
      const row = rows.find((one) => one.id === id);
      return row && reportFileView(row);
    },

    /** Photos that can be shown, with their bytes: ready, and pictures. */
    async pictures(
      sql: Sql,
      reportId: string,
    ): Promise<{ id: string; role: FileRow['role']; open: () => Promise<Buffer> }[]> {
      return (await filesOfReport(sql, reportId))
        .filter((row) => row.sent_at !== null && row.state === 'ready' && row.media_type === 'image/jpeg')
        .map(({ id, role, store_key }) => ({ id, role, open: () => read(store_key) }));
    },

    /** The bytes of a file that was sent with a report, for offices. */
    async content(sql: Sql, reportId: string, fileId: string) {
      const row = (await filesOfReport(sql, reportId)).find(({ id, sent_at }) => id === fileId && sent_at !== null);
      return row && uploads.content(row);
    },
  };
}
