import { expect, test } from 'vitest';
import { typeByContent } from './index.ts';

/** The first bytes of a file, one character a byte. */
const head = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const known: [string, string][] = [
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['RIFF\n\0\0\0WEBP', 'image/webp'],
  ['%PDF-1.7', 'application/pdf'],
  ...['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].map((brand): [string, string] => [
    `\0\0\n\x18ftyp${brand}`,
    'heic',
  ]),
  ...['PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b'].map((sign): [string, string] => [sign, 'archive']),
];

test.each(known)('%j is %s by its beginning, and only there', (text, type) => {
  expect(typeByContent(head(text))).toBe(type);
  expect(typeByContent(head(`${text} and what follows`))).toBe(type);
  expect(typeByContent(head(`x${text}`))).toBeUndefined();
});

test('a whole file is looked at by its beginning alone', () => {
  expect(typeByContent(new Uint8Array(1_000_000))).toBeUndefined();
});

test.each([
  '',
  'PK\x01\x02',
  'RIFF\0\0\0\0WAVE',
  'RIFFWEBP',
  '\0\0\0\x18ftypmp42',
  'ftypheic',
  'GIF89a',
  'MZ',
  '\xff\xd8',
])('%j is nothing we take', (text) => expect(typeByContent(head(text))).toBeUndefined());
