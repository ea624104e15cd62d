import { describe, expect, test } from 'vitest';
import { AppError, toAppError, type AppErrorKind } from './app-error';
import { errorWords } from './error-words';

const kinds: Record<AppErrorKind, true> = {
  offline: true,
  timeout: true,
  level: true,
  session: true,
  forbidden: true,
  missing: true,
  conflict: true,
  invalid: true,
  busy: true,
  server: true,
  host: true,
  bug: true,
};

describe.each(Object.keys(kinds) as AppErrorKind[])('%s', (kind) => {
  test('says what happened, what is kept and what to do, without phrases that say nothing', () => {
    for (const language of ['vi', 'en'] as const) {
      const { title, body } = errorWords(new AppError(kind), language);
      expect(title).not.toBe('');
      expect(body.split('.').length, 'what is kept, and what to do').toBeGreaterThan(1);
      expect(`${title} ${body}`).not.toMatch(/có lỗi xảy ra|thành công|quý khách|vui lòng|!/i);
    }
  });
});

test('an error’s own words go before those of its kind', () => {
  const words = { vi: { title: 'a', body: 'b' }, en: { title: 'c', body: 'd' } };
  expect(errorWords(new AppError('busy', { words }), 'en')).toEqual({ title: 'c', body: 'd' });
});

test('what is thrown by mistake is a bug, and keeps its cause', () => {
  const cause = new TypeError('x is undefined');
  expect(toAppError(cause)).toMatchObject({ kind: 'bug', cause });
});
