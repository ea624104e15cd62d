import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
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

/** A moment as both databases take it: theirs know neither leap seconds nor every year and offset that may be written. */
const momentOf = (seen: string | undefined): Date | null =>
  seen === undefined ? null : new Date(Math.max(0, Date.parse(seen) || 0));

/** What somebody is writing: one a person, on however many phones. */
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
    async saveQuestionDraft({ body, query: { seen }, caller: { account } }) {
      const now = clock.now();
      const built = momentOf(seen);
      // Whoever builds on something does not begin: when that was thrown away meanwhile, it stays away.
      const mayBegin = built === null || built.getTime() === 0;
      // The same text again is no other version: the answer to an earlier saving was lost.
      const { rows } = await db.query(
        `insert into question_drafts as kept (account_id, id, field, title, text, may_publish, dossier_id, saved_at)
         select $1, $2, $3, $4, $5, $6, $7, $8 where not exists (select 1 from questions where id = $2)
           and ($10 or exists (select 1 from question_drafts where account_id = $1 for update))
         on conflict (account_id) do update set id = excluded.id, field = excluded.field, title = excluded.title,
           text = excluded.text, may_publish = excluded.may_publish, dossier_id = excluded.dossier_id,
           saved_at = excluded.saved_at
         where $9::timestamptz is null or kept.saved_at = $9::timestamptz
           or (kept.id, kept.field, kept.title, kept.text, kept.may_publish, kept.dossier_id) is not distinct from
              (excluded.id, excluded.field, excluded.title, excluded.text, excluded.may_publish, excluded.dossier_id)
         returning kept.id`,
        [account.id, body.id, body.field, body.title, body.text, body.mayPublish, body.dossierId, now, built, mayBegin],
      );
      if (rows.length > 0) return { status: 200, body: { savedAt: now.toISOString() } };
      const found = await db.query<{ sent: boolean; kept: boolean }>(
        `select exists (select 1 from questions where id = $1 and account_id = $2) as sent,
                exists (select 1 from question_drafts where account_id = $2) as kept`,
        [body.id, account.id],
      );
      const [is] = found.rows;
      if (is?.sent === true) return refuse('draft-sent');
      return refuse(is?.kept === true || mayBegin ? 'draft-conflict' : 'not-found');
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
