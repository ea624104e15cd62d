import type { Schemas } from '@dvc/contract';
import type { FormPage } from '@dvc/contract/forms';
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

/** What is asked of a person one wants to act for, as a page of a form. */
export function personPage(t: Words): FormPage {
  return {
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
}

type Facts = Omit<OperationInput<'createDelegation'>['body'], 'id'>;

/** What goes to the server of these answers; what was left empty does not. */
export function factsOf(text: (id: string) => string, consentVersion: string): Facts {
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
