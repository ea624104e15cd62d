import type { Schemas } from '@dvc/contract';
import { tidyAnswer, type Answers, type FormDefinition, type FormPage } from '@dvc/contract/forms';
import type { OperationInput } from '#api';

interface Words {
  addTitle: string;
  fullName: string;
  birthDate: string;
  idNumber: string;
  idHint: string;
  relationship: string;
  relationships: Record<Schemas['Delegation']['relationship'], string>;
  evidence: string;
  evidenceHint: string;
  months: string;
  monthsHint: string;
  monthChoices: Record<'1' | '6' | '12', string>;
}

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** What is asked of a person one wants to act for, as a form: the same fields, rules and words as in a dossier. */
export function personForm(t: Words): { form: FormDefinition; page: FormPage } {
  const page: FormPage = {
    id: 'person',
    title: t.addTitle,
    fields: [
      {
        id: 'relationship',
        type: 'radio',
        label: t.relationship,
        required: true,
        options: options(t.relationships),
      },
      { id: 'fullName', type: 'personName', label: t.fullName, required: true },
      { id: 'birthDate', type: 'date', label: t.birthDate, required: true, notAfter: 'today' },
      { id: 'idNumber', type: 'idNumber', label: t.idNumber, hint: t.idHint, required: false },
      { id: 'evidence', type: 'text', label: t.evidence, hint: t.evidenceHint, required: false, maxLength: 200 },
      {
        id: 'months',
        type: 'radio',
        label: t.months,
        hint: t.monthsHint,
        required: true,
        options: options(t.monthChoices),
        default: '12',
      },
    ],
  };
  const form = { procedureCode: '', version: '', title: t.addTitle, sample: false, pages: [page] };
  return { form: { ...form, papers: [], declaration: [], lists: {} }, page };
}

type Facts = Omit<OperationInput<'createDelegation'>['body'], 'id'>;

/** What goes to the server of these answers; what was left empty does not. */
export function factsOf(answers: Answers, page: FormPage, consentVersion: string): Facts {
  const text = (id: string): string => {
    const field = page.fields.find((one) => one.id === id);
    const value = field === undefined ? '' : tidyAnswer(field, answers[id] ?? '', answers);
    return typeof value === 'string' ? value : '';
  };
  const given = (id: 'idNumber' | 'evidence') => (text(id) === '' ? {} : { [id]: text(id) });
  return {
    fullName: text('fullName'),
    birthDate: text('birthDate'),
    relationship: text('relationship') as Facts['relationship'],
    months: Number(text('months')) as Facts['months'],
    consentVersion,
    ...given('idNumber'),
    ...given('evidence'),
  };
}
