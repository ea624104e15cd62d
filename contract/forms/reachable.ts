import type { Answer, Answers } from './answers.ts';
import { holds, own } from './conditions.ts';
import { tidyDate } from './dates.ts';
import type { Field, FormDefinition, FormPage, PlainField } from './definition.ts';
import {
  isAddress,
  isEmpty,
  isGroup,
  readIdNumber,
  readNumber,
  readPhone,
  readTime,
  tidyLine,
  tidyLines,
} from './values.ts';

/** A page that is shown now, with those of its fields that are. */
export interface ReachablePage {
  page: FormPage;
  fields: Field[];
}

/**
 * Pages and fields shown for these answers. Conditions look only at answers that are reachable themselves, in the
 * form's order: what was left behind on a hidden page decides nothing.
 */
export function reachablePages(form: FormDefinition, answers: Answers): ReachablePage[] {
  const reached: Answers = {};
  return form.pages.flatMap((page) => {
    if (page.when !== undefined && !holds(page.when, reached)) return [];
    return [{ page, fields: reachFields(page.fields, answers, reached) }];
  });
}

export function visiblePages(form: FormDefinition, answers: Answers): FormPage[] {
  return reachablePages(form, answers).map(({ page }) => page);
}

/** Fields of a page shown for these answers; answers of other pages are taken as they are. */
export function visibleFields(page: FormPage, answers: Answers): Field[] {
  const reached = { ...answers };
  for (const field of page.fields) reached[field.id] = undefined;
  return reachFields(page.fields, answers, reached);
}

/** Fields of one item of a repeated group; their conditions see the item first, then the form. */
export function visibleItemFields(fields: PlainField[], item: Answers, answers: Answers): PlainField[] {
  const reached = { ...answers };
  for (const field of fields) reached[field.id] = undefined;
  return reachFields(fields, item, reached);
}

/** Only what would be sent: shown pages, shown fields, written answers, in their tidy form. */
export function reachableAnswers(form: FormDefinition, answers: Answers): Answers {
  const kept: Answers = {};
  for (const { fields } of reachablePages(form, answers)) {
    for (const field of fields) {
      const value = tidyAnswer(field, own(answers, field.id), answers);
      if (!isEmpty(value)) kept[field.id] = value;
    }
  }
  return kept;
}

/** Adds what is reached to `reached` as it goes, so that later conditions see it. */
function reachFields<F extends Field>(fields: F[], answers: Answers, reached: Answers): F[] {
  return fields.filter((field) => {
    if (field.when !== undefined && !holds(field.when, reached)) return false;
    reached[field.id] = own(answers, field.id);
    return true;
  });
}

/** An answer as it is checked, sent and hashed; what is not valid yet stays as typed. */
export function tidyAnswer(field: Field, value: Answer, answers: Answers): Answer {
  if (field.type === 'repeat') {
    return isGroup(value) ? value.map((item) => tidyItem(field.fields, item, answers)) : value;
  }
  if (isAddress(value)) return { commune: tidyLine(value.commune), detail: tidyLine(value.detail) };
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return readNumber(value) ?? value;
    default:
      return typeof value === 'string' ? tidyText(field, value) : value;
  }
}

function tidyText(field: PlainField, text: string): string {
  const line = tidyLine(text);
  switch (field.type) {
    case 'longText':
      return tidyLines(text);
    case 'date':
      return tidyDate(line);
    case 'time':
      return readTime(line) ?? line;
    case 'phone':
      return readPhone(line) ?? line;
    case 'idNumber':
      return readIdNumber(line);
    default:
      return line;
  }
}

function tidyItem(fields: PlainField[], item: Answers, answers: Answers): Answers {
  const kept: Answers = {};
  for (const field of visibleItemFields(fields, item, answers)) {
    const value = tidyAnswer(field, own(item, field.id), answers);
    if (!isEmpty(value)) kept[field.id] = value;
  }
  return kept;
}
