import { inThousands } from '@dvc/contract';
import {
  isAddress,
  isEmpty,
  isGroup,
  itemLabel,
  optionsOf,
  reachableAnswers,
  reachablePages,
  readDateParts,
  readElsewhere,
  readNumber,
  visibleItemFields,
  type Answer,
  type Answers,
  type Field,
  type FormDefinition,
  type PlainField,
} from '@dvc/contract/forms';
import { longDate } from '#lib/dates';
import { readablePhone } from '#lib/phone-number';
import type { Language } from '#lib/texts';
import type { CommuneIndex } from './communes';
import { texts } from './texts';

/** One page's answers as they are read back before sending. */
export interface ReviewBlock {
  pageId: string;
  title: string;
  lines: Line[];
}

/** One question with its answer; `path` is the field's. */
interface Line {
  path: string;
  label: string;
  value: string;
}

interface Reading {
  form: FormDefinition;
  communes: CommuneIndex;
  language: Language;
}

/** Everything that would be sent, page by page, in words. */
export function answersInWords(answers: Answers, reading: Reading): ReviewBlock[] {
  const kept = reachableAnswers(reading.form, answers);
  return reachablePages(reading.form, answers).map(({ page, fields }) => ({
    pageId: page.id,
    title: page.title,
    lines: fields.flatMap((field) => linesOf(field, kept[field.id], kept, reading)),
  }));
}

/** One answer of a form that is no longer asked for there, in the words of that form; as typed where it has none. */
export function oldAnswerInWords(
  { path, value }: { path: string; value: unknown },
  { form, communes, language }: Omit<Reading, 'form'> & { form: FormDefinition | undefined },
): Line {
  const answer = value as Answer;
  const [root, index, inner] = path.split('.');
  const field = form?.pages.flatMap(({ fields }) => fields).find(({ id }) => id === root);
  if (form === undefined || field === undefined) {
    return { path, label: texts[language].oldAnswer, value: asTyped(answer) };
  }
  const reading = { form, communes, language };
  if (field.type === 'repeat') {
    const part = field.fields.find(({ id }) => id === inner);
    const label = part === undefined ? field.label : itemLabel(field, Number(index), part);
    return { path, label, value: part === undefined ? asTyped(answer) : inWords(part, answer, reading) };
  }
  return { path, label: field.label, value: inWords(field, answer, reading) };
}

function asTyped(value: Answer): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value ?? '');
}

function linesOf(field: Field, value: Answer, answers: Answers, reading: Reading): Line[] {
  if (field.type !== 'repeat') return lineOf(field, { path: field.id, label: field.label }, value, reading);
  if (!isGroup(value)) {
    return lineOf({ ...field, type: 'text' }, { path: field.id, label: field.label }, undefined, reading);
  }
  return value.flatMap((item, index) =>
    visibleItemFields(field.fields, item, answers).flatMap((inner) =>
      lineOf(
        inner,
        {
          path: `${field.id}.${String(index)}.${inner.id}`,
          label: `${field.itemTitle} ${String(index + 1)}: ${lowerFirst(inner.label)}`,
        },
        item[inner.id],
        reading,
      ),
    ),
  );
}

/** What was left out and need not be there is not read back. */
function lineOf(field: PlainField, place: Omit<Line, 'value'>, value: Answer, reading: Reading): Line[] {
  if (!isEmpty(value)) return [{ ...place, value: inWords(field, value, reading) }];
  return field.required ? [{ ...place, value: texts[reading.language].notWritten }] : [];
}

function inWords(field: PlainField, value: Answer, reading: Reading): string {
  const t = texts[reading.language];
  if (isAddress(value)) return `${value.detail}, ${communeInWords(value.commune, reading.communes)}`;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (field.type) {
    case 'radio':
    case 'select':
    case 'yesNo':
      return optionsOf(field, reading.form.lists).find((option) => option.value === text)?.label ?? text;
    case 'commune':
      return communeInWords(text, reading.communes);
    case 'date':
      return dateInWords(text, reading.language);
    case 'phone':
      return readablePhone(text);
    case 'money':
      return `${numberInWords(value)} ${t.dong}`;
    case 'number':
    case 'area':
      return `${numberInWords(value)}${field.unit === undefined ? '' : `\u00a0${field.unit}`}`;
    default:
      return text;
  }
}

function communeInWords(code: string, communes: CommuneIndex): string {
  return readElsewhere(code) ?? communes.nameOf(code) ?? code;
}

function dateInWords(text: string, language: Language): string {
  const parts = readDateParts(text);
  if (parts === undefined) return text;
  if (parts.month === '') return texts[language].yearAlone(parts.year);
  return parts.day === '' ? texts[language].monthAlone(parts.month, parts.year) : longDate(text, language);
}

function numberInWords(value: Answer): string {
  const [whole = '', rest] = String(readNumber(value) ?? '').split('.');
  const grouped = inThousands(whole);
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
