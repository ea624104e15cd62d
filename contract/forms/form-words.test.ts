import { expect, test } from 'vitest';
import { checkForm, faultWords, formIn } from './index.ts';
import { context, published } from './testing/forms-fixture.ts';

const vietnamese = published('3.000347');
const english = formIn(vietnamese, 'en');

test('everything a person reads is translated, nothing else', () => {
  expect(english.title).toBe('Exchange of a driving licence');
  expect(english.pages.map(({ id }) => id)).toEqual(vietnamese.pages.map(({ id }) => id));
  expect(english.papers[0]).toEqual({
    ...vietnamese.papers[0],
    name: 'The present driving licence',
    note: expect.stringMatching(/^Photograph/),
  });
  expect(JSON.stringify({ ...english, lists: {} }).replaceAll('đồng', '')).not.toMatch(
    /[ăđơưạảấầẩậắằẵặẹẻẽềểễệịọốồổỗộớờởỡợụứừửữựỳỷỹ]/i,
  );
  expect(english).not.toHaveProperty('english');
});

test('faults follow the language of the form', () => {
  const faults = checkForm(english, { licenceNo: '12' }, context);
  expect(faults.map((fault) => faultWords(fault, 'en'))).toContain(
    'Licence number: write the 12 digits on the card without spaces.',
  );
});

test('without English, and in Vietnamese, the form is as it was', () => {
  expect(formIn(vietnamese, 'vi')).toBe(vietnamese);
  const mau = published('1.001193', 'mau');
  expect(formIn(mau, 'en')).toBe(mau);
});
