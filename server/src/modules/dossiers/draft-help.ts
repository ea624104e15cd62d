import { draftIdsWith, type operations } from '@dvc/contract';
import type { Answers, FormDefinition } from '@dvc/contract/forms';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import { draftsBetween, type DraftRow } from './draft-rows.ts';
import { formOf } from './form-of.ts';
import type { Papers, Procedures } from './ports.ts';
import { reviewSubmission } from './review-submission.ts';
import type { Surroundings } from './rule-context.ts';

export type DraftHelp = operations['helpWithDraft']['responses']['200']['content']['application/json'];

interface Needs {
  procedures: Procedures;
  papers: Papers;
  surroundings: Surroundings;
}

const PAPERS = 'Giấy tờ';
const REVIEW = 'Xem lại và gửi';

function stepOf(form: FormDefinition, page: string): string {
  if (page === 'papers') return PAPERS;
  return form.pages.find(({ id }) => id === page)?.title ?? REVIEW;
}

/** Where somebody stands who calls for help: the step and what is missing, nothing of what they wrote. */
export function createDraftHelp({ db, clock }: Deps, { procedures, papers, surroundings }: Needs) {
  async function helpWith(row: DraftRow): Promise<DraftHelp['items'][number]> {
    const form = await formOf(db, row, procedures);
    const files = await papers.ofDraft(db, row.id);
    const { problems } = reviewSubmission(
      {
        form,
        files,
        answers: JSON.parse(row.answers) as Answers,
        sent: files.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [{ id, sha256 }])),
        // Ticked last of all, by whoever sends.
        declaration: form.declaration.map(({ id }) => id),
      },
      surroundings.rules(),
    );
    return {
      procedure: procedures.guide(row.procedure_code)?.shortName ?? row.procedure_code,
      step: stepOf(form, row.page),
      savedAt: row.saved_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      files: files.length,
      missing: problems.map(({ message }) => message),
    };
  }

  return async (number: string): Promise<DraftHelp> => {
    const ids = draftIdsWith(number);
    const rows = ids === undefined ? [] : await draftsBetween(db, ids, clock.now());
    if (rows.length === 0) return refuse('not-found');
    return { items: await Promise.all(rows.map(helpWith)) };
  };
}
