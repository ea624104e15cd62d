import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Sql, Transaction } from '#db';
import { announceOnce } from './announce-once.ts';
import { COLUMNS, draftFileView, type FileRow } from './file-rows.ts';
import type { Quarantine } from './quarantine.ts';
import { filesOfQuestion } from './question-papers.ts';
import { readQuestionAnnouncement, type AnnouncedForQuestion } from './upload-metadata.ts';
import { TUS, type Uploads } from './uploads.ts';

/** Files of one question, those not usable among them. */
const MOST_FILES = 10;

interface Needs {
  quarantine: Quarantine;
  uploads: Uploads;
  /** Whether this question was sent already: then nothing is added to it. */
  isSent: (tx: Transaction, questionId: string) => Promise<boolean>;
  /** The question of this code; that it was read is written down. Refuses `not-found`. */
  openForOffice: (sql: Sql, code: string, reader: { system: string; purpose: string }) => Promise<string>;
}

/** What is added to questions: the same upload and checks as papers, owned by an account. */
export function createQuestionFilesModule(
  { db, disk, clock }: Deps,
  { quarantine, uploads, isSent, openForOffice }: Needs,
): ModuleHandlers<'question-files'> {
  const own = async (id: string, accountId: string): Promise<FileRow> => {
    const { rows } = await db.query<FileRow>(
      `select ${COLUMNS} from files where id = $1 and account_id = $2 and question_id is not null`,
      [id.toLowerCase(), accountId],
    );
    return rows[0] ?? refuse('not-found');
  };

  async function begin(announced: AnnouncedForQuestion, accountId: string): Promise<string> {
    const { questionId } = announced;
    return db.tx(async (tx) => {
      // Two announcements at once for a question that is nowhere yet would not see each other.
      await tx.query('select id from accounts where id = $1 for update', [accountId]);
      const files = await filesOfQuestion(tx, questionId);
      if ((await isSent(tx, questionId)) || files.some((file) => file.account_id !== accountId)) refuse('not-found');
      const owner = { account_id: accountId, question_id: questionId, paper_id: 'attachment' };
      return announceOnce(tx, { announced, owner, files, most: MOST_FILES, now: clock.now() });
    });
  }

  return {
    async listQuestionFiles({ query, caller }) {
      const files = await filesOfQuestion(db, query.questionId);
      const items = files.filter(({ account_id }) => account_id === caller.account.id).map(draftFileView);
      return { status: 200, body: { items } };
    },

    async createQuestionFile({ headers, caller }) {
      const announced = readQuestionAnnouncement(headers);
      await disk.assertRoom(announced.size);
      const id = await begin(announced, caller.account.id);
      await quarantine.ensure(id);
      return { status: 201, headers: { ...TUS, location: `/question-files/${id}` } };
    },

    async readQuestionFileOffset({ params, caller, takeOver }) {
      return uploads.offset(await own(params.fileId, caller.account.id), takeOver);
    },

    async appendQuestionFile({ params, caller, takeOver, headers }) {
      return uploads.append(await own(params.fileId, caller.account.id), headers, takeOver);
    },

    async deleteQuestionFile({ params, caller }) {
      const row = await own(params.fileId, caller.account.id);
      if (row.sent_at !== null) {
        refuse('transition-refused', { detail: 'Tệp đã gửi cùng câu hỏi nên không xóa được.' });
      }
      return uploads.remove(row);
    },

    async readQuestionFileForOffice({ params, query: { purpose }, caller: { system } }) {
      const row = await db.tx(async (tx) => {
        const files = await filesOfQuestion(tx, await openForOffice(tx, params.questionCode, { system, purpose }));
        return files.find(({ id, sent_at }) => id === params.fileId && sent_at !== null) ?? refuse('not-found');
      });
      return uploads.content(row);
    },
  };
}
