import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isEmpty, moveAnswers, type Answer, type Answers, type Field, type FormDefinition } from './index.ts';
import { field, form, page, published } from './testing/forms-fixture.ts';

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const group = (id: string, ...fields: ReturnType<typeof field>[]): Field => ({
  ...{ id, type: 'repeat', label: 'Nhóm', itemTitle: 'Người', required: false, min: 0, max: 5, fields },
});
const version = (number: number, fields: Field[], over: Partial<FormDefinition> = {}): FormDefinition =>
  form({ version: `2026-11-01.${String(number)}`, pages: [page({ fields })], ...over });

/** Everything written, however deep. */
function leaves(value: Answer): Answer[] {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value.flatMap((item) => Object.values(item).flatMap(leaves));
  return [value];
}
const sorted = (values: Answer[]): string[] => values.map((value) => JSON.stringify(value)).sort();

describe('answers of an older version', () => {
  test('keep their place under the same id and kind; new fields get their defaults', () => {
    const from = version(1, [field({ id: 'name' }), field({ id: 'note' })]);
    const to = version(2, [
      field({ id: 'name' }),
      field({ id: 'note', type: 'longText' }),
      field({ id: 'x', default: 'VN' }),
    ]);
    expect(moveAnswers(from, to, { name: 'An', note: 'dài' })).toMatchObject({
      answers: { name: 'An', note: 'dài', x: 'VN' },
      left: [],
    });
  });

  test('move where the definition says, and only from the version it names', () => {
    const from = version(1, [field({ id: 'name' }), field({ id: 'old' })]);
    const migrates = [{ from: from.version, rename: { old: 'name', name: 'fullName' } }];
    const to = version(2, [field({ id: 'name' }), field({ id: 'fullName' })], { migrates });
    const moved = moveAnswers(from, to, { name: 'An', old: 'cũ' });
    expect(moved).toMatchObject({ answers: { fullName: 'An', name: 'cũ' }, left: [] });
    expect([moved.nameOf('name'), moved.nameOf('x')]).toEqual(['fullName', undefined]);
    expect(moveAnswers({ ...from, version: '2025-01-01.1' }, to, { old: 'cũ' }).left).toHaveLength(1);
  });

  test('that cannot move are left with version and place', () => {
    const from = version(1, [
      field({ id: 'gone' }),
      field({ id: 'kind' }),
      field({ id: 'choice', type: 'radio', options: [...options, { value: 'c', label: 'C' }] }),
      field({ id: 'size', type: 'area', unit: 'm²' }),
      group('people', field({ id: 'name' }), field({ id: 'job' })),
    ]);
    const to = version(2, [
      field({ id: 'kind', type: 'date' }),
      field({ id: 'choice', type: 'select', options }),
      field({ id: 'size', type: 'area', unit: 'ha' }),
      group('people', field({ id: 'name' })),
    ]);
    const answers = {
      gone: 'x',
      kind: 'y',
      choice: 'c',
      size: '120',
      people: [{ name: 'An', job: 'thợ' }],
      stranger: 'z',
    };
    const { answers: kept, left } = moveAnswers(from, to, answers);
    expect(kept).toEqual({ people: [{ name: 'An' }] });
    expect(left.map(({ path, value }) => [path, value])).toEqual([
      ['gone', 'x'],
      ['kind', 'y'],
      ['choice', 'c'],
      ['size', '120'],
      ['people.0.job', 'thợ'],
      ['stranger', 'z'],
    ]);
    expect(new Set(left.map((one) => one.version))).toEqual(new Set([from.version]));
  });

  test.each(['radio', 'select', 'yesNo'] as const)(
    'a choice moves to a %s that still offers it, and is left otherwise',
    (type) => {
      for (const before of ['radio', 'select', 'yesNo'] as const) {
        const from = version(1, [
          field({ id: 'choice', type: before, options: [...options, { value: 'c', label: 'C' }] }),
        ]);
        const to = version(2, [field({ id: 'choice', type, options })]);
        expect(moveAnswers(from, to, { choice: 'a' })).toMatchObject({ answers: { choice: 'a' }, left: [] });
        const { answers: kept, left } = moveAnswers(from, to, { choice: 'c' });
        expect([kept, left.map(({ value }) => value)]).toEqual([{}, ['c']]);
      }
    },
  );

  test('nothing written is nothing left', () => {
    const from = version(1, [field({ id: 'gone' }), group('people', field({ id: 'name' }))]);
    const { left } = moveAnswers(from, version(2, [field({ id: 'x' })]), { gone: ' ', people: [{ name: '' }] });
    expect(left).toEqual([]);
  });

  test('in a group go by their own name and kind, and not where another was moved to', () => {
    const from = version(1, [
      group('people', field({ id: 'born', type: 'date' }), field({ id: 'name' }), field({ id: 'nick' })),
    ]);
    const migrates = [{ from: from.version, rename: { 'people.nick': 'people.name' } }];
    const now = group('people', field({ id: 'name' }), field({ id: 'added' }), field({ id: 'born' }));
    const to = version(2, [now], { migrates });
    const { answers: kept, left } = moveAnswers(from, to, {
      people: [{ name: 'An', nick: 'Bé', added: 'x', born: '1948--' }],
    });
    expect(kept).toEqual({ people: [{ name: 'Bé' }] });
    expect(left.map(({ path, value }) => [path, value])).toEqual([
      ['people.0.name', 'An'],
      ['people.0.added', 'x'],
      ['people.0.born', '1948--'],
    ]);
  });

  test('items where the older form has no group are left whole', () => {
    const [from, to] = [version(1, [field({ id: 'one' })]), version(2, [field({ id: 'x' })])];
    const people = [{ name: 'An' }];
    expect(moveAnswers(from, to, { one: people, two: people }).left.map(({ path, value }) => [path, value])).toEqual([
      ['one', people],
      ['two', people],
    ]);
  });

  test('inside groups move too, and a group that is gone is left item by item', () => {
    const from = version(1, [group('people', field({ id: 'name' })), group('others', field({ id: 'name' }))]);
    const migrates = [{ from: from.version, rename: { people: 'persons', 'people.name': 'persons.fullName' } }];
    const to = version(2, [group('persons', field({ id: 'fullName' }))], { migrates });
    const moved = moveAnswers(from, to, { people: [{ name: 'An' }], others: [{ name: 'B' }, { name: 'C' }] });
    expect(moved.answers).toEqual({ persons: [{ fullName: 'An' }] });
    expect(moved.left.map(({ path }) => path)).toEqual(['others.0.name', 'others.1.name']);
  });

  test('of a published form into itself are the same', () => {
    const birth = published('1.001193');
    const answers = { childName: 'An', filingAs: 'me', witnesses: [], birthProof: 'chung-sinh' };
    const moved = moveAnswers(birth, { ...birth, version: '2027-01-01.1' }, answers);
    expect(moved.answers).toMatchObject({ childName: 'An', filingAs: 'me', birthProof: 'chung-sinh' });
  });

  test('nothing written disappears, whatever the two versions are', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const plain = fc
      .record({
        id,
        type: fc.constantFrom('text', 'longText', 'radio', 'number', 'date', 'address'),
        unit: fc.constantFrom('m²', 'ha'),
      })
      .map(({ type, ...rest }) => field({ ...rest, type, ...(type === 'radio' ? { options } : {}) }));
    const fields = fc.uniqueArray(
      fc.oneof(
        plain,
        fc
          .tuple(id, fc.uniqueArray(plain, { selector: (one) => one.id }))
          .map(([name, inner]) => group(name, ...inner)),
      ),
      { selector: (one) => one.id },
    );
    const value: fc.Arbitrary<Answer> = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.constantFrom('a', 'b', '', null, '2026-01-01'),
      fc.record({ commune: fc.constantFrom('', '25459'), detail: fc.string() }),
    );
    const item = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'x', '__proto__'), value);
    const answers: fc.Arbitrary<Answers> = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd', 'stranger', 'toString'),
      fc.oneof(value, fc.array(item, { maxLength: 3 })),
    );
    const paths = fc.constantFrom('a', 'b', 'c', 'd', 'a.a', 'a.b', 'b.a', 'd.c');
    const rename = fc.uniqueArray(fc.tuple(paths, paths), { selector: ([, target]) => target }).map((pairs) => {
      const once = new Map(pairs);
      return Object.fromEntries(once);
    });
    fc.assert(
      fc.property(fields, fields, answers, rename, (before, after, written, names) => {
        const from = version(1, before);
        const to = version(2, after, { migrates: [{ from: from.version, rename: names }] });
        const { answers: kept, left } = moveAnswers(from, to, written);
        const found = [...Object.values(kept), ...left.map((one) => one.value)].flatMap(leaves);
        expect(sorted(found)).toEqual(sorted(Object.values(written).flatMap(leaves)));
      }),
      { numRuns: 500 },
    );
  });
});
