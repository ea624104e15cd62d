import { expect, test } from 'vitest';
import { adultOn, lastDay } from './last-day.ts';

test.each([
  ['2026-11-25', 12, '2027-11-25'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
])('from %s for %i months: until %s', (today, months, last) => {
  expect(lastDay(today, months)).toBe(last);
});

test('a child is acted for until the day before it turns 18', () => {
  expect(adultOn('2008-12-01')).toBe('2026-12-01');
  expect(lastDay('2026-11-25', 12, '2008-12-01')).toBe('2026-11-30');
  expect(lastDay('2026-11-25', 12, '2020-01-01')).toBe('2027-11-25');
  expect(adultOn('2008-02-29')).toBe('2026-02-28');
});
