import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { fold } from '#core/folded-text';
import { readProcedures, type Guide } from './procedure-file.ts';
import { createSearch } from './search.ts';
import { noSynonyms, readSynonyms, readingsOf } from '#core/synonyms';

const PROVINCE = new URL('../../../../provinces/tay-ninh/', import.meta.url);
const BIRTH = '1.001193';
const EXTRACT = '2.000635';
/** The synonyms name procedures in words. */
const codeOf: Record<string, string | undefined> = {
  'dang-ky-khai-sinh': BIRTH,
  'dang-ky-ket-hon': '1.000894',
  'cap-ban-sao-trich-luc-ho-tich': EXTRACT,
  'xac-nhan-tinh-trang-hon-nhan': '1.004873',
  'chung-thuc-ban-sao-tu-ban-chinh': '2.000815',
  'dang-ky-thanh-lap-ho-kinh-doanh': '1.001612',
  'cap-giay-phep-xay-dung-nha-o': '1.013225',
  'tro-cap-huu-tri-xa-hoi': '1.014027',
  'ho-tro-mai-tang-huu-tri-xa-hoi': '1.014028',
  'doi-giay-phep-lai-xe': '3.000347',
  'dang-ky-thuong-tru': '1.004222',
  'dang-ky-khai-tu': '1.000656',
};

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
    ['cưới', '1.000894'],
    ['lay vo', '1.000894'],
    ['hôn thú', '1.000894'],
    ['giấy độc thân', '1.004873'],
    ['xntthn', '1.004873'],
    ['sao y', '2.000815'],
    ['cong chung', '2.000815'],
    ['gpkd', '1.001612'],
    ['mở tiệm', '1.001612'],
    ['mo quan', '1.001612'],
    ['gpxd', '1.013225'],
    ['xây nhà', '1.013225'],
    ['cat nha', '1.013225'],
    ['tiền già', '1.014027'],
    ['htxh', '1.014027'],
    ['tien 75 tuoi', '1.014027'],
    ['bằng lái', '3.000347'],
    ['gplx', '3.000347'],
    ['mat bang lai', '3.000347'],
    ['hộ khẩu', '1.004222'],
    ['nhap khau', '1.004222'],
    ['dktt', '1.004222'],
    ['chứng tử', '1.000656'],
    ['bao tu', '1.000656'],
    ['tiền ma chay', '1.014028'],
    ['mtp', '1.014028'],
  ])('“%s” finds %s first', (query, code) => expect(search(query)[0]).toBe(code));

  test('every word people use for a procedure finds it first, with and without diacritics', async () => {
    const file = JSON.parse(await readFile(new URL('search-synonyms.json', PROVINCE), 'utf8')) as {
      synonyms: { terms: string[]; target: { slug?: string } | null }[];
    };
    const missed = file.synonyms.flatMap(({ terms, target }) => {
      const code = target?.slug === undefined ? undefined : codeOf[target.slug];
      if (code === undefined) return [];
      return terms.flatMap((term) => [term, fold(term)]).filter((term) => search(term)[0] !== code);
    });
    expect(missed).toEqual([]);
  });

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
