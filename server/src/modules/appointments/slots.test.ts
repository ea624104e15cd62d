import { buildCalendar } from '@dvc/contract';
import { expect, test } from 'vitest';
import { isAhead } from './slots.ts';

const calendar = buildCalendar([{ date: '2027-09-02', kind: 'holiday' }]);
const plan = { daysAhead: 14, slots: ['08:00'], offices: [] };

test.each([
  ['the next day', '2027-12-31', true],
  ['a Monday of a year whose days off nobody has decided', '2028-01-03', false],
  ['a Saturday', '2027-12-25', false],
])('%s (%s): may be booked: %s', (_, day, may) => {
  expect(isAhead({ plan, calendar }, { day, time: '08:00' }, new Date('2027-12-24T01:00:00Z'))).toBe(may);
});
