import type { FormPage } from '@dvc/contract/forms';

interface Words {
  addTitle: string;
  studentCode: string;
  studentCodeHint: string;
  birthDate: string;
}

/** The two facts a parent shows, as a page of a form. */
export function findPage(t: Words): FormPage {
  return {
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
}
