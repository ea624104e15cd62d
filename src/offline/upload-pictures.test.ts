import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPictures } from './upload-pictures';

const photo = (name: string) => new File([new Uint8Array([1])], name, { type: 'image/jpeg' });
const [make, giveBack] = [URL.createObjectURL, URL.revokeObjectURL];
const revoked: string[] = [];

beforeEach(() => {
  let made = 0;
  revoked.length = 0;
  URL.createObjectURL = vi.fn(() => `blob:${(made += 1)}`);
  URL.revokeObjectURL = (address) => void revoked.push(address);
});
afterEach(() => {
  URL.createObjectURL = make;
  URL.revokeObjectURL = giveBack;
});

test('a photo at hand has one address, however often it is drawn; a PDF and what is only on the server have none', () => {
  const pictures = createPictures();
  const first = photo('a.jpg');
  expect([pictures.of('a', first), pictures.of('a', first), pictures.of('b', photo('b.jpg'))]).toEqual([
    'blob:1',
    'blob:1',
    'blob:2',
  ]);
  expect(pictures.of('c', new File(['%PDF-'], 'c.pdf', { type: 'application/pdf' }))).toBeUndefined();
  expect(pictures.of('d', undefined)).toBeUndefined();
});

test('what is taken away, or not looked at any more, is given back', () => {
  const pictures = createPictures();
  for (const key of ['a', 'b', 'c']) pictures.of(key, photo(key));
  pictures.drop('b');
  pictures.drop('b');
  expect(revoked).toEqual(['blob:2']);
  pictures.dropAll();
  expect(revoked).toEqual(['blob:2', 'blob:1', 'blob:3']);
  expect(pictures.of('a', photo('a'))).toBe('blob:4');
});
