import type { Answer, Answers, FormDefinition, PlainField, Prefill } from '@dvc/contract/forms';
import { emptyAnswers, isEmpty, subjectFields, subjectPage, visiblePages } from '@dvc/contract/forms';
import type { Caller } from '#core/handler';
import type { Subject } from './ports.ts';

type Starter = Pick<Caller<'startDraft'>, 'account' | 'citizen'>;

const sources: Record<Prefill, (starter: Starter) => string | null> = {
  'verified.fullName': ({ citizen }) => citizen.fullName,
  'verified.idNumber': ({ citizen }) => citizen.idNumber,
  'verified.birthDate': ({ citizen }) => citizen.birthDate,
  'verified.address': ({ citizen }) => citizen.address,
  'account.phone': ({ account }) => account.phone,
};

function answerFor({ prefill, type }: PlainField, starter: Starter): Answer {
  const known = prefill === undefined ? null : sources[prefill](starter);
  if (known === null || known === '') return null;
  // Which commune a line of text means is the person's to say; we never guess it.
  return type === 'address' ? { commune: '', detail: known } : known;
}

/** What the subject's own record says, on the subject's page; and that it is for another, where one answer says so. */
function fillSubject(form: FormDefinition, answers: Answers, subject: Subject): void {
  const page = subjectPage(form);
  if (!page) return;
  if (page.when && 'field' in page.when && page.when.op === 'eq') answers[page.when.field] = page.when.value;
  const { fullName, idNumber, birthDate } = subjectFields(page);
  if (fullName !== undefined) answers[fullName] = subject.fullName;
  if (idNumber !== undefined && subject.idNumber !== null) answers[idNumber] = subject.idNumber;
  if (birthDate !== undefined) answers[birthDate] = subject.birthDate;
}

/**
 * The first answers of a draft: defaults, and what the person has verified; `prefilled` names the latter. Who acts for another
 * fills in as the one who sends it and nothing beyond: pages that would describe them as the subject stay empty.
 */
export function firstAnswers(
  form: FormDefinition,
  starter: Starter,
  subject?: Subject,
): { answers: Answers; prefilled: string[] } {
  const answers = emptyAnswers(form);
  const prefilled: string[] = [];
  if (subject) fillSubject(form, answers, subject);
  const pages = subject ? visiblePages(form, answers) : form.pages;
  for (const field of pages.flatMap(({ fields }) => fields)) {
    if (field.type === 'repeat') continue;
    const answer = answerFor(field, starter);
    if (isEmpty(answer)) continue;
    answers[field.id] = answer;
    prefilled.push(field.id);
  }
  return { answers, prefilled };
}
