import { expect, test } from 'vitest';
import { headline, isConfirmed, sourcesOf } from './fact';

test('only what was read somewhere counts as confirmed', () => {
  expect(isConfirmed({ text: 'x', confidence: 'H' })).toBe(true);
  expect(isConfirmed({ text: 'x', confidence: 'M' })).toBe(true);
  expect(isConfirmed({ text: 'x', confidence: 'L' })).toBe(false);
  expect(isConfirmed({ text: 'x', confidence: null })).toBe(false);
  expect(isConfirmed({ text: null, confidence: 'H' })).toBe(false);
});

test('the first clause of a fact stands out; money is not cut at its dot', () => {
  expect(headline('Trong ngày; nhận sau 15 giờ thì trả hôm sau.')).toEqual({
    head: 'Trong ngày',
    rest: 'Nhận sau 15 giờ thì trả hôm sau.',
  });
  expect(headline('8.000 đồng mỗi bản sao.')).toEqual({ head: '8.000 đồng mỗi bản sao', rest: undefined });
});

test('a source is named once', () => {
  const fact = { text: 'x', confidence: 'H' as const, source: 'Luật Hộ tịch' };
  expect(sourcesOf([fact, null, { ...fact }, { ...fact, source: null }])).toEqual(['Luật Hộ tịch']);
});
