import type { Schemas } from '@dvc/contract';
import type { Answers, FieldFault, FormDefinition, RuleContext } from '@dvc/contract/forms';
import {
  checkDeclaration,
  checkForm,
  faultWords,
  missingPapers,
  papersFor,
  reachableAnswers,
} from '@dvc/contract/forms';

type FieldProblem = Schemas['FieldProblem'];

export interface Submission {
  form: FormDefinition;
  answers: Answers;
  /** All files of the draft. */
  files: readonly Schemas['DraftFile'][];
  /** Those the person reviewed and sends. */
  sent: readonly { id: string; sha256: string }[];
  /** Ids of the statements ticked. */
  declaration: readonly string[];
}

interface Reviewed {
  problems: FieldProblem[];
  answers: Answers;
  /** Ids of the files that go with the dossier, in the order of the form's papers. */
  files: string[];
}

const CHANGED = 'Giấy tờ đã thay đổi sau khi bạn xem lại. Các tệp vẫn còn. Hãy xem lại giấy này rồi gửi.';

const inWords = (fault: FieldFault): FieldProblem => ({
  path: fault.path,
  code: fault.code,
  message: faultWords(fault, 'vi'),
});

/** Files that were not sent as they are now: another hash, gone, or added meanwhile on another phone. */
function changedPapers({ files, sent }: Submission, asked: ReadonlySet<string>): FieldProblem[] {
  const problem = (paperId: string): FieldProblem => ({ path: `papers.${paperId}`, code: 'changed', message: CHANGED });
  const byId = new Map(files.map((file) => [file.id, file]));
  const sentHash = new Map(sent.map(({ id, sha256 }) => [id, sha256]));
  const strangers = sent.flatMap(({ id, sha256 }) => {
    const file = byId.get(id);
    if (!file) return [problem('')];
    return file.state === 'ready' && file.sha256 !== sha256 ? [problem(file.paperId)] : [];
  });
  const left = files.filter(({ id, state, paperId }) => asked.has(paperId) && state === 'ready' && !sentHash.has(id));
  return [...strangers, ...left.map(({ paperId }) => problem(paperId))];
}

/**
 * Checks a submission by the form's own rules, the same the phone has: only what is reachable counts. Papers nobody asks for
 * with these answers do not go along, neither do hidden answers.
 */
export function reviewSubmission(submission: Submission, rules: RuleContext): Reviewed {
  const { form, files, declaration } = submission;
  const answers = reachableAnswers(form, submission.answers);
  const asked = papersFor(form, answers).filter(({ handling }) => handling === 'upload');
  // Pages go in the order in which they were looked over.
  const place = new Map(submission.sent.map(({ id }, index) => [id, index]));
  const inOrder = [...files].sort((a, b) => (place.get(a.id) ?? files.length) - (place.get(b.id) ?? files.length));
  const going = asked.flatMap(({ id }) => inOrder.filter(({ paperId }) => paperId === id));
  const crowded = asked.filter(({ id, maxFiles }) => going.filter(({ paperId }) => paperId === id).length > maxFiles);
  const faults: FieldFault[] = [
    ...checkForm(form, answers, rules),
    ...missingPapers(form, answers, going),
    ...crowded.map(({ id, name, maxFiles }) => ({
      path: `papers.${id}`,
      code: 'too-many' as const,
      label: name,
      limit: maxFiles,
    })),
    ...checkDeclaration(form, declaration),
  ];
  const changed = changedPapers(submission, new Set(asked.map(({ id }) => id)));
  return { problems: [...faults.map(inWords), ...changed], answers, files: going.map(({ id }) => id) };
}
