import { papersFor, visiblePages, type Answers, type FormDefinition, type FormPage } from '@dvc/contract/forms';

/** One step of filling: a page of the form, the papers if any are asked for, the review. Its id stands in the address. */
export type Step =
  { id: string; kind: 'page'; page: FormPage } | { id: 'papers'; kind: 'papers' } | { id: 'review'; kind: 'review' };

/** The steps these answers lead through; the server counts them the same way. */
export function stepsOf(form: FormDefinition, answers: Answers): [Step, ...Step[]] {
  const pages = visiblePages(form, answers).map((page): Step => ({ id: page.id, kind: 'page', page }));
  const uploads = papersFor(form, answers).some(({ handling }) => handling === 'upload');
  const steps: Step[] = [...pages, ...(uploads ? [{ id: 'papers', kind: 'papers' } as const] : [])];
  const [first, ...rest] = steps;
  const review: Step = { id: 'review', kind: 'review' };
  return first === undefined ? [review] : [first, ...rest, review];
}

/** The step an address or a draft names; the first where these answers no longer lead to it. */
export function stepAt(steps: [Step, ...Step[]], id: string | undefined): { step: Step; index: number } {
  const index = steps.findIndex((step) => step.id === id);
  return index < 0 ? { step: steps[0], index: 0 } : { step: steps[index] ?? steps[0], index };
}

/** The step on which a fault can be mended: `witnesses.0.witnessName` → its page, `papers.x` → the papers. */
export function stepOfFault(steps: readonly Step[], path: string): Step | undefined {
  const [root] = path.split('.');
  if (root === 'papers') return steps.find((step) => step.kind === 'papers');
  return steps.find((step) => step.kind === 'page' && step.page.fields.some((field) => field.id === root));
}
