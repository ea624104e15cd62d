import { describe, expect, test } from 'vitest';
import { suitability } from './index.ts';
import { published } from './testing/forms-fixture.ts';

const permit = published('1.013225');
const ids = (answers: Record<string, string>) => suitability(permit, answers).questions.map(({ id }) => id);

describe('is this the right procedure', () => {
  test('questions follow from answers', () => {
    expect(ids({})).toEqual(['land', 'size', 'drawings']);
    expect(ids({ size: 'khong' })).toEqual(['land', 'size', 'zone', 'drawings']);
    expect(ids({ size: 'co', zone: 'ngoai' })).toEqual(['land', 'size', 'drawings']);
  });

  test('an answer that ends it ends the questions, and says the right way', () => {
    const { questions, stop } = suitability(permit, { land: 'co', size: 'khong', zone: 'ngoai', drawings: 'co' });
    expect(questions.map(({ id }) => id)).toEqual(['land', 'size', 'zone']);
    expect(stop?.stop).toMatch(/có thể bạn không cần giấy phép/i);
    expect(suitability(published('2.000815'), { original: 'khong' }).stop?.instead).toBe('2.000635');
  });

  test('changed, it goes on', () => {
    expect(suitability(permit, { land: 'co', size: 'khong', zone: 'khong-ro' }).stop).toBeUndefined();
    expect(suitability(published('1.001193', 'mau'), {})).toEqual({ questions: [] });
  });
});
