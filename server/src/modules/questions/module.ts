import type { Deps } from '#core/deps';
import { readPosition, writePosition } from '#core/page-cursor';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { createAnswering } from './answering.ts';
import { createAsking } from './asking.ts';
import { readCount, writeCount } from './page-cursor.ts';
import type { QuestionNeeds } from './ports.ts';
import { findPublished, newestPublished, publishedById } from './published.ts';
import { createQuestionDrafts } from './question-drafts.ts';
import { plantSamples } from './samples.ts';

/** Questions to authorities: asked, answered, and published without what says who asked. */
export async function createQuestionsModule(deps: Deps, needs: QuestionNeeds): Promise<ModuleHandlers<'questions'>> {
  const { db } = deps;
  const { plan, wording } = needs;
  await plantSamples(deps, needs);

  return {
    ...createQuestionDrafts(deps, needs),
    ...createAsking(deps, needs),
    ...createAnswering(deps, needs),

    async listQuestionFields() {
      return { status: 200, body: { items: plan.fields, promiseHours: plan.promiseHours } };
    },

    async listQuestions({ query: { q = '', field, cursor, limit = 20 } }) {
      if (wording.fold(q) !== '') {
        const found = await findPublished(db, q, { field, wording });
        const from = readCount(cursor);
        const next = from + limit < found.length ? writeCount(from + limit) : null;
        return { status: 200, body: { items: found.slice(from, from + limit), next } };
      }
      const rows = await newestPublished(db, field, { after: readPosition(cursor), limit });
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      const next = last ? writePosition({ at: last.at, id: last.item.id }) : null;
      return { status: 200, body: { items: rows.slice(0, limit).map(({ item }) => item), next } };
    },

    async readQuestion({ params }) {
      return { status: 200, body: (await publishedById(db, params.questionId)) ?? refuse('not-found') };
    },
  };
}
