import { isRealDate, readDateLimit, readDateParts, type DateParts } from './dates.ts';
import type { DatePrecision, PlainField } from './definition.ts';
import type { FaultCode, RuleContext } from './fault.ts';

/** A rule that was broken, and its limit where the words name one. */
export interface Broken {
  code: FaultCode;
  limit?: string | number;
}

const OLDEST_YEAR = 1900;

/** Rules of a date in three boxes; the field may accept a month or a year alone. */
export function checkDate(field: PlainField, text: string, context: RuleContext): Broken | undefined {
  const parts = readDateParts(text);
  if (parts === undefined) return { code: 'date-unreal' };
  const missing = missingPart(parts, field.precision ?? ['day']);
  if (missing !== undefined) return { code: missing };
  const year = Number(parts.year);
  if (parts.year.length < 4 || year < OLDEST_YEAR) return { code: 'date-too-early', limit: `${OLDEST_YEAR}-01-01` };
  if (parts.month === '') return checkYearAlone(field, parts.year, context);
  if (parts.day === '') return checkMonthAlone(field, parts, context);
  if (!isRealDate(year, Number(parts.month), Number(parts.day))) return { code: 'date-unreal' };
  const date = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  return checkLimits(field, context, (limit) => (date < limit ? -1 : date > limit ? 1 : 0));
}

export function checkYear(field: PlainField, text: string, context: RuleContext): Broken | undefined {
  if (!/^\d{4}$/.test(text)) return { code: 'year' };
  const year = Number(text);
  const [least, most] = [field.min ?? OLDEST_YEAR, field.max ?? Number(context.today.slice(0, 4))];
  if (year < least) return { code: 'too-small', limit: least };
  return year > most ? { code: 'too-big', limit: most } : undefined;
}

function missingPart({ year, month, day }: DateParts, precision: readonly DatePrecision[]): FaultCode | undefined {
  const written = (year === '' ? '' : 'y') + (month === '' ? '' : 'm') + (day === '' ? '' : 'd');
  const exact = { ymd: 'day', ym: 'month', y: 'year' }[written] as DatePrecision | undefined;
  if (exact !== undefined && precision.includes(exact)) return undefined;
  if (!precision.includes('day')) {
    if (day !== '') return 'date-unreal';
    return written === 'y' ? 'date-month-missing' : 'date-year-missing';
  }
  if (written.length === 1) return 'date-parts';
  if (year === '') return 'date-year-missing';
  return month === '' ? 'date-month-missing' : 'date-day-missing';
}

function checkMonthAlone(field: PlainField, { year, month }: DateParts, context: RuleContext): Broken | undefined {
  if (Number(month) < 1 || Number(month) > 12) return { code: 'date-unreal' };
  const written = `${year}-${month.padStart(2, '0')}`;
  return checkLimits(field, context, (limit) =>
    written < limit.slice(0, 7) ? -1 : written > limit.slice(0, 7) ? 1 : 0,
  );
}

function checkYearAlone(field: PlainField, year: string, context: RuleContext): Broken | undefined {
  return checkLimits(field, context, (limit) => Math.sign(Number(year) - Number(limit.slice(0, 4))));
}

function checkLimits(field: PlainField, context: RuleContext, compare: (limit: string) => number): Broken | undefined {
  const { today, calendar } = context;
  if (field.notAfter !== undefined) {
    const limit = readDateLimit(field.notAfter, today, calendar);
    if (limit !== undefined && compare(limit) > 0) {
      return limit === today ? { code: 'date-in-future' } : { code: 'date-too-late', limit };
    }
  }
  if (field.notBefore === undefined) return undefined;
  const limit = readDateLimit(field.notBefore, today, calendar);
  return limit !== undefined && compare(limit) < 0 ? { code: 'date-too-early', limit } : undefined;
}
