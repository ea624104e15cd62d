import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDateLimit, tidyDate } from './dates.ts';
import { checkField, faultWords, isRealDate, readDateParts, writeDateParts, type PlainField } from './index.ts';
import { context, field } from './testing/forms-fixture.ts';

const check = (value: string, over: Partial<PlainField> = {}) => {
  const fault = checkField(field({ type: 'date', label: 'Ngày sinh', ...over }), value, context);
  return fault && faultWords(fault, 'vi');
};

describe('a date in three boxes', () => {
  test.each([
    ['19--', 'Ngày sinh: hãy ghi đủ ngày, tháng, năm.'],
    ['-11-19', 'Ngày sinh: hãy điền thêm năm.'],
    ['2026--19', 'Ngày sinh: hãy điền thêm tháng.'],
    ['2026-11-', 'Ngày sinh: hãy điền thêm ngày.'],
    ['1948--', 'Ngày sinh: hãy ghi đủ ngày, tháng, năm.'],
    ['2026-04-31', 'Ngày sinh: ngày này không có trong lịch; hãy xem lại ngày và tháng.'],
    ['2025-02-29', 'Ngày sinh: ngày này không có trong lịch; hãy xem lại ngày và tháng.'],
    ['2100-02-29', 'Ngày sinh: ngày này không có trong lịch; hãy xem lại ngày và tháng.'],
    ['26-11-19', 'Ngày sinh không thể trước ngày 01/01/1900.'],
    ['19/11/2026', 'Ngày sinh: ngày này không có trong lịch; hãy xem lại ngày và tháng.'],
  ])('%s: %s', (typed, words) => expect(check(typed)).toBe(words));

  test.each(['2024-02-29', '2000-2-29', '2026-1-5'])('%s is a day', (typed) => expect(check(typed)).toBeUndefined());

  test('a year alone is enough only where the definition says so', () => {
    const precision: PlainField['precision'] = ['day', 'year'];
    expect(check('1948--', { precision })).toBeUndefined();
    expect(check('1948-5-', { precision })).toBe('Ngày sinh: hãy điền thêm ngày.');
    expect(check('2027--', { precision, notAfter: 'today' })).toBe('Ngày sinh không thể sau hôm nay.');
    expect(check('2026--', { precision, notAfter: 'today' })).toBeUndefined();
  });

  test('may be exact to the month', () => {
    const precision: PlainField['precision'] = ['month'];
    expect(check('2026-11-', { precision })).toBeUndefined();
    expect(check('2026-13-', { precision })).toMatch(/không có trong lịch/);
    expect(check('-11-', { precision })).toBe('Ngày sinh: hãy điền thêm năm.');
    expect(check('2026--', { precision })).toBe('Ngày sinh: hãy điền thêm tháng.');
    expect(check('', { precision })).toBe('Ngày sinh: hãy ghi tháng và năm.');
    expect(check('2026-12-', { precision, notAfter: 'today' })).toBe('Ngày sinh không thể sau hôm nay.');
    expect(check('2026-11-', { precision, notAfter: 'today' })).toBeUndefined();
    expect(check('2026-10-', { precision, notBefore: 'today' })).toMatch(/không thể trước/);
    expect(check('1948-5-', { precision: ['day', 'month', 'year'] })).toBeUndefined();
    expect(check('1948-5-6', { precision: ['day', 'month', 'year'] })).toBeUndefined();
  });

  test('is not after today, which is today in Việt Nam', () => {
    expect(check('2026-11-23', { notAfter: 'today' })).toBeUndefined();
    expect(check('2026-11-24', { notAfter: 'today' })).toBe('Ngày sinh không thể sau hôm nay.');
    expect(check('2008-11-24', { notAfter: 'today-18y' })).toBe('Ngày sinh không thể sau ngày 23/11/2008.');
    expect(check('2026-11-22', { notBefore: 'today' })).toBe('Ngày sinh không thể trước ngày 23/11/2026.');
  });

  test('limits in months, years and working days keep to the calendar', () => {
    expect(readDateLimit('today-18y', '2024-02-29')).toBe('2006-02-28');
    expect(readDateLimit('today+1m', '2026-01-31')).toBe('2026-02-28');
    expect(readDateLimit('today-12m', '2026-11-23')).toBe('2025-11-23');
    expect(readDateLimit('today+1wd', '2026-11-20')).toBe('2026-11-23');
    expect(readDateLimit('today+1wd', '2026-11-20', { off: new Set(['2026-11-23']), on: new Set() })).toBe(
      '2026-11-24',
    );
    expect(readDateLimit('today', '2026-11-23')).toBe('2026-11-23');
    expect(readDateLimit('today-3d', '2026-11-02')).toBe('2026-10-30');
    expect(readDateLimit('1900-01-31', '2026-11-23')).toBe('1900-01-31');
  });

  test.each([
    ...['soon', 'xtoday', 'todayx', 'today+3dx', 'today+3', 'today+3h', 'today+12345d'],
    ...['x1900-01-31', '1900-01-31x', '00-01-31', '1900-1-31', '1900-01-3', 'abcd-01-31', '1900-ab-31', '1900-01-ab'],
  ])('%s is no limit', (limit) => expect(readDateLimit(limit, '2026-11-23')).toBeUndefined());

  test.each(['x2026-11-19', '2026-11-19x', '20260-11-19', '2026-111-19', '2026-11-199'])('%s is no date', (text) => {
    expect(readDateParts(text)).toBeUndefined();
    expect(tidyDate(text)).toBe(text);
  });

  test('the calendar begins with the year 1000: what is shorter is a year half written', () => {
    expect([isRealDate(999, 1, 1), isRealDate(1000, 1, 1), isRealDate(99, 1, 1)]).toEqual([false, true, false]);
    expect([isRealDate(2026, 14, 1), isRealDate(2026, 4, 31), isRealDate(2026, 2, 0)]).toEqual([false, false, false]);
  });

  test('parts survive writing and reading', () => {
    const part = (longest: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${longest}}$`));
    fc.assert(
      fc.property(part(4), part(2), part(2), (year, month, day) => {
        expect(readDateParts(writeDateParts({ year, month, day }))).toEqual({ year, month, day });
        expect(tidyDate(tidyDate(`${year}-${month}-${day}`))).toBe(tidyDate(`${year}-${month}-${day}`));
      }),
    );
  });

  test('a real date is one that comes back unchanged', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (y, m, d) => {
          const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
          const date = new Date(`${text}T00:00:00Z`);
          const same = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect(isRealDate(y, m, d)).toBe(same);
        },
      ),
    );
  });
});
