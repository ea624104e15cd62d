import { describe, expect, test } from 'vitest';
import { fileLimits } from '@dvc/contract/forms';
import { inspectFile } from './inspect-file';
import { pdfOf } from './testing/sample-files';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('what a file is, by its content', () => {
  test.each([
    ['a JPEG', bytes('\xff\xd8\xff\xe0'), 'image/jpeg'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n'), 'image/png'],
    ['a WebP', bytes('RIFF\x00\x01\x02\x03WEBPVP8 '), 'image/webp'],
    ['a PDF', pdfOf(2000), 'application/pdf'],
  ])('%s', (_, content, type) => expect(inspectFile(content)).toEqual({ type }));
});

describe('what need not be sent, and why', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a page', bytes('<!doctype html>'), 'type'],
    ['a HEIC photo', bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'heic'],
    ['an archive, also a document that is one', bytes('PK\x03\x04'), 'archive'],
    [
      'a photo of 11 MB',
      Uint8Array.from({ length: fileLimits.maxBytes + 1 }, (_, at) => [255, 216, 255][at] ?? 0),
      'size',
    ],
    ['a PDF with a password', pdfOf(2000, '/Encrypt 5 0 R'), 'encrypted'],
    ['half a PDF', pdfOf(2000).slice(0, 1500), 'malformed'],
    ['a PDF with a script', pdfOf(2000, '/OpenAction << /S /JavaScript /JS (x) >>'), 'active'],
    ['a PDF with files inside', pdfOf(2000, '/Names << /EmbeddedFiles 9 0 R >>'), 'active'],
  ] as const)('%s', (_, content, fault) => expect(inspectFile(content)).toEqual({ fault }));
});
