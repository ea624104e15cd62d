import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  buildCalendar,
  dateInVietnam,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts';

const json = JSON.parse(readFileSync(new URL('../../provinces/tay-ninh/holidays.json', import.meta.url), 'utf8')) as {
  days: { date: string; kind: string }[];
};
const calendar = buildCalendar(json);
const anyDate = fc
  .date({ min: new Date('2025-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('weekends and holidays are off, make-up days are on', () => {
  expect(isWorkingDay('2026-11-23', calendar)).toBe(true);
  expect(isWorkingDay('2026-11-21', calendar)).toBe(false);
  expect(isWorkingDay('2027-09-02', calendar)).toBe(false);
  const madeUp = json.days.find((day) => day.kind === 'make-up-workday');
  expect(madeUp && isWorkingDay(madeUp.date, calendar)).toBe(true);
});

test('three working days from Thursday end on Tuesday', () => {
  expect(addWorkingDays('2026-11-26', 3, calendar)).toBe('2026-12-01');
  expect(addWorkingDays('2026-12-01', -3, calendar)).toBe('2026-11-26');
});

test('Tết is jumped over', () => {
  const before = json.days.find((day) => day.date.startsWith('2026-02'))?.date ?? '';
  const next = addWorkingDays(before, 1, calendar);
  expect(calendar.off.has(next)).toBe(false);
  expect(workingDaysBetween(before, next, calendar)).toBe(1);
});

test('zero days is today, or the next day on which anyone works', () => {
  expect(addWorkingDays('2026-11-23', 0, calendar)).toBe('2026-11-23');
  expect(addWorkingDays('2026-11-21', 0, calendar)).toBe('2026-11-23');
});

test('counting undoes adding', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 700 }), (date, n) => {
      const later = addWorkingDays(date, n, calendar);
      expect(workingDaysBetween(date, later, calendar)).toBe(n);
      expect(workingDaysBetween(later, date, calendar)).toBe(-n);
      expect(isWorkingDay(later, calendar)).toBe(true);
    }),
  );
});

test('counting over years is the same as looking at every day', () => {
  const everyDay = (from: string, to: string): number => {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
    return count;
  };
  fc.assert(
    fc.property(anyDate, anyDate, (one, other) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      expect(workingDaysBetween(from, to, calendar)).toBe(everyDay(from, to));
    }),
  );
});

test('a list of days serves as well as the file', () => {
  expect(buildCalendar(json.days)).toEqual(calendar);
});

test('the day begins at midnight in Việt Nam, not in Greenwich', () => {
  expect(dateInVietnam(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  expect(dateInVietnam(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
});
