import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  buildCalendar,
  dateInVietnam,
  isWorkingDay,
  promiseDay,
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

describe('on any calendar a government could decide', () => {
  const first = '2025-12-01';
  /** Days off in rows like Tết, single ones, swapped days with Saturdays or Sundays made up, over the ends of two years. */
  const anyCalendar = fc
    .record({
      rows: fc.array(fc.tuple(fc.nat(800), fc.integer({ min: 1, max: 12 })), { maxLength: 6 }),
      on: fc.array(fc.nat(800), { maxLength: 20 }),
    })
    .map(({ rows, on }) => ({
      off: new Set(rows.flatMap(([from, days]) => Array.from({ length: days }, (_, n) => addDays(first, from + n)))),
      on: new Set(on.map((n) => addDays(first, n))),
    }));
  const day = fc.nat(800).map((n) => addDays(first, n));
  const step = (date: string, made: ReturnType<typeof buildCalendar>): string => {
    const next = addDays(date, 1);
    return isWorkingDay(next, made) ? next : step(next, made);
  };

  test('n working days are n steps of one, whatever lies between', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.integer({ min: 1, max: 120 }), (made, from, n) => {
        let walked = from;
        for (let left = n; left > 0; left -= 1) walked = step(walked, made);
        expect(addWorkingDays(from, n, made)).toBe(walked);
      }),
    );
  });

  test('beginning later or promising more never ends earlier', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.nat(60), fc.nat(60), (made, from, n, more) => {
        expect(addWorkingDays(from, n + more, made) >= addWorkingDays(from, n, made)).toBe(true);
        expect(addWorkingDays(addDays(from, more), n, made) >= addWorkingDays(from, n, made)).toBe(true);
      }),
    );
  });

  test('a day off puts nothing forward, a made-up day puts nothing back', () => {
    fc.assert(
      fc.property(anyCalendar, day, day, fc.integer({ min: 1, max: 60 }), (made, from, changed, n) => {
        const before = addWorkingDays(from, n, made);
        const withoutMadeUp = new Set([...made.on].filter((date) => date !== changed));
        const off = { off: new Set([...made.off, changed]), on: withoutMadeUp };
        expect(addWorkingDays(from, n, off) >= before).toBe(true);
        const on = { off: made.off, on: new Set([...made.on, changed]) };
        expect(addWorkingDays(from, n, on) <= before).toBe(true);
      }),
    );
  });
});

test('a made-up Saturday counts, the day it is for does not, and the year ends between them', () => {
  const swapped = { off: new Set(['2026-12-31', '2027-01-01']), on: new Set(['2027-01-09']) };
  expect(addWorkingDays('2026-12-30', 1, swapped)).toBe('2027-01-04');
  expect(addWorkingDays('2026-12-30', 6, swapped)).toBe('2027-01-09');
  expect(workingDaysBetween('2026-12-30', '2027-01-11', swapped)).toBe(7);
});

describe('after the last year of the list', () => {
  const lastDay = `${json.days.reduce((last, { date }) => (date > last ? date : last), '').slice(0, 4)}-12-31`;

  test('the end of the calendar is the end of the last year that has a day in it', () => {
    expect(calendar.knownUntil).toBe(lastDay);
    expect(buildCalendar([])).not.toHaveProperty('knownUntil');
  });

  test('no day is promised, and every promised day is one that counting gives', () => {
    const near = fc.integer({ min: -400, max: 60 }).map((n) => addDays(lastDay, n));
    fc.assert(
      fc.property(near, fc.nat(90), (date, n) => {
        const counted = addWorkingDays(date, n, calendar);
        expect(promiseDay(date, n, calendar)).toBe(counted > lastDay ? null : counted);
      }),
    );
    expect(promiseDay(addWorkingDays(lastDay, -3, calendar), 1, calendar)).not.toBeNull();
    expect(promiseDay(lastDay, 1, calendar)).toBeNull();
  });
});

test('a list of days serves as well as the file', () => {
  expect(buildCalendar(json.days)).toEqual(calendar);
});

test('the day begins at midnight in Việt Nam, not in Greenwich', () => {
  expect(dateInVietnam(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23');
  expect(dateInVietnam(new Date('2026-11-22T16:59:59Z'))).toBe('2026-11-22');
});
