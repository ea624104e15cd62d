import type { Answer, Answers, FormDefinition, PlainField, Prefill } from '@dvc/contract/forms';
import { emptyAnswers, isEmpty } from '@dvc/contract/forms';
import type { Caller } from '#core/handler';

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

/** The first answers of a draft: defaults, and what the person has verified; `prefilled` names the latter. */
export function firstAnswers(form: FormDefinition, starter: Starter): { answers: Answers; prefilled: string[] } {
  const answers = emptyAnswers(form);
  const prefilled: string[] = [];
  for (const field of form.pages.flatMap(({ fields }) => fields)) {
    if (field.type === 'repeat') continue;
    const answer = answerFor(field, starter);
    if (isEmpty(answer)) continue;
    answers[field.id] = answer;
    prefilled.push(field.id);
  }
  return { answers, prefilled };
}
