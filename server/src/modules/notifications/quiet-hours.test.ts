import { expect, test } from 'vitest';
import { quietUntil } from './quiet-hours.ts';

/** A moment by Vietnam's clock. */
const at = (time: string, day = '26') => new Date(`2026-11-${day}T${time}:00+07:00`);
const night = { from: '22:00', to: '06:00' };
const noon = { from: '11:30', to: '13:00' };

test.each([
  ['21:59', '26', undefined],
  ['22:00', '26', ['06:00', '27']],
  ['23:59', '26', ['06:00', '27']],
  ['00:00', '27', ['06:00', '27']],
  ['05:59', '27', ['06:00', '27']],
  ['06:00', '27', undefined],
] as const)('over midnight, at %s of the %s', (time, day, until) => {
  expect(quietUntil(at(time, day), night)).toEqual(until && at(...until));
});

test.each([
  ['11:29', undefined],
  ['11:30', '13:00'],
  ['12:59', '13:00'],
  ['13:00', undefined],
])('within a day, at %s', (time, until) => {
  expect(quietUntil(at(time), noon)).toEqual(until && at(until));
});

test('none', () => {
  expect(quietUntil(at('03:00'), null)).toBeUndefined();
});
