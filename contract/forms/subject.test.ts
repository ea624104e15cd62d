import { expect, test } from 'vitest';
import { isForSubject, subjectFields, subjectPage } from './index.ts';
import { field, form, page } from './testing/forms-fixture.ts';

const who = page({ id: 'ai', fields: [field({ id: 'forWhom' }), field({ id: 'ownName', type: 'personName' })] });
const other = page({
  id: 'nguoi-kia',
  about: 'subject',
  when: { field: 'forWhom', op: 'eq', value: 'other' },
  fields: [
    field({ id: 'note' }),
    field({ id: 'name', type: 'personName' }),
    field({ id: 'secondName', type: 'personName' }),
    field({ id: 'number', type: 'idNumber' }),
    field({ id: 'born', type: 'date' }),
  ],
});
const both = form({ pages: [who, other] });

test('the page about another person, and where it asks who they are', () => {
  expect(subjectPage(both)).toBe(other);
  expect(subjectFields(other)).toEqual({ fullName: 'name', idNumber: 'number', birthDate: 'born' });
  expect(subjectFields(who)).toEqual({ fullName: 'ownName', idNumber: undefined, birthDate: undefined });
});

test('it is for another when the answers lead to that page', () => {
  expect(isForSubject(both, { forWhom: 'other' })).toBe(true);
  expect(isForSubject(both, { forWhom: 'me' })).toBe(false);
});

test('a form without such a page is for oneself', () => {
  expect(subjectPage(form({ pages: [who] }))).toBeUndefined();
  expect(isForSubject(form({ pages: [who] }), { forWhom: 'other' })).toBe(false);
});
