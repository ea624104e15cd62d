import { beforeAll, describe, expect, test } from 'vitest';
import type { Commune } from '#config';
import { communeIndex, indexCommunes, searchCommunes, splitFormer, type CommuneIndex } from './communes';

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

describe('among few', () => {
  const commune = (code: string, name: string, ...former: [string, 'full' | 'partial'][]): Commune => ({
    ...{
      code,
      name,
      type: 'xa',
      areaKm2: 1,
      centroid: [106, 11],
      former: former.map(([unit, part]) => ({ name: unit, part })),
    },
  });
  const found = (typed: string, ...communes: Commune[]) => searchCommunes(indexCommunes(communes), typed);
  const codes = (typed: string, ...communes: Commune[]) => found(typed, ...communes).map(({ code }) => code);

  test('the very name comes first, then what begins so, then a word that does', () => {
    const three = [commune('c', 'Xã Tân Long'), commune('b', 'Xã Long An'), commune('a', 'Phường Long')];
    expect(codes('long', ...three)).toEqual(['a', 'b', 'c']);
    expect(codes('ong', ...three)).toEqual([]);
  });

  test('a kind within a name is part of it', () => {
    expect(codes('tân xã lộc', commune('a', 'Xã Tân Xã Lộc'))).toEqual(['a']);
    expect(codes('tân lộc', commune('a', 'Xã Tân Xã Lộc'))).toEqual([]);
  });

  test('a former name is told where it fits better than today’s', () => {
    const mixed = commune('a', 'Xã Tân Long', ['Xã Long', 'full'], ['Xã Hòa Long', 'full']);
    expect(found('long', mixed)).toMatchObject([
      { code: 'a', name: 'Xã Tân Long', former: [{ name: 'Xã Long', part: 'full' }] },
    ]);
    expect(found('tan long', mixed)[0]?.former).toEqual([]);
  });

  test('its present name by its code', () => {
    const index = indexCommunes([commune('a', 'Xã Một'), commune('b', 'Xã Hai')]);
    expect([index.nameOf('b'), index.nameOf('c')]).toEqual(['Xã Hai', undefined]);
  });

  test('split is what went in parts, and to several of those found', () => {
    const part = (code: string, ...more: [string, 'full' | 'partial'][]) =>
      commune(code, `Xã ${code}`, ['Xã Đá', 'partial'], ...more);
    expect(splitFormer([])).toBeUndefined();
    expect(splitFormer(found('da', part('a')))).toBeUndefined();
    expect(splitFormer(found('da', part('a'), part('b', ['Xã Đá Hàn', 'full']), commune('c', 'Xã Đá Bạc')))).toEqual({
      name: 'Xã Đá',
      count: 2,
    });
    const whole = [commune('a', 'Xã Một', ['Xã Đá', 'full']), commune('b', 'Xã Hai', ['Xã Đá', 'full'])];
    expect(splitFormer(found('da', ...whole))).toBeUndefined();
  });
});
