import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingHours, momentInVietnam, type Span } from './working-hours.ts';
import { isWorkingDay, dateInVietnam, buildCalendar } from './working-days.ts';

const spans: Span[] = [
  ['07:00', '11:30'],
  ['13:30', '17:00'],
];
const calendar = buildCalendar([{ date: '2026-11-27', kind: 'public-holiday' }]);
const due = (date: string, time: string, hours = 8) =>
  addWorkingHours(momentInVietnam(date, time), hours, calendar, spans).toISOString();
const wall = (date: string, time: string) => momentInVietnam(date, time).toISOString();

describe('eight working hours', () => {
  test.each([
    ['from the first minute of a day: its end', '2026-11-24', '07:00', '2026-11-24', '17:00'],
    ['before anybody works: the same', '2026-11-24', '05:10', '2026-11-24', '17:00'],
    ['in the midday pause', '2026-11-24', '12:00', '2026-11-25', '11:30'],
    ['in the evening: the whole next day', '2026-11-24', '20:00', '2026-11-25', '17:00'],
    ['over a holiday and a weekend', '2026-11-26', '16:00', '2026-11-30', '16:00'],
    ['asked on a Saturday', '2026-11-28', '09:00', '2026-11-30', '17:00'],
  ])('%s', (_, date, time, dueDate, dueTime) => {
    expect(due(date, time)).toBe(wall(dueDate, dueTime));
  });
});

test('the deadline is later than the beginning, within working time, and later for more hours', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moments, fc.integer({ min: 1, max: 40 }), (from, hours) => {
      const end = addWorkingHours(from, hours, calendar, spans);
      expect(end.getTime()).toBeGreaterThanOrEqual(from.getTime() + hours * 3_600_000);
      expect(isWorkingDay(dateInVietnam(end), calendar)).toBe(true);
      expect(addWorkingHours(from, hours + 1, calendar, spans).getTime()).toBeGreaterThan(end.getTime());
    }),
  );
});
