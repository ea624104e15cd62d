import { describe, expect, test } from 'vitest';
import type { Field, PlainField } from './index.ts';
import { readDefinition } from './read-definition.ts';
import { choice, field, fields, form, isA, isB, moves, page, perPage } from './testing/forms-fixture.ts';

const isNot = (value: string) => ({ field: 'one', op: 'ne', value }) as const;
const number = (id: string, over: Partial<PlainField> = {}): PlainField => field({ id, type: 'number', ...over });
const group = (over: { fields: PlainField[]; min?: number; max?: number }): Field => ({
  ...{ id: 'g', type: 'repeat', label: 'G', required: true, min: 1, max: 2, itemTitle: 'M' },
  ...over,
});
const yesNo = (...values: string[]): PlainField =>
  field({ type: 'yesNo', options: values.map((value) => ({ value, label: value })) });
/** More ways of answering than are tried. */
const many = ['one', ...Array.from({ length: 14 }, (_, index) => `more${String(index)}`)].map((id) => choice({ id }));

const read = (over: unknown) => readDefinition(JSON.parse(JSON.stringify({ ...form({}), ...(over as object) })));

describe('a definition just beyond what is right is refused', () => {
  test.each<[string, unknown, string]>([
    [
      'a fee multiplied twice over',
      {
        ...fields(field({ id: 'n', type: 'number' }), group({ fields: [number('p'), number('c')] })),
        fee: { amountVnd: 1, unit: 'trang', text: 'x', multiplyBy: 'n', perPage },
      },
      '$.fee.perPage: the fee is multiplied already',
    ],
    [
      'a fee times nothing',
      { fee: { amountVnd: 1, unit: 'x', text: 'x', multiplyBy: 'x' } },
      '$.fee.multiplyBy: x is no',
    ],
    [
      'a fee under a condition on nothing',
      { fee: { amountVnd: 1, unit: 'x', text: 'x', when: { ...isA, field: 'x' } } },
      '$.fee.when.field: no field x before this',
    ],
    [
      'a move into a group to what it does not have',
      { ...fields(group({ fields: [number('p')] })), ...moves({ 'g.old': 'g.x' }) },
      '$.migrates[0].rename.g.old: no field g.x',
    ],
    ['a move into what is no group', moves({ 'g.old': 'one.p' }), '$.migrates[0].rename.g.old: no field one.p'],
    ['a move into a group there is not', moves({ 'g.old': 'x.p' }), '$.migrates[0].rename.g.old: no field x.p'],
    ['a page called as our check', { pages: [page({ id: 'check' })] }, '$.pages[0].id: check is taken'],
    ['a page called as our papers', { pages: [page({ id: 'papers' })] }, '$.pages[0].id: papers is taken'],
    [
      'an id twice in a group',
      fields(group({ fields: [number('p'), number('p')] })),
      '.fields[0].fields[1].id: p is taken',
    ],
    [
      'the same again inside a group',
      fields(field({}), group({ fields: [field({ id: 'p', sameAs: { field: 'one' } })] })),
      '.fields[1].fields[0].sameAs: nothing is taken over',
    ],
    [
      'a condition on a group',
      fields(group({ fields: [number('p')] }), field({ when: { ...isA, field: 'g' } })),
      '.fields[1].when.field: g is a group',
    ],
    [
      'one of several conditions on nothing',
      fields(choice(), field({ id: 'x', when: { all: [isA, { ...isA, field: 'y' }] } })),
      '.fields[1].when.all[1].field: no field y',
    ],
    [
      'one of other conditions on nothing',
      fields(choice(), field({ id: 'x', when: { any: [{ ...isA, field: 'y' }, isA] } })),
      '.fields[1].when.any[0].field: no field y',
    ],
    ['options where one writes', fields(field({ options: choice().options })), '.fields[0]: a text has no options'],
    [
      'an option twice',
      fields(choice({ options: ['A', 'B'].map((label) => ({ value: 'a', label })) })),
      '.options: a value occurs',
    ],
    ['a yes and no of one', fields(yesNo('co')), '.options: must be co and khong'],
    ['a yes and no of three', fields(yesNo('co', 'khong', 'x')), '.options: must be co and khong'],
    ['a yes and no of other values', fields(yesNo('co', 'no')), '.options: must be co and khong'],
    ['a yes and no without either', fields(field({ type: 'yesNo' })), '.fields[0]: a yesNo needs options'],
    ['a default of no options', fields(field({ type: 'radio', default: 'a' })), '.fields[0]: a radio needs options'],
    [
      'a pattern phones would not read',
      fields(field({ pattern: '\\-', patternWords: 'x' })),
      '$.pages[0].fields[0].pattern: Invalid',
    ],
    [
      'none of what must be chosen',
      fields(choice(), field({ id: 'x', when: { all: [isNot('a'), isNot('b')] } })),
      '$.pages[0].fields[1].when: no answers lead to this field',
    ],
    [
      'none of a list of which one must be chosen',
      {
        ...fields(field({ type: 'select', list: 'l' }), field({ id: 'x', when: isNot('a') })),
        lists: { l: [{ value: 'a', label: 'A' }] },
      },
      '$.pages[0].fields[1].when: no answers lead to this field',
    ],
    [
      'a number below what may be written',
      fields(number('one', { min: 3 }), field({ id: 'x', when: { field: 'one', op: 'lt', value: 3 } })),
      '$.pages[0].fields[1].when: no answers lead to this field',
    ],
    [
      'a number below nothing',
      fields(number('one'), field({ id: 'x', when: { field: 'one', op: 'lt', value: 0 } })),
      '$.pages[0].fields[1].when: no answers lead to this field',
    ],
    [
      'a contradiction beside many questions it does not look at',
      fields(...many, field({ id: 'x', when: { all: [isA, isB] } })),
      '.when: no answers lead to this field',
    ],
  ])('%s', (_, over, fault) => {
    const found = read(over);
    expect('fault' in found ? found.fault : 'no fault').toContain(fault);
  });
});

test('one just within is taken', () => {
  for (const right of [
    fields(field({ type: 'date', notAfter: '2024-02-29', notBefore: 'today' })),
    fields(group({ fields: [number('p')], min: 2, max: 2 })),
    fields(number('one', { min: 3, max: 3 })),
    fields(yesNo('khong', 'co')),
    { ...fields(group({ fields: [number('p'), number('q')] })), ...moves({ 'g.old': 'g.p' }) },
    fields(choice({ required: false }), field({ id: 'x', when: isA })),
    fields(choice({ required: false }), field({ id: 'x', when: { all: [isNot('a'), isNot('b')] } })),
    ...(['lt', 'gt'] as const).map((op) =>
      fields(field({ type: 'date' }), field({ id: 'x', when: { field: 'one', op, value: '2026-01-01' } })),
    ),
    ...(['lt', 'gt', 'eq'] as const).map((op) =>
      fields(number('one'), field({ id: 'x', when: { field: 'one', op, value: 5 } })),
    ),
    fields(number('one', { min: 3 }), field({ id: 'x', when: { field: 'one', op: 'eq', value: 3 } })),
    fields(number('one', { max: 5 }), field({ id: 'x', when: { field: 'one', op: 'eq', value: 5 } })),
    fields(field({}), field({ id: 'x', when: isA })),
    // Too many ways to try them all: believed, though it contradicts itself.
    fields(...many, field({ id: 'x', when: { all: [...many.map(({ id }) => ({ ...isA, field: id })), isB] } })),
  ]) {
    expect(read(right)).toHaveProperty('form');
  }
});
