import type { Schemas } from '@dvc/contract';
import { AppError, callOperation, problemOf, putAnswer } from '#api';
import { watchPerson } from '#auth';
import { randomUuid } from '#lib/random';
import type { Draft, DraftKeeper, Work } from '#offline';

export type Question = Schemas['QuestionDraft'];

let fresh: Question | undefined;
/** By the question's id; also those that were left before everything was saved. */
const keepers = new Map<string, DraftKeeper>();

/** A question nobody has begun; the same one until it is, so that what was left before it could be saved is found again. */
export function freshQuestion(): Question {
  fresh ??= { id: randomUuid(), field: null, title: '', text: '', mayPublish: false, dossierId: null };
  return fresh;
}

/** It was sent or thrown away. */
export function forgetFresh(): void {
  fresh = undefined;
}

/** Remembers who saves what is being written. */
export function rememberKeeper(id: string, keeper: DraftKeeper): void {
  keepers.set(id, keeper);
}

// Somebody else may hold the phone now: what could not be saved yet must not be saved as theirs.
watchPerson(() => {
  for (const keeper of keepers.values()) keeper.end();
  keepers.clear();
  forgetFresh();
});

/** A question as a form's answers. */
export function answersOf({ field, title, text, mayPublish, dossierId }: Question): Work['answers'] {
  return { field, title, text, mayPublish: mayPublish ? 'co' : 'khong', dossierId };
}

export function questionOf(id: string, answers: Draft['answers']): Question {
  const { mayPublish, ...words } = answers as Omit<Question, 'id' | 'mayPublish'> & { mayPublish: string };
  return { id, ...words, mayPublish: mayPublish === 'co' };
}

/** The one page there is; a draft that was never saved stands on none, so that a photo alone is worth saving. */
export const page = 'ask';
const beginning = new Date(0).toISOString();

/** A question as the keeper of drafts knows one: its revision is when it was saved, 0 for never. */
export function asDraft(question: Question, savedAt: string | null): Draft {
  return {
    ...{ id: question.id, procedureCode: '', procedureName: '', formVersion: page, movedFrom: null },
    ...{ answers: answersOf(question), oldAnswers: [], page: savedAt === null ? '' : page, files: [], prefilled: [] },
    ...{ rev: savedAt === null ? 0 : Date.parse(savedAt), savedAt: savedAt ?? beginning, expiresAt: beginning },
  };
}

/** What stands in the way, with what the keeper needs to know of it. */
async function withTheirs(failure: unknown, id: string): Promise<unknown> {
  const problem = problemOf(failure);
  if (problem?.code === 'draft-sent')
    return new AppError('conflict', { code: problem.code, problem: { ...problem, dossierId: id } });
  if (problem?.code !== 'draft-conflict') return failure;
  const { draft, savedAt } = await callOperation('readQuestionDraft');
  if (draft === null) return failure;
  return new AppError('conflict', { code: problem.code, problem: { ...problem, draft: asDraft(draft, savedAt) } });
}

/** Saves it over what was seen, never over what another phone wrote since. */
export async function saveQuestion(id: string, { answers, rev }: Work & { rev: number }): Promise<Draft> {
  const question = questionOf(id, answers);
  try {
    const seen = new Date(rev).toISOString();
    const { savedAt } = await callOperation('saveQuestionDraft', { query: { seen }, body: question });
    // Sent or thrown away meanwhile: nothing is to be written on.
    if (keepers.get(id)?.save.get().state !== 'sent') putAnswer('readQuestionDraft', {}, { draft: question, savedAt });
    return asDraft(question, savedAt);
  } catch (failure) {
    throw await withTheirs(failure, id);
  }
}
