import { expect, test, vi } from 'vitest';
import { assertReadable } from './readable-input.ts';

test('a file is not walked byte by byte', () => {
  const walked = vi.spyOn(Object, 'entries');
  assertReadable([{}, {}, Buffer.alloc(64)]);
  const files = walked.mock.calls.filter(([value]) => Buffer.isBuffer(value));
  walked.mockRestore();
  expect(files).toEqual([]);
});

test.each(['\0', '\ud800'])('text that no database keeps is refused, however deep: %j', (sign) => {
  expect(() => assertReadable({ a: [{ b: `x${sign}` }] })).toThrow('bad-request');
  expect(() => assertReadable({ [sign]: 1 })).toThrow('bad-request');
});
