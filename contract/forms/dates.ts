import { addDays, addWorkingDays, plainCalendar, type Calendar } from '../calendar/working-days.ts';

/** A date as typed: parts are digits or empty. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
}

/** Reads `2026-11-19`, `-11-19`, `1948--`; undefined when the text has another shape. */
export function readDateParts(text: string): DateParts | undefined {
  const match = /^(\d{0,4})-(\d{0,2})-(\d{0,2})$/.exec(text);
  if (match === null) return undefined;
  return { year: match[1] ?? '', month: match[2] ?? '', day: match[3] ?? '' };
}

export function writeDateParts({ year, month, day }: DateParts): string {
  return `${year}-${month}-${day}`;
}

/** The same date with two-digit months and days; parts that are empty stay empty. */
export function tidyDate(text: string): string {
  const parts = readDateParts(text);
  if (parts === undefined) return text;
  const padded = (part: string) => (part === '' ? '' : part.padStart(2, '0'));
  return writeDateParts({ year: parts.year, month: padded(parts.month), day: padded(parts.day) });
}

/** Whether the calendar has that day: no 31/4, and 29/2 only in leap years. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  // Date.UTC takes years below 100 for 19xx.
  return (
    year >= 1000 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

/** `today`, `today-18y`, `today-12m`, `today+3d`, `today+1wd` or an ISO date, as an ISO date. */
export function readDateLimit(limit: string, today: string, calendar: Calendar = plainCalendar): string | undefined {
  const match = /^today(?:([+-]\d{1,4})(wd|d|m|y))?$/.exec(limit);
  if (match === null) return /^\d{4}-\d{2}-\d{2}$/.test(limit) ? limit : undefined;
  const n = Number(match[1] ?? 0);
  if (match[2] === 'wd') return addWorkingDays(today, n, calendar);
  if (match[2] === 'd') return addDays(today, n);
  return addMonths(today, match[2] === 'y' ? n * 12 : n);
}

/** 31/1 and one month is the last day of February, not a day in March. */
function addMonths(date: string, n: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + n, 1));
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, last)).padStart(2, '0')}`;
}
