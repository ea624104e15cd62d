import {
  isAddress,
  isEmpty,
  isGroup,
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
  lines: { label: string; value: string }[];
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

function linesOf(field: Field, value: Answer, answers: Answers, reading: Reading): ReviewBlock['lines'] {
  if (field.type !== 'repeat') return lineOf(field, field.label, value, reading);
  if (!isGroup(value)) return lineOf({ ...field, type: 'text' }, field.label, undefined, reading);
  return value.flatMap((item, index) =>
    visibleItemFields(field.fields, item, answers).flatMap((inner) =>
      lineOf(inner, `${field.itemTitle} ${String(index + 1)}: ${lowerFirst(inner.label)}`, item[inner.id], reading),
    ),
  );
}

/** What was left out and need not be there is not read back. */
function lineOf(field: PlainField, label: string, value: Answer, reading: Reading): ReviewBlock['lines'] {
  if (!isEmpty(value)) return [{ label, value: inWords(field, value, reading) }];
  return field.required ? [{ label, value: texts[reading.language].notWritten }] : [];
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
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
