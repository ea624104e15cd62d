import { expect, test } from 'vitest';
import { draftIdsWith, helpNumber } from './help-number.ts';

test.each([
  ['00000000-1234-4abc-8abc-123456789abc', '00000 00000'],
  ['1cbdf7b9-1234-4abc-8abc-123456789abc', '04822 11769'],
  ['ffffffff-ffff-4fff-bfff-ffffffffffff', '42949 67295'],
])('%s is read aloud as %s, and found by it', (id, number) => {
  expect(helpNumber(id)).toBe(number);
  const { first = '', last = '' } = draftIdsWith(number) ?? {};
  expect([first <= id, id <= last]).toEqual([true, true]);
  expect(draftIdsWith(number.replaceAll(' ', ''))).toEqual({ first, last });
});

test.each(['', '123', '4294967296', '9999999999', 'abcdefghij', '0482 211 7690', '0482211769; drop'])(
  '“%s” is no number of a draft',
  (number) => {
    expect(draftIdsWith(number)).toBeUndefined();
  },
);
