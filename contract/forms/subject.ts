import type { Answers } from './answers.ts';
import type { FormDefinition, FormPage } from './definition.ts';
import { visiblePages } from './reachable.ts';

/** The page that describes the person the dossier is for; undefined: the form can be filed for oneself only. */
export function subjectPage(form: FormDefinition): FormPage | undefined {
  return form.pages.find(({ about }) => about === 'subject');
}

/** Where a form asks who its subject is: the first name, number and date of the subject's page. */
export interface SubjectFields {
  fullName: string | undefined;
  idNumber: string | undefined;
  birthDate: string | undefined;
}

export function subjectFields({ fields }: FormPage): SubjectFields {
  const first = (type: string) => fields.find((field) => field.type === type)?.id;
  return { fullName: first('personName'), idNumber: first('idNumber'), birthDate: first('date') };
}

/** Whether these answers lead to the subject's page, that is: say that it is done for another. */
export function isForSubject(form: FormDefinition, answers: Answers): boolean {
  return visiblePages(form, answers).some(({ about }) => about === 'subject');
}
