import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from './folded-text.ts';
import { readProcedures, type Guide } from './procedure-file.ts';
import { createSearch } from './search.ts';
import { noSynonyms, readSynonyms, readingsOf } from './synonyms.ts';

const PROVINCE = new URL('../../../../provinces/tay-ninh/', import.meta.url);
const BIRTH = '1.001193';
const EXTRACT = '2.000635';

describe('search', () => {
  let guides: Guide[];
  let search: (query: string) => string[];

  beforeAll(async () => {
    guides = (await readProcedures(PROVINCE)).map(({ guide }) => guide);
    const find = createSearch(guides, await readSynonyms(PROVINCE));
    search = (query) => find(query).map(({ code }) => code);
  });

  test.each([
    ['Làm giấy khai sinh', BIRTH],
    ['lam giay khai sinh', BIRTH],
    ['LÀM GIẤY KHAI SINH', BIRTH],
    ['làm giấy khai sanh', BIRTH],
    ['ks', BIRTH],
    ['dang ki khai sinh', BIRTH],
    ['đk khai sinh', BIRTH],
    ['mới sinh em bé', BIRTH],
    ['khai si', BIRTH],
    ['1.001193', BIRTH],
    ['trích lục', EXTRACT],
    ['trich luc khai tu', EXTRACT],
    ['mất giấy khai sinh', EXTRACT],
    ['bản sao khai sinh', EXTRACT],
  ])('“%s” finds %s first', (query, code) => expect(search(query)[0]).toBe(code));

  test('words in any order, begun but not finished', () => expect(search('sinh giay kh')).toContain(BIRTH));
  test('nothing is found for nothing that fits', () => expect(search('xyzzy')).toEqual([]));
  test('no words: everything', () => expect(search('  !? ')).toHaveLength(guides.length));
  test('an abbreviation is a whole word', () => expect(search('kso')).toEqual([]));

  test('what is written in the name goes before what stands in the guide', () => {
    const [one, two] = guides as [Guide, Guide];
    const named = { ...one, shortName: 'Cấp thẻ Zeta', name: 'Thủ tục cấp thẻ Zeta' };
    const mentioned = { ...two, whoCanFile: [{ text: 'Người có Zeta', confidence: 'H' as const, source: null }] };
    expect(createSearch([mentioned, named], noSynonyms)('zeta')).toEqual([named, mentioned]);
  });
});

test('folding takes away marks, capitals and punctuation', () => {
  expect(fold('  Đăng ký   KHAI-SINH, “trễ hạn”! ')).toBe('dang ky khai sinh tre han');
  expect(fold('Đăng ký'.normalize('NFD'))).toBe('dang ky');
});

test('the longest thing understood wins', async () => {
  const readings = readingsOf('trích lục khai sinh', await readSynonyms(PROVINCE));
  expect(readings).toContain(fold('bản sao trích lục hộ tịch'));
  expect(readings).not.toContain(fold('đăng ký khai sinh'));
});
