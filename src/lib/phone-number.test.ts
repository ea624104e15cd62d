import { expect, test } from 'vitest';
import { readablePhone } from './phone-number';

test.each([
  ['02723838454', '0272 3838 454'],
  ['0987654321', '0987 654 321'],
  ['1022', '1022'],
  ['0987 ••• 214', '0987 ••• 214'],
])('%s is written %s', (given, written) => {
  expect(readablePhone(given)).toBe(written);
});
