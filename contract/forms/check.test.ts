import { describe, expect, test } from 'vitest';
import {
  checkDeclaration,
  checkField,
  checkForm,
  checkPage,
  itemLabel,
  type Answer,
  type Field,
  type GroupField,
  type PlainField,
} from './index.ts';
import { context, field, form, page } from './testing/forms-fixture.ts';

const group = (over: Partial<GroupField> = {}): GroupField => ({
  ...{ id: 'people', type: 'repeat', label: 'Những người', itemTitle: 'Người', required: true, min: 0, max: 2 },
  fields: [field({ id: 'name' }), field({ id: 'job', when: { field: 'name', op: 'eq', value: 'An' } })],
  ...over,
});
const faultOf = (over: Partial<PlainField>, value: Answer) => checkField(field(over), value, context);

describe('what is missing', () => {
  test.each<[Partial<PlainField>, object]>([
    [{}, { path: 'one', code: 'required' }],
    [{ type: 'number' }, { path: 'one', code: 'required' }],
    [{ type: 'radio' }, { path: 'one', code: 'choose' }],
    [{ type: 'select' }, { path: 'one', code: 'choose' }],
    [{ type: 'yesNo' }, { path: 'one', code: 'choose' }],
    [{ type: 'commune' }, { path: 'one', code: 'commune' }],
    [{ type: 'address' }, { path: 'one.commune', code: 'address-commune' }],
    [{ type: 'date' }, { path: 'one', code: 'date-parts', limit: undefined }],
    [
      { type: 'date', precision: ['day', 'month'] },
      { path: 'one', code: 'date-parts', limit: undefined },
    ],
    [
      { type: 'date', precision: ['month', 'year'] },
      { path: 'one', code: 'date-parts', limit: 'month' },
    ],
  ])('%j', (over, fault) => {
    expect(faultOf(over, undefined)).toEqual({ label: 'Một ô', ...fault });
    expect(faultOf({ ...over, required: false }, undefined)).toBeUndefined();
  });

  test('is said under the name it has where it stands', () => {
    const at = { path: 'people.0.name', label: 'Người 1, Tên' };
    expect(checkField(field({}), '', context, at)).toEqual({ ...at, code: 'required' });
    expect(checkField(field({ type: 'address' }), undefined, context, at)).toMatchObject({
      path: 'people.0.name.commune',
    });
  });

  test('dots and blanks are nothing written where they are taken away', () => {
    expect(faultOf({ type: 'idNumber' }, ' . ')).toMatchObject({ code: 'required' });
    expect(faultOf({ type: 'text' }, ' . ')).toBeUndefined();
  });
});

test('a fault of one part stands at that part, and says nothing else', () => {
  expect(faultOf({ type: 'address' }, { commune: '25459', detail: ' ' })).toEqual({
    ...{ path: 'one.detail', label: 'Một ô', code: 'address-detail' },
  });
  expect(faultOf({ type: 'phone' }, '12')).toEqual({ path: 'one', label: 'Một ô', code: 'phone' });
});

describe('a group', () => {
  const check = (over: Partial<GroupField>, value: Answer) => checkField(group(over), value, context);
  const at = { path: 'people', label: 'Những người' };
  const some = (count: number): Answer => Array.from({ length: count }, () => ({ name: 'B' }));

  test.each<[Partial<GroupField>, Answer, object | undefined]>([
    [{}, undefined, { ...at, code: 'too-few', limit: 1 }],
    [{}, [], { ...at, code: 'too-few', limit: 1 }],
    [{}, some(1), undefined],
    [{ min: 2 }, some(1), { ...at, code: 'too-few', limit: 2 }],
    [{ min: 2 }, some(2), undefined],
    [{}, some(3), { ...at, code: 'too-many', limit: 2 }],
    [{ required: false }, undefined, undefined],
    [{ required: false, min: 2 }, some(1), undefined],
    [{ required: false }, some(3), { ...at, code: 'too-many', limit: 2 }],
    [{}, 'x', { ...at, code: 'shape' }],
    [{}, ['x'] as never, { ...at, code: 'shape' }],
  ])('%j of %j', (over, value, fault) => expect(check(over, value)).toEqual(fault));

  test('its items one by one, with what each of them shows; none where the group itself is wrong', () => {
    const whole = form({ pages: [page({ fields: [group()] })] });
    const paths = (people: Answer) => checkForm(whole, { people }, context).map(({ path, label }) => [path, label]);
    expect(paths([{ name: 'An' }, {}])).toEqual([
      ['people.0.job', 'Người 1, Một ô'],
      ['people.1.name', 'Người 2, Một ô'],
    ]);
    expect(paths([{}, {}, {}])).toEqual([['people', 'Những người']]);
    expect(paths('x')).toEqual([['people', 'Những người']]);
    expect(itemLabel(group(), 1, field({ label: 'Tên' }))).toBe('Người 2, Tên');
  });

  test('choices of an item are those of the form’s list', () => {
    const lists = { muc: [{ value: 'a', label: 'A' }] };
    const fields = [field({ id: 'kind', type: 'select', list: 'muc' })];
    const whole = form({
      lists,
      pages: [page({ fields: [group({ fields }), field({ id: 'x', type: 'select', list: 'muc' })] })],
    });
    expect(checkForm(whole, { people: [{ kind: 'a' }], x: 'a' }, context)).toEqual([]);
    const wrong = checkForm(whole, { people: [{ kind: 'b' }], x: 'b' }, context);
    expect(wrong.map(({ path, code }) => [path, code])).toEqual([
      ['people.0.kind', 'choose'],
      ['x', 'choose'],
    ]);
  });
});

describe('a page', () => {
  const hidden = page({
    id: 'b',
    when: { field: 'one', op: 'eq', value: 'x' },
    fields: [field({ id: 'two' }), field({ id: 'three', when: { field: 'one', op: 'eq', value: 'x' } })],
  });
  const both = form({ pages: [page({}), hidden] });
  const paths = (of: typeof hidden, answers: Record<string, string>) =>
    checkPage(both, of, answers, context).map(({ path }) => path);

  test('has the faults of what it shows in this form, with these answers', () => {
    expect(paths(hidden, { one: 'x' })).toEqual(['two', 'three']);
    expect(paths(page({}), { one: '' })).toEqual(['one']);
  });

  test('sees nothing of what was left behind on a page that is hidden now', () => {
    const last = page({ id: 'c', fields: [field({ id: 'four', when: { field: 'two', op: 'eq', value: 'x' } })] });
    const chained = form({ pages: [page({}), hidden, last] });
    const found = (one: string) => checkPage(chained, last, { one, two: 'x' }, context).map(({ path }) => path);
    expect([found('x'), found('y')]).toEqual([['four'], []]);
  });

  test('that is not shown, of what it would show', () => {
    expect(paths(hidden, { one: 'y' })).toEqual(['two']);
  });

  test('fields of the same name as what every object has are not answered by that', () => {
    const odd: Field[] = [field({ id: 'toString' }), field({ id: 'constructor' })];
    expect(checkForm(form({ pages: [page({ fields: odd })] }), {}, context)).toHaveLength(2);
  });
});

test('of the declaration only what must be ticked', () => {
  const statement = (id: string, required: boolean) => ({ id, label: id.toUpperCase(), required });
  const declared = form({ declaration: [statement('a', true), statement('b', false), statement('c', true)] });
  expect(checkDeclaration(declared, ['c'])).toEqual([{ path: 'declaration.a', code: 'declare', label: 'A' }]);
});
