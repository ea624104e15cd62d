import {
  checkDeclaration,
  checkForm,
  faultWords,
  missingPapers,
  papersFor,
  type Answers,
  type FieldFault,
  type FormDefinition,
  type FormPaper,
} from '@dvc/contract/forms';
import type { Filling, ShownFault } from '#forms';
import type { Language } from '#lib/texts';
import type { UploadItem } from '#offline';

/** A paper that is asked for now, with the files sent for it. */
export interface PaperWithFiles {
  paper: FormPaper;
  items: UploadItem[];
}

/** Papers asked for, with their files in the order in which they will be read. */
export function papersWithFiles(
  form: FormDefinition,
  answers: Answers,
  items: readonly UploadItem[],
): PaperWithFiles[] {
  return papersFor(form, answers).map((paper) => ({
    paper,
    items: items.filter((item) => item.paperId === paper.id),
  }));
}

/** The faults of the papers as the rules and the server see them. */
export function paperFaults(form: FormDefinition, answers: Answers, items: readonly UploadItem[]): FieldFault[] {
  const files = items.map(({ paperId, upload }) => ({ paperId, state: stateInRules[upload.state] }));
  return missingPapers(form, answers, files);
}

/** A doubtful photo waits for the person, as a refused one does; everything else goes on by itself. */
const stateInRules: Record<UploadItem['upload']['state'], 'uploading' | 'checking' | 'ready' | 'refused'> = {
  preparing: 'uploading',
  doubtful: 'refused',
  waiting: 'uploading',
  uploading: 'uploading',
  checking: 'checking',
  ready: 'ready',
  refused: 'refused',
  failed: 'uploading',
  interrupted: 'uploading',
};

/** Files that go with the dossier: ready, and asked for with these answers. */
export function filesToSend(papers: readonly PaperWithFiles[]): { id: string; sha256: string }[] {
  return papers.flatMap(({ paper, items }) =>
    paper.handling === 'present'
      ? []
      : items.flatMap(({ fileId, upload }) =>
          fileId !== undefined && upload.state === 'ready' ? [{ id: fileId, sha256: upload.sha256 }] : [],
        ),
  );
}

/** Everything that still stands between review and sending, in the words of the fields. */
export function faultsBeforeSending(
  { form, context }: Pick<Filling, 'form' | 'context'>,
  {
    answers,
    items,
    ticked,
    language,
  }: { answers: Answers; items: readonly UploadItem[]; ticked: readonly string[]; language: Language },
): ShownFault[] {
  const faults = [
    ...checkForm(form, answers, context),
    ...paperFaults(form, answers, items),
    ...checkDeclaration(form, ticked),
  ];
  return faults.map((fault) => ({ path: fault.path, code: fault.code, text: faultWords(fault, language) }));
}
