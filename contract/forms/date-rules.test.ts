import { describe, expect, test } from 'vitest';
import { checkField, type PlainField, type RuleContext } from './index.ts';
import { context, field } from './testing/forms-fixture.ts';

const fault = (over: Partial<PlainField>, value: string | number, rules: RuleContext = context) => {
  const found = checkField(field({ type: 'date', ...over }), value, rules);
  return found && (found.limit === undefined ? found.code : [found.code, found.limit]);
};
type Precision = NonNullable<PlainField['precision']>;

describe('how exact a date must be', () => {
  const day: Precision = ['day'];
  const [month, monthOrYear, dayOrYear, dayOrMonth, any]: Precision[] = [
    ['month'],
    ['month', 'year'],
    ['day', 'year'],
    ['day', 'month'],
    ['day', 'month', 'year'],
  ];
  test.each<[Precision | undefined, string, string | undefined]>([
    [day, '2026-11-05', undefined],
    [day, '2026--', 'date-parts'],
    [day, '-11-', 'date-parts'],
    [day, '--5', 'date-parts'],
    [day, '-11-5', 'date-year-missing'],
    [day, '2026--5', 'date-month-missing'],
    [day, '2026-11-', 'date-day-missing'],
    [month, '2026-11-', undefined],
    [month, '2026-11-05', 'date-unreal'],
    [month, '--5', 'date-unreal'],
    [month, '2026--', 'date-month-missing'],
    [month, '-11-', 'date-year-missing'],
    [monthOrYear, '2026--', undefined],
    [monthOrYear, '2026-11-', undefined],
    [monthOrYear, '-11-', 'date-year-missing'],
    [monthOrYear, '2026--5', 'date-unreal'],
    [dayOrYear, '2026--', undefined],
    [dayOrYear, '2026-11-05', undefined],
    [dayOrYear, '2026-11-', 'date-day-missing'],
    [dayOrYear, '-11-', 'date-parts'],
    [dayOrMonth, '2026-11-', undefined],
    [dayOrMonth, '2026--', 'date-parts'],
    [dayOrMonth, '-11-5', 'date-year-missing'],
    [any, '2026--', undefined],
    [any, '--5', 'date-parts'],
    [undefined, '2026-11-', 'date-day-missing'],
  ])('%j, %s: %s', (precision, typed, code) => expect(fault({ precision }, typed)).toBe(code));
});

describe('between its limits', () => {
  const oldest = ['date-too-early', '1900-01-01'];
  test.each<[Partial<PlainField>, string, unknown]>([
    [{}, '1900-01-01', undefined],
    [{}, '1899-12-31', oldest],
    [{}, '190-01-01', oldest],
    [{ precision: ['month'] }, '1899-12-', oldest],
    [{ precision: ['day', 'year'] }, '1899--', oldest],
    [{ precision: ['day', 'year'] }, '1900--', undefined],
    [{ precision: ['month'] }, '2026-0-', 'date-unreal'],
    [{ precision: ['month'] }, '2026-1-', undefined],
    [{ precision: ['month'] }, '2026-12-', undefined],
    [{ precision: ['month'] }, '2026-13-', 'date-unreal'],
    [{ notAfter: '2026-11-20' }, '2026-11-20', undefined],
    [{ notAfter: '2026-11-20' }, '2026-11-21', ['date-too-late', '2026-11-20']],
    [{ notAfter: 'today' }, '2026-11-24', 'date-in-future'],
    [{ notAfter: '2026-11-23' }, '2026-11-24', 'date-in-future'],
    [{ notAfter: 'soon' }, '2999-01-01', undefined],
    [{ notBefore: '2026-11-20' }, '2026-11-20', undefined],
    [{ notBefore: '2026-11-20' }, '2026-11-9', ['date-too-early', '2026-11-20']],
    [{ notBefore: 'soon' }, '1999-01-01', undefined],
    [{ notAfter: 'today', notBefore: 'today-3d' }, '2026-11-20', undefined],
    [{ notAfter: 'today', notBefore: 'today-3d' }, '2026-11-19', ['date-too-early', '2026-11-20']],
    [{ precision: ['month'], notBefore: '2026-01-15' }, '2026-1-', undefined],
    [{ precision: ['month'], notBefore: '2026-02-15' }, '2026-1-', ['date-too-early', '2026-02-15']],
    [{ precision: ['month'], notAfter: '2026-01-15' }, '2026-1-', undefined],
    [{ precision: ['month'], notAfter: '2026-01-15' }, '2026-2-', ['date-too-late', '2026-01-15']],
    [{ precision: ['day', 'year'], notBefore: '2026-02-15' }, '2026--', undefined],
    [{ precision: ['day', 'year'], notBefore: '2026-02-15' }, '2025--', ['date-too-early', '2026-02-15']],
    [{ precision: ['day', 'year'], notAfter: '2026-02-15' }, '2027--', ['date-too-late', '2026-02-15']],
    [{}, '2026-02-30', 'date-unreal'],
    [{}, 'x', 'date-unreal'],
  ])('%j, %s: %j', (over, typed, found) => expect(fault(over, typed)).toEqual(found));

  test('working days are those of the province', () => {
    const calendar = { off: new Set(['2026-11-24']), on: new Set<string>() };
    expect(fault({ notBefore: 'today+1wd' }, '2026-11-24')).toBeUndefined();
    expect(fault({ notBefore: 'today+1wd' }, '2026-11-24', { ...context, calendar })).toEqual([
      ...['date-too-early', '2026-11-25'],
    ]);
    expect(fault({ notAfter: 'today+1wd' }, '2026-11-25')).toEqual(['date-too-late', '2026-11-24']);
    expect(fault({ notAfter: 'today+1wd' }, '2026-11-25', { ...context, calendar })).toBeUndefined();
  });
});

describe('a year', () => {
  test.each<[Partial<PlainField>, string | number, unknown]>([
    [{}, '1998', undefined],
    [{}, 1998, undefined],
    [{}, ' 1998 ', undefined],
    [{}, '98', 'year'],
    [{}, '19980', 'year'],
    [{}, 'x1998', 'year'],
    [{}, '1998x', 'year'],
    [{}, '1900', undefined],
    [{}, '1899', ['too-small', 1900]],
    [{}, '2026', undefined],
    [{}, '2027', ['too-big', 2026]],
    [{ min: 2000 }, '1999', ['too-small', 2000]],
    [{ max: 2030 }, '2030', undefined],
    [{ max: 2030 }, '2031', ['too-big', 2030]],
  ])('%j, %s: %j', (over, typed, found) => expect(fault({ type: 'year', ...over }, typed)).toEqual(found));
});
