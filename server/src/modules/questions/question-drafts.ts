import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import type { QuestionNeeds } from './ports.ts';

interface DraftRow {
  id: string;
  field: string | null;
  title: string;
  text: string;
  may_publish: boolean;
  dossier_id: string | null;
  saved_at: Date;
}

type Handlers = Pick<ModuleHandlers<'questions'>, 'readQuestionDraft' | 'saveQuestionDraft' | 'deleteQuestionDraft'>;

const view = (row: DraftRow): Schemas['QuestionDraft'] => ({
  id: row.id,
  field: row.field,
  title: row.title,
  text: row.text,
  mayPublish: row.may_publish,
  dossierId: row.dossier_id,
});

/** What somebody is writing: one a person, the last saving counts. */
export function createQuestionDrafts({ db, clock }: Deps, { papers }: QuestionNeeds): Handlers {
  return {
    async readQuestionDraft({ caller: { account } }) {
      const { rows } = await db.query<DraftRow>(
        'select id, field, title, text, may_publish, dossier_id, saved_at from question_drafts where account_id = $1',
        [account.id],
      );
      const [row] = rows;
      return {
        status: 200,
        body: { draft: row ? view(row) : null, savedAt: row?.saved_at.toISOString() ?? null },
      };
    },
    async saveQuestionDraft({ body, caller: { account } }) {
      const now = clock.now();
      await db.query(
        `insert into question_drafts (account_id, id, field, title, text, may_publish, dossier_id, saved_at)
         select $1, $2, $3, $4, $5, $6, $7, $8 where not exists (select 1 from questions where id = $2)
         on conflict (account_id) do update set id = excluded.id, field = excluded.field, title = excluded.title,
           text = excluded.text, may_publish = excluded.may_publish, dossier_id = excluded.dossier_id,
           saved_at = excluded.saved_at`,
        [account.id, body.id, body.field, body.title, body.text, body.mayPublish, body.dossierId, now],
      );
      return { status: 200, body: { savedAt: now.toISOString() } };
    },
    async deleteQuestionDraft({ caller: { account } }) {
      await db.tx(async (tx) => {
        const { rows } = await tx.query<{ id: string }>(
          'delete from question_drafts where account_id = $1 returning id',
          [account.id],
        );
        for (const { id } of rows) await papers.discard(tx, id, account.id);
      });
      return { status: 204 };
    },
  };
}
