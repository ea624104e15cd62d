import { beforeAll, describe, expect, test } from 'vitest';
import type { Answers, Field, FormDefinition, PlainField } from '@dvc/contract/forms';
import type { Language } from '#lib/texts';
import { answersInWords, oldAnswerInWords } from './answers-in-words';
import { communeIndex, type CommuneIndex } from './communes';

const options = [
  { value: 'co', label: 'Có' },
  { value: 'khong', label: 'Không' },
];
const plain = (over: Partial<PlainField>): PlainField => ({
  ...{ id: 'one', type: 'text', label: 'Một ô', required: true },
  ...over,
});
const people: Field = {
  ...{ id: 'people', type: 'repeat', label: 'Những người', itemTitle: 'Người', required: false, min: 0, max: 3 },
  fields: [
    plain({ id: 'name', label: 'Họ tên' }),
    plain({ id: 'job', label: 'Nghề', required: false }),
    plain({ id: 'born', type: 'date', label: 'Ngày sinh', required: false }),
    plain({ id: 'phone', label: 'Điện thoại', when: { field: 'job', op: 'eq', value: 'thợ' } }),
  ],
};
const formOf = (...fields: Field[]): FormDefinition => ({
  ...{
    procedureCode: '1.001193',
    version: '2026-11-01.1',
    title: 'Tờ khai',
    sample: true,
    papers: [],
    declaration: [],
  },
  pages: [{ id: 'trang', title: 'Một trang', fields }],
  lists: { muc: options },
});

let communes: CommuneIndex;
beforeAll(async () => {
  communes = await communeIndex();
});

const lines = (fields: Field[], answers: Answers, language: Language = 'vi') =>
  answersInWords(answers, { form: formOf(...fields), communes, language }).flatMap((block) => block.lines);
const words = (over: Partial<PlainField>, one: Answers[string], language: Language = 'vi'): string | undefined =>
  lines([plain(over)], { one }, language)[0]?.value;

describe('answers read back', () => {
  test('page by page, under their labels', () => {
    const form: FormDefinition = {
      ...formOf(),
      pages: [
        { id: 'a', title: 'Trang đầu', fields: [plain({}), plain({ id: 'two', label: 'Hai' })] },
        {
          ...{ id: 'b', title: 'Ẩn', when: { field: 'one', op: 'eq', value: 'x' } },
          fields: [plain({ id: 'three' })],
        },
      ],
    };
    expect(answersInWords({ one: ' An  Bình ', two: 'y', three: 'z' }, { form, communes, language: 'vi' })).toEqual([
      {
        pageId: 'a',
        title: 'Trang đầu',
        lines: [
          { path: 'one', label: 'Một ô', value: 'An Bình' },
          { path: 'two', label: 'Hai', value: 'y' },
        ],
      },
    ]);
  });

  test('what is missing is said where it must be there, and left out where it need not', () => {
    expect(words({}, '')).toBe('Chưa ghi');
    expect(words({}, undefined, 'en')).toBe('Not filled in');
    expect(lines([plain({ required: false })], {})).toEqual([]);
  });

  test.each<[Partial<PlainField>, Answers[string], string]>([
    [{ type: 'radio', options }, 'co', 'Có'],
    [{ type: 'yesNo', options }, 'khong', 'Không'],
    [{ type: 'select', list: 'muc' }, 'khong', 'Không'],
    [{ type: 'select', list: 'muc' }, 'strange', 'strange'],
    [{ type: 'commune' }, '25459', 'Phường Tân Ninh'],
    [{ type: 'commune' }, '99999', '99999'],
    [{ type: 'commune' }, 'ngoai:Phường Sài Gòn', 'Phường Sài Gòn'],
    [{ type: 'address' }, { commune: '25459', detail: 'Ấp 3' }, 'Ấp 3, Phường Tân Ninh'],
    [{ type: 'date' }, '2026-11-26', 'thứ\u00a0năm, 26/11/2026'],
    [{ type: 'date' }, '2026-11-', 'tháng 11/2026'],
    [{ type: 'date' }, '1948--', 'năm 1948'],
    [{ type: 'date' }, 'hôm qua', 'hôm qua'],
    [{ type: 'phone' }, '0912345678', '0912 345 678'],
    [{ type: 'money' }, '1.250.000', '1.250.000 đồng'],
    [{ type: 'money' }, 999, '999 đồng'],
    [{ type: 'number' }, 12, '12'],
    [{ type: 'number', unit: 'tầng' }, 1234, '1.234\u00a0tầng'],
    [{ type: 'area', unit: 'm²' }, '120,25', '120,25\u00a0m²'],
    [{ type: 'text', unit: 'm²' }, '1234', '1234'],
    [{ type: 'year' }, '1998', '1998'],
    [{ type: 'year' }, 1998, '1998'],
    [{ type: 'text' }, [{ x: '1' }], ''],
  ])('%j, %j: %s', (over, answer, said) => expect(words(over, answer)).toBe(said));

  test('in English, dates and missing years too', () => {
    expect(words({ type: 'date' }, '2026-11-26', 'en')).toBe('Thursday, 26/11/2026');
    expect(words({ type: 'date' }, '1948--', 'en')).toBe('1948');
  });

  test('a group item by item, with what each shows', () => {
    const answers = {
      people: [
        { name: 'An', job: 'thợ', phone: '1' },
        { job: 'x', phone: '2' },
      ],
    };
    expect(lines([people], answers)).toEqual([
      { path: 'people.0.name', label: 'Người 1: họ tên', value: 'An' },
      { path: 'people.0.job', label: 'Người 1: nghề', value: 'thợ' },
      { path: 'people.0.phone', label: 'Người 1: điện thoại', value: '1' },
      { path: 'people.1.name', label: 'Người 2: họ tên', value: 'Chưa ghi' },
      { path: 'people.1.job', label: 'Người 2: nghề', value: 'x' },
    ]);
  });

  test('a group of nobody is missing only where somebody is asked for', () => {
    expect(lines([people], {})).toEqual([]);
    expect(lines([{ ...people, required: true }], { people: 'x' })).toEqual([
      { path: 'people', label: 'Những người', value: 'Chưa ghi' },
    ]);
  });
});

describe('an answer of an older form', () => {
  const form = (): FormDefinition => formOf(plain({ type: 'date', label: 'Ngày' }), people);
  const old = (path: string, value: unknown, of: FormDefinition | undefined = form()) =>
    oldAnswerInWords({ path, value }, { form: of, communes, language: 'vi' });

  test('in the words of that form', () => {
    expect(old('one', '1948--')).toEqual({ path: 'one', label: 'Ngày', value: 'năm 1948' });
    expect(old('people.1.name', 'An')).toEqual({ path: 'people.1.name', label: 'Người 2, Họ tên', value: 'An' });
    expect(old('people.0.born', '1948--').value).toBe('năm 1948');
  });

  test('as typed where that form has no words for it', () => {
    expect(old('gone', 'x')).toEqual({ path: 'gone', label: 'Câu trả lời cũ', value: 'x' });
    expect(old('people.0.gone', 5)).toEqual({ path: 'people.0.gone', label: 'Những người', value: '5' });
    expect(old('people', [{ name: 'An' }])).toMatchObject({ label: 'Những người', value: '[{"name":"An"}]' });
    expect(old('gone', undefined).value).toBe('');
    expect(
      oldAnswerInWords(
        { path: 'one', value: { commune: '', detail: 'x' } },
        { form: undefined, communes, language: 'en' },
      ),
    ).toEqual({ path: 'one', label: 'Earlier answer', value: '{"commune":"","detail":"x"}' });
  });
});
