import type { Answers } from './answers.ts';
import { holds } from './conditions.ts';
import type { FormDefinition, FormPaper } from './definition.ts';
import type { FieldFault } from './fault.ts';
import { reachableAnswers } from './reachable.ts';

/** A file of a draft as far as these rules care; states are those of the contract's DraftFile. */
interface PaperFile {
  paperId: string;
  state: 'uploading' | 'checking' | 'ready' | 'refused';
}

/** Papers asked for with these answers, those to be shown at the counter included. */
export function papersFor(form: FormDefinition, answers: Answers): FormPaper[] {
  const reached = reachableAnswers(form, answers);
  return form.papers.filter((paper) => paper.when === undefined || holds(paper.when, reached));
}

/**
 * What still stands between the papers and sending, as faults at `papers.<id>`: required ones without a file that
 * is ready, and any file that is not.
 */
export function missingPapers(form: FormDefinition, answers: Answers, files: readonly PaperFile[]): FieldFault[] {
  return papersFor(form, answers).flatMap((paper) => {
    if (paper.handling === 'present') return [];
    const own = files.filter((file) => file.paperId === paper.id);
    const fault = (code: FieldFault['code']) => [{ path: `papers.${paper.id}`, code, label: paper.name }];
    if (own.some((file) => file.state === 'refused')) return fault('paper-refused');
    if (own.some((file) => file.state !== 'ready')) return fault('paper-unfinished');
    return paper.required && own.length === 0 ? fault('paper-missing') : [];
  });
}
