import { expect, test } from 'vitest';
import { problemWords } from './problem-words';

test('every code’s own sentences say what happened, what is kept and what to do', () => {
  for (const [code, words] of Object.entries(problemWords)) {
    if (words === null) continue;
    for (const { title, body } of Object.values(words)) {
      expect(title.split(' ').length, code).toBeLessThanOrEqual(12);
      expect(body.split(/[.;]/).length, code).toBeGreaterThan(1);
      expect(`${title} ${body}`, code).not.toMatch(/có lỗi xảy ra|thành công|quý khách|vui lòng|!/i);
    }
  }
});
