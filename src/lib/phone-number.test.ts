import { expect, test } from 'vitest';
import { readablePhone } from './phone-number';

test.each([
  ['02723838454', '0272 3838 454'],
  ['0987654321', '0987 654 321'],
  ['18001096', '1800 1096'],
  ['1900545415', '1900 545 415'],
  ['1022', '1022'],
  ['113', '113'],
  ['0987 ••• 214', '0987 ••• 214'],
])('%s is written %s', (given, written) => {
  expect(readablePhone(given)).toBe(written);
});
