import type { Answer } from './answers.ts';
import { checkDate, checkYear, type Broken } from './date-rules.ts';
import type { Option, PlainField } from './definition.ts';
import type { RuleContext } from './fault.ts';
import { readElsewhere } from './places.ts';
import { isAddress, readIdNumber, readNumber, readPhone, readTime, tidyLine, tidyLines } from './values.ts';

/** Characters allowed where the definition names no limit. */
const longest: Partial<Record<PlainField['type'], number>> = { personName: 100, email: 254, longText: 2000 };
const LONGEST_LINE = 200;
const LARGEST_NUMBER = 999_999_999_999;

/** The first rule an answer that is not empty breaks. `lists` are those of the form. */
export function checkValue(
  field: PlainField,
  value: Answer,
  context: RuleContext,
  lists: Record<string, Option[]>,
): (Broken & { part?: 'commune' | 'detail' }) | undefined {
  switch (field.type) {
    case 'number':
    case 'money':
    case 'area':
      return checkNumber(field, value);
    case 'address':
      return checkAddress(field, value, context);
    case 'year':
      return typeof value === 'object' ? { code: 'shape' } : checkYear(field, String(value ?? '').trim(), context);
    default:
      return typeof value === 'string' ? checkText(field, value, context, lists) : { code: 'shape' };
  }
}

function checkText(
  field: PlainField,
  typed: string,
  context: RuleContext,
  lists: Record<string, Option[]>,
): Broken | undefined {
  const text = field.type === 'longText' ? tidyLines(typed) : tidyLine(typed);
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(typed)) return { code: 'characters' };
  switch (field.type) {
    case 'radio':
    case 'select':
    case 'yesNo':
      return optionsOf(field, lists).some((option) => option.value === text) ? undefined : { code: 'choose' };
    case 'date':
      return checkDate(field, text, context);
    case 'time':
      return readTime(text) === undefined ? { code: 'time' } : undefined;
    case 'idNumber':
      return checkIdNumber(text);
    case 'phone':
      return readPhone(text) === undefined ? { code: 'phone' } : undefined;
    case 'commune':
      return checkCommune(text, context);
    case 'email':
      if (!/^[^\s@"<>,;]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)) return { code: 'email' };
      return checkLength(field, text);
    case 'personName':
      if (!/^[\p{L}\p{M}' .’-]+$/u.test(text) || !/\p{L}/u.test(text)) return { code: 'name' };
      return checkLength(field, text);
    default:
      if (!matches(field, text)) return { code: 'pattern', limit: field.patternWords };
      return checkLength(field, text);
  }
}

/** A text of any length could keep a pattern busy: what is too long is refused for its length. */
function matches({ pattern, maxLength = LONGEST_LINE }: PlainField, text: string): boolean {
  return pattern === undefined || text.length > maxLength || new RegExp(`^(?:${pattern})$`, 'u').test(text);
}

/** Options of a choice, its own or those of the list it names. */
export function optionsOf(field: PlainField, lists: Record<string, Option[]>): Option[] {
  if (field.options !== undefined) return field.options;
  return field.list === undefined ? [] : (lists[field.list] ?? []);
}

function checkLength(field: PlainField, text: string): Broken | undefined {
  const limit = field.maxLength ?? longest[field.type] ?? LONGEST_LINE;
  return Array.from(text).length > limit ? { code: 'too-long', limit } : undefined;
}

function checkIdNumber(text: string): Broken | undefined {
  const digits = readIdNumber(text);
  if (!/^\d+$/.test(digits)) return { code: 'id-number' };
  if (digits.length !== 12) return { code: 'id-number', limit: digits.length };
  return /^(\d)\1+$/.test(digits) ? { code: 'id-number' } : undefined;
}

function checkCommune(code: string, context: RuleContext): Broken | undefined {
  const elsewhere = readElsewhere(code);
  if (elsewhere === undefined) return context.isCommune(code) ? undefined : { code: 'commune' };
  if (elsewhere === '') return { code: 'elsewhere' };
  return elsewhere.length > LONGEST_LINE ? { code: 'too-long', limit: LONGEST_LINE } : undefined;
}

function checkAddress(field: PlainField, value: Answer, context: RuleContext): ReturnType<typeof checkValue> {
  if (!isAddress(value)) return { code: 'shape' };
  if (value.commune === '') return { code: 'address-commune', part: 'commune' };
  const wrong = checkText({ ...field, type: 'commune' }, value.commune, context, {});
  if (wrong !== undefined) return { ...wrong, part: 'commune' };
  if (value.detail.trim() === '') return { code: 'address-detail', part: 'detail' };
  const faulty = checkText({ ...field, type: 'text' }, value.detail, context, {});
  return faulty === undefined ? undefined : { ...faulty, part: 'detail' };
}

function checkNumber(field: PlainField, value: Answer): Broken | undefined {
  const number = readNumber(value);
  if (number === undefined) return { code: 'number' };
  const decimals = field.type === 'money' ? 0 : (field.decimals ?? (field.type === 'area' ? 2 : 0));
  if (Math.abs(number * 10 ** decimals - Math.round(number * 10 ** decimals)) > 1e-6) {
    return decimals === 0 ? { code: 'whole-number' } : { code: 'decimals', limit: decimals };
  }
  const [least, most] = [field.min ?? 0, field.max ?? LARGEST_NUMBER];
  if (number < least) return { code: 'too-small', limit: least };
  return number > most ? { code: 'too-big', limit: most } : undefined;
}
