import type { Answers } from './answers.ts';
import type { Field, FormDefinition } from './definition.ts';

/** Answers of a form nobody has touched: defaults, and as many empty items as a required group needs. */
export function emptyAnswers(form: FormDefinition): Answers {
  return emptyOf(form.pages.flatMap((page) => page.fields));
}

/** One new item of a repeated group. */
export function emptyItem(fields: Field[]): Answers {
  return emptyOf(fields);
}

function emptyOf(fields: Field[]): Answers {
  const answers: Answers = {};
  for (const field of fields) {
    if (field.default !== undefined) answers[field.id] = field.default;
    if (field.type === 'repeat' && field.required) {
      answers[field.id] = Array.from({ length: Math.max(1, field.min) }, () => emptyOf(field.fields));
    }
  }
  return answers;
}
