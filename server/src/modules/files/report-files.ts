import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import type { Transaction } from '#db';
import { createAccountFiles } from './account-files.ts';
import type { Quarantine } from './quarantine.ts';
import { readReportAnnouncement, type AnnouncedForReport } from './upload-metadata.ts';
import type { Uploads } from './uploads.ts';

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

/** Photos and short videos of field reports. */
export function createReportFilesModule(deps: Deps, needs: Needs): ModuleHandlers<'report-files'> {
  const { uploads, openReport } = needs;
  const files = createAccountFiles(deps, needs, {
    column: 'report_id',
    path: '/report-files',
    most: 15,
    sentWords: 'Ảnh đã gửi cùng phản ánh nên không xóa được.',
  });
  return {
    createReportFile({ headers, caller }) {
      const { reportId: id, role, ...announced } = readReportAnnouncement(headers);
      const accountId = caller.account.id;
      return files.create({
        announced,
        owner: { account_id: accountId, thing_id: id, role, paper_id: 'photo' },
        open: (tx, now) => openReport(tx, { id, accountId, role, now }),
      });
    },
    readReportFileOffset: files.offset,
    appendReportFile: files.append,
    deleteReportFile: files.remove,
    readReportFileContent: async (call) => uploads.content(await files.own(call)),
  };
}
