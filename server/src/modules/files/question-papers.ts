import type { Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Sql, Transaction } from '#db';
import { filesOf } from './account-files.ts';
import type { Checking } from './checking.ts';
import { draftFileView, type FileRow } from './file-rows.ts';

/** How long a file waits for the question it was added to, as long as its draft may be forgotten. */
const PATIENCE = days(60);

/** Files as questions see them; each call runs in the caller's transaction. */
export function createQuestionPapers({ clock, db, jobs }: Deps, checking: Checking) {
  jobs.every('sweep-question-files', days(1), async () => {
    await db.tx(async (tx) => {
      const { rows } = await tx.query<Pick<FileRow, 'id' | 'store_key'>>(
        `delete from files where question_id is not null and sent_at is null and state in ('ready', 'refused')
           and changed_at < $1 returning id, store_key`,
        [later(clock.now(), -PATIENCE)],
      );
      await checking.queueRemoval(tx, rows);
    });
  });

  return {
    /** What was sent with a question. */
    async of(sql: Sql, questionId: string): Promise<Schemas['DraftFile'][]> {
      return (await filesOf(sql, 'question_id', questionId))
        .filter(({ sent_at }) => sent_at !== null)
        .map(draftFileView);
    },

    /** Binds files to their question; answers those that are missing, refused, or somebody else's: then nothing was bound. */
    async claim(
      tx: Transaction,
      { questionId, accountId, ids, now }: { questionId: string; accountId: string; ids: readonly string[]; now: Date },
    ): Promise<string[]> {
      const usable = new Set(
        (await filesOf(tx, 'question_id', questionId))
          .filter(({ account_id, state }) => account_id === accountId && (state === 'checking' || state === 'ready'))
          .map(({ id }) => id),
      );
      const missing = ids.filter((id) => !usable.has(id));
      if (missing.length > 0) return missing;
      await tx.query('update files set sent_at = $3 where question_id = $1 and id = any($2::uuid[])', [
        questionId,
        ids,
        now,
      ]);
      return [];
    },

    /** A question was thrown away before it was sent: what was added to it goes too. */
    async discard(tx: Transaction, questionId: string, accountId: string): Promise<void> {
      const { rows } = await tx.query<Pick<FileRow, 'id' | 'store_key'>>(
        'delete from files where question_id = $1 and account_id = $2 and sent_at is null returning id, store_key',
        [questionId, accountId],
      );
      await checking.queueRemoval(tx, rows);
    },
  };
}
