import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { createAccountFiles, filesOf } from './account-files.ts';
import { draftFileView } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';
import { readQuestionAnnouncement } from './upload-metadata.ts';
import type { Uploads } from './uploads.ts';

interface Needs {
  quarantine: Quarantine;
  uploads: Uploads;
  /** Whether this question was sent already: then nothing is added to it. */
  isSent: (tx: Transaction, questionId: string) => Promise<boolean>;
  /** The question of this code; that it was read is written down. Refuses `not-found`. */
  openForOffice: (sql: Sql, code: string, reader: { system: string; purpose: string }) => Promise<string>;
}

/** What is added to questions. */
export function createQuestionFilesModule(deps: Deps, needs: Needs): ModuleHandlers<'question-files'> {
  const { db } = deps;
  const { uploads, isSent, openForOffice } = needs;
  const added = createAccountFiles(deps, needs, {
    column: 'question_id',
    path: '/question-files',
    most: 10,
    sentWords: 'Tệp đã gửi cùng câu hỏi nên không xóa được.',
  });
  return {
    async listQuestionFiles({ query, caller }) {
      const files = await filesOf(db, 'question_id', query.questionId);
      const items = files.filter(({ account_id }) => account_id === caller.account.id).map(draftFileView);
      return { status: 200, body: { items } };
    },
    createQuestionFile({ headers, caller }) {
      const { questionId, ...announced } = readQuestionAnnouncement(headers);
      return added.create({
        announced,
        owner: { account_id: caller.account.id, thing_id: questionId, paper_id: 'attachment' },
        async open(tx) {
          if (await isSent(tx, questionId)) refuse('not-found');
        },
      });
    },
    readQuestionFileOffset: added.offset,
    appendQuestionFile: added.append,
    deleteQuestionFile: added.remove,
    async readQuestionFileForOffice({ params, query: { purpose }, caller: { system } }) {
      const row = await db.tx(async (tx) => {
        const files = await filesOf(
          tx,
          'question_id',
          await openForOffice(tx, params.questionCode, { system, purpose }),
        );
        return files.find(({ id, sent_at }) => id === params.fileId && sent_at !== null) ?? refuse('not-found');
      });
      return uploads.content(row);
    },
  };
}
