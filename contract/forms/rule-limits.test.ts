import { describe, expect, test } from 'vitest';
import { checkField, emptyAnswers, emptyItem, feeFor, type Answer, type FormFee, type PlainField } from './index.ts';
import { context, field, form, page } from './testing/forms-fixture.ts';

const fault = (over: Partial<PlainField>, value: Answer) => {
  const found = checkField(field(over), value, context);
  return found && (found.limit === undefined ? found.code : [found.code, found.limit]);
};
const letters = (count: number): string => 'a'.repeat(count);

describe('at the limit, and one beyond', () => {
  test.each<[Partial<PlainField>, Answer, unknown]>([
    [{}, letters(200), undefined],
    [{}, letters(201), ['too-long', 200]],
    [{ type: 'longText' }, letters(2000), undefined],
    [{ type: 'longText' }, letters(2001), ['too-long', 2000]],
    [{ type: 'personName' }, letters(100), undefined],
    [{ type: 'personName' }, letters(101), ['too-long', 100]],
    [{ type: 'email' }, `${letters(248)}@vi.vn`, undefined],
    [{ type: 'email' }, `${letters(249)}@vi.vn`, ['too-long', 254]],
    [{ maxLength: 3 }, 'abcd', ['too-long', 3]],
    [{ maxLength: 3 }, 'a  b', undefined],
    [{ type: 'longText', maxLength: 3 }, 'a  b', ['too-long', 3]],
    [{ type: 'yesNo', options: [{ value: 'co', label: 'Có' }] }, 'x', 'choose'],
    [{ pattern: '[0-9]+', patternWords: 'Số.' }, letters(200), ['pattern', 'Số.']],
    [{ pattern: '[0-9]+', patternWords: 'Số.' }, letters(201), ['too-long', 200]],
    [{ pattern: '[0-9]+', maxLength: 3 }, 'abc', 'pattern'],
    [{ pattern: '[0-9]+', maxLength: 3 }, 'abcd', ['too-long', 3]],
    [{ pattern: 'a|b' }, 'ac', 'pattern'],
    [{ pattern: 'a|b' }, 'cb', 'pattern'],
    [{ pattern: '.' }, '😀', undefined],
    [{ type: 'number' }, 0, undefined],
    [{ type: 'number' }, -1, ['too-small', 0]],
    [{ type: 'number' }, 999_999_999_999, undefined],
    [{ type: 'number' }, 1_000_000_000_000, ['too-big', 999_999_999_999]],
    [{ type: 'number', min: 5, max: 6 }, 5, undefined],
    [{ type: 'number', min: 5, max: 6 }, 6, undefined],
    [{ type: 'number', min: 5, max: 6 }, 4, ['too-small', 5]],
    [{ type: 'number', min: 5, max: 6 }, 7, ['too-big', 6]],
    [{ type: 'number', decimals: 1 }, '3,55', ['decimals', 1]],
    [{ type: 'area' }, '3,55', undefined],
    [{ type: 'area' }, '3,555', ['decimals', 2]],
    [{ type: 'area', decimals: 0 }, '3,5', 'whole-number'],
    [{ type: 'money', decimals: 2 }, '3,5', 'whole-number'],
    [{ type: 'number' }, { commune: '', detail: 'x' }, 'number'],
    [{ type: 'commune' }, `ngoai:${letters(200)}`, undefined],
    [{ type: 'commune' }, `ngoai:${letters(201)}`, ['too-long', 200]],
    [{ type: 'idNumber' }, '111111111111', 'id-number'],
    [{ type: 'idNumber' }, '111111111112', undefined],
    [{ type: 'idNumber' }, '211111111111', undefined],
    [{ type: 'idNumber' }, '1234567890123', ['id-number', 13]],
    [{ type: 'idNumber' }, 'a23456789012', 'id-number'],
    [{ type: 'idNumber' }, '12345678901a', 'id-number'],
  ])('%j, %j: %j', (over, value, found) => expect(fault(over, value)).toEqual(found));
});

describe('of the wrong kind', () => {
  const address = { commune: '25459', detail: 'x' };
  test.each<[PlainField['type'], Answer]>([
    ['text', 5],
    ['personName', address],
    ['date', address],
    ['year', address],
    ['year', [{ a: 'x' }]],
    ['address', 'Ấp 3'],
    ['address', [{ a: 'x' }]],
  ])('%s is not %j', (type, value) => expect(fault({ type }, value)).toBe('shape'));
});

describe('signs', () => {
  test.each(['\u0000', '\u0008', '\u000b', '\u000c', '\u000e', '\u001f', '\u007f'])(
    '%j no officer can read',
    (sign) => {
      expect(fault({}, `a${sign}b`)).toBe('characters');
    },
  );
  test.each(['\t', '\n', '\r', ' ', '~', '\u0080'])('%j is one', (sign) =>
    expect(fault({}, `a${sign}b`)).toBeUndefined(),
  );

  test.each(["Y' B", 'Y. B', 'Y’ B', 'Y-B', 'Đ'])('%s is a name', (name) => {
    expect(fault({ type: 'personName' }, name)).toBeUndefined();
  });
  test.each(['1An', 'An1', 'A,B', 'A@B', "'", '.-’'])('%s is none', (name) => {
    expect(fault({ type: 'personName' }, name)).toBe('name');
  });
  test.each(['x@a.b.vn', 'a.b+c@vidu.vn'])('%s is an address of post', (mail) => {
    expect(fault({ type: 'email' }, mail)).toBeUndefined();
  });
  test.each([
    ' a b@vidu.vn',
    'a@b c.vn',
    'a@vidu.v n',
    'a@.vn',
    'a@vidu..vn',
    'a@vidu.vn.',
    'a@vidu.v@n',
    '@vidu.vn',
    '<a@vidu.vn',
  ])('%s is none', (mail) => expect(fault({ type: 'email' }, mail)).toBe('email'));
});

describe('an address', () => {
  const at = (value: Answer) => {
    const found = checkField(field({ type: 'address' }), value, context);
    return found && [found.path, found.code];
  };
  test.each<[string, string, unknown]>([
    ['25459', 'Ấp 3', undefined],
    ['ngoai:Nơi khác', 'Ấp 3', undefined],
    ['', 'Ấp 3', ['one.commune', 'address-commune']],
    ['99999', 'Ấp 3', ['one.commune', 'commune']],
    ['ngoai: ', 'Ấp 3', ['one.commune', 'elsewhere']],
    ['99999', ' ', ['one.commune', 'commune']],
    ['25459', ' ', ['one.detail', 'address-detail']],
    ['25459', letters(201), ['one.detail', 'too-long']],
    ['25459', 'a\u0000', ['one.detail', 'characters']],
  ])('%s, %s: %j', (commune, detail, found) => expect(at({ commune, detail })).toEqual(found));
});

describe('what is to pay', () => {
  const fee = (over: Partial<FormFee>): FormFee => ({ amountVnd: 1_000, unit: 'bản', text: 'Lệ phí', ...over });
  const due = (over: Partial<FormFee>, answers: Record<string, Answer>) =>
    feeFor(
      form({
        fee: fee(over),
        pages: [
          page({
            fields: [
              field({ id: 'copies', type: 'number' }),
              field({ id: 'who' }),
              {
                ...{ id: 'docs', type: 'repeat', label: 'G', itemTitle: 'M', required: true, min: 0, max: 9 },
                fields: [field({ id: 'pages', type: 'number' }), field({ id: 'sets', type: 'number' })],
              },
            ],
          }),
        ],
      }),
      answers,
    );
  const perPage = { group: 'docs', pages: 'pages', copies: 'sets', firstPages: 2, nextVnd: 300, mostVnd: 3_000 };

  test('only where it is due, and nothing for whom it is waived', () => {
    const when = { field: 'who', op: 'eq', value: 'me' } as const;
    expect(due({ when }, { who: 'me' })).toEqual({ amountVnd: 1_000, text: 'Lệ phí' });
    expect(due({ when }, { who: 'other' })).toBeUndefined();
    const exemptions = [
      { when, text: 'Được miễn' },
      { when: { field: 'who', op: 'ne', value: 'x' } as const, text: 'Cũng miễn' },
    ];
    expect(due({ exemptions }, { who: 'me' })).toEqual({ amountVnd: 0, text: 'Được miễn' });
    expect(due({ exemptions, amountVnd: null }, { who: 'y' })).toEqual({ amountVnd: 0, text: 'Cũng miễn' });
    expect(due({ exemptions }, { who: 'x' })).toEqual({ amountVnd: 1_000, text: 'Lệ phí' });
    expect(due({ amountVnd: null, perPage }, {})).toEqual({ amountVnd: null, text: 'Lệ phí' });
  });

  test.each<[Answer, number]>([
    [undefined, 0],
    ['ba', 0],
    [-2, 0],
    ['2,9', 2_000],
    [3, 3_000],
    [5_000_000, 1_000_000_000],
  ])('%j copies: %d đồng', (copies, amountVnd) => {
    expect(due({ multiplyBy: 'copies' }, { copies })).toMatchObject({ amountVnd });
  });

  test.each<[Answer, number]>([
    [undefined, 0],
    ['x', 0],
    [[{ pages: 1, sets: 1 }], 1_000],
    [[{ pages: 2, sets: 2 }], 4_000],
    [[{ pages: 4, sets: 1 }], 2_600],
    [[{ pages: 99, sets: 2 }], 6_000],
    [[{ pages: 1, sets: 1 }, { pages: 3, sets: 1 }, { pages: 3 }], 3_300],
  ])('pages %j: %d đồng', (docs, amountVnd) => expect(due({ perPage }, { docs })).toMatchObject({ amountVnd }));
});

test('a form nobody has touched: defaults, and as many empty items as must be there', () => {
  const fields = [field({ id: 'name', default: 'An' }), field({ id: 'note' })];
  const group = { type: 'repeat', label: 'G', itemTitle: 'M', max: 9, fields } as const;
  const fresh = emptyAnswers(
    form({
      pages: [
        page({ fields: [field({ id: 'x', default: 0 }), { ...group, id: 'a', required: true, min: 0 }] }),
        page({
          id: 'b',
          fields: [
            { ...group, id: 'b', required: true, min: 2 },
            { ...group, id: 'c', required: false, min: 2 },
          ],
        }),
      ],
    }),
  );
  expect(fresh).toEqual({ x: 0, a: [{ name: 'An' }], b: [{ name: 'An' }, { name: 'An' }] });
  expect(emptyItem(fields)).toEqual({ name: 'An' });
});
