import { beforeAll, describe, expect, test } from 'vitest';
import { communeIndex, searchCommunes, splitFormer, type CommuneIndex } from './communes';

let index: CommuneIndex;
beforeAll(async () => {
  index = await communeIndex();
});
const names = (typed: string) => searchCommunes(index, typed).map(({ name }) => name);

describe('finding a commune', () => {
  test('all 96 are there, each found by its own name without diacritics', () => {
    expect(index.entries).toHaveLength(96);
    for (const { commune } of index.entries) expect(names(commune.name)).toContain(commune.name);
  });

  test('typing needs no accents, no kind and no end', () => {
    expect(names('tan ninh')[0]).toBe('Phường Tân Ninh');
    expect(names('phuong tan ninh')[0]).toBe('Phường Tân Ninh');
    expect(names('TÂN NI')[0]).toBe('Phường Tân Ninh');
  });

  test('today’s name comes before a former one', () => {
    const [first] = searchCommunes(index, 'xa tan lap');
    expect(first).toMatchObject({ name: 'Xã Tân Lập', former: [] });
  });

  test('a former unit is found, and says how', () => {
    const [match] = searchCommunes(index, 'hiep ninh');
    expect(match).toMatchObject({ name: 'Phường Tân Ninh', former: [{ name: 'Phường Hiệp Ninh', part: 'full' }] });
  });

  test('Suối Đá lies in two communes: both are shown, none is guessed', () => {
    const matches = searchCommunes(index, 'suoi da');
    const closest = matches.slice(0, 2);
    expect(closest.map(({ name }) => name).sort()).toEqual(['Phường Bình Minh', 'Xã Dương Minh Châu']);
    expect(closest.every(({ former }) => former.some(({ part }) => part === 'partial'))).toBe(true);
    expect(splitFormer(matches)).toEqual({ name: 'Xã Suối Đá', count: 2 });
    expect(splitFormer(searchCommunes(index, 'hiep ninh'))).toBeUndefined();
  });

  test('a number alone finds wards of that number', () => {
    expect(names('phuong 1')).toContain('Phường Tân Ninh');
  });

  test('nothing typed and nothing known find nothing', () => {
    expect(names('  ')).toEqual([]);
    expect(names('atlantis')).toEqual([]);
    expect(index.nameOf('00000')).toBeUndefined();
  });
});
