import { expect, test } from 'vitest';
import { foreignId, foreignText } from './foreign-text.ts';

test('a text from elsewhere is kept as far as a database and an answer can hold it', () => {
  expect(foreignText(' Ngọc Ánh ', 100)).toBe('Ngọc Ánh');
  expect(foreignText('Ánh\u0000\u0007\ud800', 100)).toBe('Ánh');
  expect(foreignText('a'.repeat(1000), 100)).toHaveLength(100);
  for (const nothing of ['', '\u0000', null, undefined, 7, {}, ['a']]) expect(foreignText(nothing, 100)).toBeNull();
});

test('a name somebody gave is that name or none: a changed one would be another’s', () => {
  expect(foreignId('6871234567890')).toBe('6871234567890');
  for (const none of ['68\u000071', ' 687', 'a'.repeat(101), '', 687, null]) expect(foreignId(none)).toBeNull();
});
