import { describe, expect, test } from 'vitest';
import { holds, own } from './conditions.ts';
import { readElsewhere } from './places.ts';
import {
  isAddress,
  isEmpty,
  isGroup,
  readIdNumber,
  readNumber,
  readPhone,
  readTime,
  tidyLine,
  tidyLines,
} from './values.ts';

describe('what people write', () => {
  test('a line: one space between words, none at the ends, one way of writing each letter', () => {
    expect(tidyLine('  Nguyễn \t Thị\n Mai ')).toBe('Nguyễn Thị Mai');
    expect(tidyLine('e\u0302\u0301')).toBe('ế');
  });

  test('lines: their own breaks stay, in one kind', () => {
    expect(tidyLines(' một\r\nhai\rba\n\n bốn  năm ')).toBe('một\nhai\nba\n\n bốn  năm');
    expect(tidyLines('e\u0302\u0301')).toBe('ế');
  });

  test.each([
    [3, 3],
    ['12', 12],
    ['-12', -12],
    ['3,5', 3.5],
    ['3.5', 3.5],
    ['3.55', 3.55],
    ['1.234', 1234],
    ['1.234.567', 1_234_567],
    ['-1.234.567,25', -1_234_567.25],
    ['12.345', 12_345],
    ['123.456', 123_456],
    ['1234.567', 1234.567],
    ['1 234 567', 1_234_567],
    ['123456789012345', 123_456_789_012_345],
  ])('%s is the number %d', (text, number) => expect(readNumber(text)).toBe(number));

  test.each([
    ...[
      undefined,
      null,
      [],
      Number.NaN,
      Number.POSITIVE_INFINITY,
      '',
      'một',
      '12a',
      'a12',
      '1,2,3',
      '1.2.3',
      '.5',
      '5.',
      '5,',
    ],
    ...['1234567890123456', '--1', 'x1.234', '1.234x', '1.234,', '1.234,5x', '1.2345.678'],
  ])('%j is no number', (text) => expect(readNumber(text)).toBeUndefined());

  test.each([
    ['0912345678', '0912345678'],
    ['091 234-56.78', '0912345678'],
    ['(027) 6382 2000', '02763822000'],
    ['+84912345678', '0912345678'],
    ['+840912345678', '0912345678'],
    ['0084 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['842763822000', '02763822000'],
    ['0312345678', '0312345678'],
    ['0512345678', '0512345678'],
    ['0712345678', '0712345678'],
    ['0812345678', '0812345678'],
  ])('%s is the telephone %s', (text, phone) => expect(readPhone(text)).toBe(phone));

  test.each([
    ...['', '112', '0112345678', '0212345678', '091234567', '09123456789', '0276382200', '027638220000', 'a0912345678'],
    ...['0912345678a', '849123456', '8491234567890', '1+84912345678', '912345678', '02a63822000'],
    // What begins a number written abroad, in the middle of one.
    ...['09+849123456', '0900849123456'],
  ])('%s is no telephone', (text) => expect(readPhone(text)).toBeUndefined());

  test('an identity number without the spaces and dots between its groups', () => {
    expect(readIdNumber(' 072 099.001 234 ')).toBe('072099001234');
  });

  test.each([
    ['7:5', '07:05'],
    ['7g05', '07:05'],
    ['7h05', '07:05'],
    ['7.05', '07:05'],
    ['07 05', '07:05'],
    ['7 : 05', '07:05'],
    [' 705 ', '07:05'],
    [' 7:05 ', '07:05'],
    ['1305', '13:05'],
    ['23:59', '23:59'],
    ['0:0', '00:00'],
  ])('%s is the time %s', (text, time) => expect(readTime(text)).toBe(time));

  test.each([
    '',
    '7',
    '24:00',
    '7:60',
    '123:00',
    '7:123',
    'x7:05',
    '7:05x',
    '7-05',
    '12345',
    '70',
    'a705',
    '705a',
    '2400',
  ])('%s is no time', (text) => expect(readTime(text)).toBeUndefined());
});

test('a place elsewhere is what was written, without the spaces around it', () => {
  expect([readElsewhere('ngoai: phường Sài Gòn '), readElsewhere('25459')]).toEqual(['phường Sài Gòn', undefined]);
});

describe('what shape an answer has', () => {
  const address = { commune: '25480', detail: 'Ấp 1' };

  test('an address is a commune and a detail, both written', () => {
    expect(isAddress(address)).toBe(true);
    for (const other of [undefined, null, '25480', [], [address], { commune: '25480' }, { detail: 'Ấp 1' }])
      expect(isAddress(other as never)).toBe(false);
    expect(isAddress({ commune: 1, detail: 'x' } as never)).toBe(false);
  });

  test('a group is a list of items, each with answers', () => {
    expect([isGroup([]), isGroup([{}, { name: 'Mai' }])]).toEqual([true, true]);
    for (const other of [undefined, null, 'x', {}, ['x'], [null], [[]], [{}, 'x']])
      expect(isGroup(other as never)).toBe(false);
  });

  test.each([undefined, null, '', '  ', '--', [], { commune: '', detail: '' }, { commune: '', detail: ' ' }])(
    '%j is nothing',
    (answer) => expect(isEmpty(answer)).toBe(true),
  );

  test.each([0, 'x', '-', [{}], address, { commune: '25480', detail: '' }, { commune: '', detail: 'Ấp 1' }])(
    '%j is something',
    (answer) => expect(isEmpty(answer)).toBe(false),
  );
});

describe('conditions', () => {
  const answers = { who: 'other', age: '17,5', count: 3, code: 12, born: '2008-02-29', half: '2008', spaced: ' a  b ' };
  const is = (field: string, op: string, value: unknown) =>
    holds({ field, op, value } as Parameters<typeof holds>[0], answers);

  test('equal: texts as they are tidied, numbers however they are written', () => {
    expect([is('who', 'eq', 'other'), is('who', 'eq', 'self'), is('spaced', 'eq', 'a b')]).toEqual([true, false, true]);
    expect([is('age', 'eq', 17.5), is('count', 'eq', 3), is('count', 'eq', 4), is('code', 'eq', '12')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect([is('code', 'eq', '13'), is('nobody', 'eq', 'undefined'), is('nobody', 'eq', 0)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('not equal holds of what nobody answered', () => {
    expect([is('who', 'ne', 'self'), is('who', 'ne', 'other'), is('nobody', 'ne', 'x')]).toEqual([true, false, true]);
  });

  test('one of several', () => {
    expect([is('who', 'in', ['self', 'other']), is('who', 'in', ['self']), is('nobody', 'in', ['x'])]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('less and more: never at the limit, never of what is not written', () => {
    expect([is('age', 'lt', 18), is('age', 'lt', 17.5), is('age', 'gt', 17.5), is('age', 'gt', 17)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([is('nobody', 'lt', 1), is('nobody', 'gt', -1), is('who', 'lt', 5)]).toEqual([false, false, false]);
  });

  test('days are ordered as days, and only whole ones', () => {
    expect([is('born', 'lt', '2008-03-01'), is('born', 'lt', '2008-02-29'), is('born', 'gt', '2008-02-28')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([is('born', 'gt', '2008-02-29'), is('half', 'lt', '2009-01-01'), is('count', 'lt', '2009-01-01')]).toEqual([
      false,
      false,
      false,
    ]);
    for (const odd of ['x2008-02-29', '2008-02-29x', '2008-2-29', '208-02-29', '2008-02-9'])
      for (const [op, value] of [
        ['lt', '9999-01-01'],
        ['gt', '0001-01-01'],
      ] as const)
        expect(holds({ field: 'day', op, value }, { day: odd })).toBe(false);
    expect(holds({ field: 'day', op: 'gt', value: '0001-01-01' }, { day: { commune: '', detail: '' } })).toBe(false);
  });

  test('all of them, any of them', () => {
    const [yes, no] = [
      { field: 'who', op: 'eq', value: 'other' },
      { field: 'who', op: 'eq', value: 'self' },
    ] as const;
    expect([holds({ all: [yes, yes] }, answers), holds({ all: [yes, no] }, answers)]).toEqual([true, false]);
    expect([holds({ any: [no, yes] }, answers), holds({ any: [no, no] }, answers)]).toEqual([true, false]);
  });

  test('what every object inherits is nobody’s answer', () => {
    expect([own(answers, 'toString'), own(answers, 'who')]).toEqual([undefined, 'other']);
  });
});
