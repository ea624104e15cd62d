import { describe, expect, test } from 'vitest';
import { BadCsv, readCsv } from './csv.ts';
import { readPlaces } from './read-places.ts';

const communes = new Set(['25459']);
const head = 'id,topic,kind,name,communeCode,phones,hours,lat,lon,geoAccuracy,confidence,source';
const read = (...lines: string[]) => readPlaces([head, ...lines].join('\n'), 'csv', communes);

describe('a CSV file', () => {
  test('quotes, separators inside, doubled quotes, line ends inside, a byte order mark', () => {
    expect(readCsv('\uFEFFa,b\r\n"x, ""y""","1\n2"\r\n\r\nz,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"', '1\n2'] },
      { line: 5, cells: ['z', ''] },
    ]);
  });
  test('semicolons, as Vietnamese spreadsheets write them', () =>
    expect(readCsv('a;b\n1,5;2')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', '2'] },
    ]));
  test('a quote that never ends names its line', () =>
    expect(() => readCsv('a\nb\n"c\nd')).toThrow(new BadCsv('Dòng 3: dấu ngoặc kép mở mà không đóng.')));
});

describe('places from a file', () => {
  test('a good row', () => {
    const { places, faults } = read(
      'tram-1,health,clinic,Trạm Y tế,25459,0276 3822 343|0822540052:L,24/7,11.3,106.1,point,M,Sở Y tế',
    );
    expect(faults).toEqual([]);
    expect(places[0]).toMatchObject({
      phones: [
        { number: '02763822343', confidence: 'M' },
        { number: '0822540052', confidence: 'L' },
      ],
      lat: 11.3,
    });
  });

  test.each([
    ['tram-1,health,clinic,Trạm,25459,,,,,,M,', 'Dòng 2: thiếu source.'],
    ['Trạm 1,health,clinic,Trạm,25459,,,,,,M,Sở Y tế', 'Dòng 2: id: chỉ chữ thường không dấu, số và dấu gạch ngang.'],
    [
      'tram-1,sports,clinic,Trạm,25459,,,,,,M,Sở Y tế',
      'Dòng 2: topic: chỉ nhận hotline, office, health, education, tourism, traffic.',
    ],
    ['tram-1,health,clinic,Trạm,99999,,,,,,M,Sở Y tế', 'Dòng 2, communeCode: không có xã, phường nào mang mã 99999.'],
    [
      'tram-1,health,clinic,Trạm,25459,gọi bà Tư,,,,,M,Sở Y tế',
      'Dòng 2: phones.0.number: số điện thoại từ 3 đến 12 chữ số.',
    ],
    ['tram-1,health,clinic,Trạm,25459,,,bắc,106,point,M,Sở Y tế', 'Dòng 2: lat: phải là number,null.'],
    ['tram-1,health,clinic,Trạm,25459,,,106.1,11.3,point,M,Sở Y tế', /^Dòng 2, lat: vĩ độ 106.1 không ở Việt Nam/],
  ])('%s', (line, words) => expect(read(line).faults[0]).toMatch(words));

  test('the same id twice, and a column nobody knows', () => {
    const line = 'tram-1,health,clinic,Trạm,25459,,,,,,M,Sở Y tế';
    expect(read(line, line).faults).toEqual(['Dòng 3: mã tram-1 đã có ở dòng 2.']);
    expect(readPlaces('id,ten\na,b', 'csv', communes).faults[0]).toContain('không có cột “ten”');
  });

  test('JSON: a list, or words about what it is', () => {
    expect(readPlaces('[{"id":"a"}]', 'json', communes).faults).toEqual(['Mục 1: thiếu topic.']);
    expect(readPlaces('{}', 'json', communes).faults).toEqual(['Tệp JSON phải là một danh sách.']);
    expect(readPlaces('nope', 'json', communes).faults[0]).toContain('không phải JSON');
    expect(readPlaces('[]', 'json', communes).faults).toEqual(['Tệp không có dòng nào.']);
  });
});
