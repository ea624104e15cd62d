import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Transaction } from '#db';
import { announceOnce } from './announce-once.ts';
import type { FileRow } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';
import { filesOfReport, ownReportFile } from './report-rows.ts';
import { readReportAnnouncement, type AnnouncedForReport } from './upload-metadata.ts';
import { TUS, type Uploads } from './uploads.ts';

/** Photos of one report, in all its life. */
const MOST_FILES = 15;

/**
 * Says whether somebody may add a photo in this role to this report, which need not have been sent yet. Refuses `not-found` for
 * another's, `transition-refused` where nothing is waited for.
 */
export type OpenReport = (
  tx: Transaction,
  report: { id: string; accountId: string; role: AnnouncedForReport['role']; now: Date },
) => Promise<void>;

interface Needs {
  quarantine: Quarantine;
  uploads: Uploads;
  openReport: OpenReport;
}

/** Photos and short videos of field reports: the same upload and checks as papers, owned by an account. */
export function createReportFilesModule(
  { db, disk, clock }: Deps,
  { quarantine, uploads, openReport }: Needs,
): ModuleHandlers<'report-files'> {
  const own = async (id: string, accountId: string): Promise<FileRow> =>
    (await ownReportFile(db, id.toLowerCase(), accountId)) ?? refuse('not-found');

  /** The same photo announced again is the same upload, as with papers. */
  async function begin(announced: AnnouncedForReport, accountId: string): Promise<string> {
    const { reportId, role } = announced;
    return db.tx(async (tx) => {
      const now = clock.now();
      // Two announcements at once for a report that is nowhere yet would not see each other.
      await tx.query('select id from accounts where id = $1 for update', [accountId]);
      await openReport(tx, { id: reportId, accountId, role, now });
      const files = await filesOfReport(tx, reportId);
      if (files.some((file) => file.account_id !== null && file.account_id !== accountId)) refuse('not-found');
      const owner = { account_id: accountId, report_id: reportId, role, paper_id: 'photo' };
      return announceOnce(tx, { announced, owner, files, most: MOST_FILES, now });
    });
  }

  return {
    async createReportFile({ headers, caller }) {
      const announced = readReportAnnouncement(headers);
      await disk.assertRoom(announced.size);
      const id = await begin(announced, caller.account.id);
      await quarantine.ensure(id);
      return { status: 201, headers: { ...TUS, location: `/report-files/${id}` } };
    },

    async readReportFileOffset({ params, caller, takeOver }) {
      return uploads.offset(await own(params.fileId, caller.account.id), takeOver);
    },

    async appendReportFile({ params, caller, takeOver, headers }) {
      return uploads.append(await own(params.fileId, caller.account.id), headers, takeOver);
    },

    async deleteReportFile({ params, caller }) {
      const row = await own(params.fileId, caller.account.id);
      if (row.sent_at !== null)
        refuse('transition-refused', { detail: 'Ảnh đã gửi cùng phản ánh nên không xóa được.' });
      return uploads.remove(row);
    },

    async readReportFileContent({ params, caller }) {
      return uploads.content(await own(params.fileId, caller.account.id));
    },
  };
}
