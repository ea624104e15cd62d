import { describe, expect, test } from 'vitest';
import {
  reachableAnswers,
  tidyAnswer,
  visibleFields,
  visibleItemFields,
  type Answer,
  type PlainField,
} from './index.ts';
import { field, form, page } from './testing/forms-fixture.ts';

const tidy = (over: Partial<PlainField>, value: Answer) => tidyAnswer(field(over), value, {});

describe('as it is sent', () => {
  test.each<[PlainField['type'], Answer, Answer]>([
    ['text', '  hai   từ ', 'hai từ'],
    ['personName', ' An  Bình ', 'An Bình'],
    ['longText', ' một\r\nhai  ', 'một\nhai'],
    ['date', ' 2026-1-5', '2026-01-05'],
    ['time', ' 7g5 ', '07:05'],
    ['time', ' sáng  sớm ', 'sáng sớm'],
    ['phone', '+84 912 345 678', '0912345678'],
    ['phone', ' 12  3 ', '12 3'],
    ['idNumber', '079 095.012345', '079095012345'],
    ['number', '1.250', 1250],
    ['money', '1.250', 1250],
    ['area', '7,5', 7.5],
    ['number', ' ba ', ' ba '],
    ['text', 5, 5],
    ['text', undefined, undefined],
    ['address', { commune: ' 25459', detail: ' Ấp  3 ' }, { commune: '25459', detail: 'Ấp 3' }],
    ['text', { commune: ' 25459', detail: ' Ấp  3 ' }, { commune: '25459', detail: 'Ấp 3' }],
  ])('%s %j is %j', (type, typed, sent) => expect(tidy({ type }, typed)).toEqual(sent));

  test('a group item by item: what it shows and what is written; anything else as it is', () => {
    const group = {
      ...({ id: 'people', type: 'repeat', label: 'G', itemTitle: 'M', required: true, min: 0, max: 9 } as const),
      fields: [
        field({ id: 'name' }),
        field({ id: 'job', when: { field: 'name', op: 'eq', value: 'An' } }),
        field({ id: 'age', type: 'number', when: { field: 'who', op: 'eq', value: 'me' } }),
      ],
    };
    const people = [
      { name: ' An ', job: 'thợ', age: '7', stranger: 'x' },
      { name: ' ', job: 'thợ' },
    ];
    expect(tidyAnswer(group, people, { who: 'me' })).toEqual([{ name: 'An', job: 'thợ', age: 7 }, {}]);
    expect(tidyAnswer(group, people, {})).toEqual([{ name: 'An', job: 'thợ' }, {}]);
    expect(tidyAnswer(group, 'x', {})).toBe('x');
    const whole = form({ pages: [page({ fields: [field({ id: 'who' }), group] })] });
    expect(reachableAnswers(whole, { who: 'you', people })).toEqual({
      who: 'you',
      people: [{ name: 'An', job: 'thợ' }, {}],
    });
  });
});

test('what is left empty is not sent', () => {
  const fields = [field({ id: 'one' }), field({ id: 'two', type: 'date' }), field({ id: 'three' })];
  const sent = reachableAnswers(form({ pages: [page({ fields })] }), { one: '  ', two: '--' });
  expect(Object.keys(sent)).toEqual([]);
});

describe('conditions', () => {
  const onOne = (id: string, value: string) => field({ id, when: { field: 'one', op: 'eq', value } });

  test('of a page see other pages as they are, and its own only as far as they are shown', () => {
    const fields = [onOne('two', 'x'), field({ id: 'three', when: { field: 'two', op: 'eq', value: 'x' } })];
    const shown = (answers: Record<string, string>) => visibleFields(page({ fields }), answers).map(({ id }) => id);
    expect(shown({ one: 'x', two: 'x' })).toEqual(['two', 'three']);
    expect(shown({ one: 'y', two: 'x' })).toEqual([]);
    // A field does not see what was answered to it before it is reached.
    const self = [onOne('one', 'x')];
    expect(visibleFields(page({ fields: self }), { one: 'x' })).toEqual([]);
  });

  test('of an item see the item before the form, and nothing of the form under its own names', () => {
    const fields = [
      field({ id: 'one' }),
      onOne('two', 'x'),
      field({ id: 'three', when: { field: 'who', op: 'eq', value: 'x' } }),
    ];
    const shown = (item: Record<string, string>, answers: Record<string, string>) =>
      visibleItemFields(fields, item, answers).map(({ id }) => id);
    expect(shown({ one: 'x' }, { one: 'y', who: 'x' })).toEqual(['one', 'two', 'three']);
    expect(shown({}, { one: 'x' })).toEqual(['one']);
    expect(visibleItemFields([onOne('two', 'x'), field({ id: 'one' })], {}, { one: 'x' }).map(({ id }) => id)).toEqual([
      'one',
    ]);
  });
});
