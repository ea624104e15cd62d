import { expect, test } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from './masking.ts';

test('phones and identity numbers', () => {
  expect(maskPhone('0987654214')).toBe('0987 ••• 214');
  expect(maskIdNumber('072199004821')).toBe('•••• •••• 4821');
});

test.each([
  ['Nguyễn Thị Ánh', 'N••• T••• Ánh'],
  ['Út Em', 'Ú••• Em'],
  ['Ánh', 'Án•••'],
  ['A\u0301nh', 'Án•••'],
  ['  Bà   Tư Gấm ', 'B••• T••• Gấm'],
  ['😀😀😀', '😀😀•••'],
])('%s → %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
