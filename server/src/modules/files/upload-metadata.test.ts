import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '#core/problem';
import { contentHeaders } from '#core/content-headers';
import { readAnnouncement, tidyName } from './upload-metadata.ts';

const draftId = '0190a1b2-0000-7000-8000-000000000001';

const metadata = (pairs: Record<string, string>) =>
  Object.entries(pairs)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

const announce = (pairs: Record<string, string>, length = '1000') =>
  readAnnouncement({ 'upload-length': length, 'upload-metadata': metadata(pairs) });

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.details.errors?.[0]?.code ?? error.code;
    throw error;
  }
  return 'taken';
};

test('reads what the phone announces', () => {
  const sha256 = 'ab'.repeat(32);
  const filename = 'Giấy chứng sinh, mặt trước.jpg';
  expect(announce({ draftId, paperId: 'giay-chung-sinh', filename, filetype: 'image/jpeg', sha256 })).toEqual({
    draftId,
    paperId: 'giay-chung-sinh',
    name: filename,
    mediaType: 'image/jpeg',
    sha256,
    size: 1000,
  });
});

test.each<[string, Record<string, string>, string, string]>([
  ['no draft', { paperId: 'x' }, '10', 'bad-request'],
  ['no paper', { draftId }, '10', 'bad-request'],
  ['a paper with a path', { draftId, paperId: '../x' }, '10', 'bad-request'],
  ['a hash that is none', { draftId, paperId: 'x', sha256: 'xyz' }, '10', 'bad-request'],
  ['no length', { draftId, paperId: 'x' }, '', 'bad-request'],
  ['a negative length', { draftId, paperId: 'x' }, '-1', 'bad-request'],
  ['nothing', { draftId, paperId: 'x' }, '0', 'empty'],
  ['too much', { draftId, paperId: 'x' }, '10485761', 'size'],
])('refuses %s', (_, pairs, length, code) => expect(codeOf(() => announce(pairs, length))).toBe(code));

test('refuses what is not base64', () => {
  const headers = { 'upload-length': '10', 'upload-metadata': `draftId !!!,paperId eA==` };
  expect(codeOf(() => readAnnouncement(headers))).toBe('bad-request');
});

describe('names', () => {
  test.each([
    ['C:\\fakepath\\ảnh.jpg', 'ảnh.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['', 'tệp'],
    ['...', '...'],
  ])('%j → %j', (name, tidy) => expect(tidyName(name)).toBe(tidy));

  test('a long name keeps its ending', () => {
    const tidy = tidyName(`${'ả'.repeat(300)}.jpeg`);
    expect([Array.from(tidy).length, tidy.endsWith('.jpeg')]).toEqual([120, true]);
  });

  test('property: a name never leaves its header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const header = contentHeaders(tidyName(name), 'image/jpeg', 1)['content-disposition'];
        expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
      }),
    );
  });
});
