import { expect, test } from 'vitest';
import { defineTexts, type Texts } from './texts';

test('both languages say the same things, or it does not compile', () => {
  const texts = defineTexts({
    vi: { title: 'Tên', count: (n: number) => `${String(n)} việc`, lines: ['một', 'hai'], more: { body: 'Lời' } },
    en: { title: 'Name', count: (n: number) => `${String(n)} things`, lines: ['one'], more: { body: 'Words' } },
  });
  expect([texts.vi.count(2), texts.en.count(2)]).toEqual(['2 việc', '2 things']);
  const attempts = [
    // @ts-expect-error English is missing a key
    () => defineTexts({ vi: { title: 'Tên', body: 'Lời' }, en: { title: 'Name' } }),
    // @ts-expect-error Vietnamese is missing a key
    () => defineTexts({ vi: { title: 'Tên' }, en: { title: 'Name', body: 'Words' } }),
    // @ts-expect-error a key inside a group is missing
    () => defineTexts({ vi: { more: { body: 'Lời' } }, en: { more: {} } }),
    // @ts-expect-error a sentence made from a number cannot become a plain word
    () => defineTexts({ vi: { count: (n: number) => String(n) }, en: { count: 'things' } }),
    // @ts-expect-error there is no text in one language only
    (): Texts<{ title: string }> => ({ vi: { title: 'Tên' } }),
  ];
  expect(attempts).toHaveLength(5);
});
