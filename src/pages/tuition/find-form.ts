import { tidyAnswer, type Answers, type FormDefinition, type FormPage } from '@dvc/contract/forms';

interface Words {
  addTitle: string;
  studentCode: string;
  studentCodeHint: string;
  birthDate: string;
}

/** The two facts a parent shows, as a form: the same fields, rules and words as in a dossier. */
export function findForm(t: Words): { form: FormDefinition; page: FormPage } {
  const page: FormPage = {
    id: 'student',
    title: t.addTitle,
    fields: [
      {
        id: 'studentCode',
        type: 'text',
        label: t.studentCode,
        hint: t.studentCodeHint,
        required: true,
        maxLength: 20,
      },
      { id: 'birthDate', type: 'date', label: t.birthDate, required: true, notAfter: 'today' },
    ],
  };
  const form = { procedureCode: '', version: '', title: t.addTitle, sample: false, pages: [page] };
  return { form: { ...form, papers: [], declaration: [], lists: {} }, page };
}

export function factsOf(answers: Answers, page: FormPage): { studentCode: string; birthDate: string } {
  const text = (id: string): string => {
    const field = page.fields.find((one) => one.id === id);
    const value = field === undefined ? '' : tidyAnswer(field, answers[id] ?? '', answers);
    return typeof value === 'string' ? value : '';
  };
  return { studentCode: text('studentCode'), birthDate: text('birthDate') };
}
