import { describe, expect, test } from 'vitest';
import type { FormPaper } from './index.ts';
import { readDefinition } from './read-definition.ts';
import { choice, field, fields, form, isA, isB, moves, page, perPage } from './testing/forms-fixture.ts';

const question = (over: object) => ({
  id: 'q',
  question: 'Câu hỏi?',
  answers: [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B', stop: 'Không phải.' },
  ],
  ...over,
});
const paper = (over: Partial<FormPaper>): FormPaper => ({
  ...{ id: 'giay', name: 'Giấy', handling: 'upload', required: true, maxFiles: 1 },
  ...over,
});
const english = {
  'Một tờ khai': 'A form',
  'Một trang': 'A page',
  'Một ô': 'A box',
  'Tôi cam đoan đúng sự thật.': 'I declare it is true.',
};

/** What an author may get wrong, and the place and reason they are told. */
const table: [string, unknown, string][] = [
  [
    'a move from itself',
    { migrates: [{ from: '2026-11-01.1', rename: {} }] },
    '$.migrates[0].from: 2026-11-01.1 is this',
  ],
  ['a move to nothing', moves({ old: 'x' }), '$.migrates[0].rename.old: no field x'],
  [
    'two moved to one',
    moves({ old: 'one', older: 'one' }),
    '$.migrates[0].rename.older: one has an older answer already',
  ],
  ['a move out of its group', moves({ 'g.old': 'one' }), '$.migrates[0].rename.g.old: one is not inside a group'],
  ['an unknown component', fields(field({ type: 'slider' as 'text' })), '$.pages[0].fields[0].type: must be one of'],
  ['a condition on nothing', fields(field({ when: { ...isA, field: 'x' } })), '[0].when.field: no field x before this'],
  ['a list that is missing', fields(field({ type: 'select', list: 'l' })), '$.pages[0].fields[0].list: no list l'],
  ['an id twice', fields(field({}), field({})), '$.pages[0].fields[1].id: one is taken'],
  ['a page id twice', { pages: [page({}), page({})] }, '$.pages[1].id: trang is taken'],
  [
    'two that wait for each other',
    fields(choice({ when: { ...isA, field: 'two' } }), choice({ id: 'two', when: isA })),
    '$.pages[0].fields[0].when.field: two does not come before this; conditions look back',
  ],
  ['one that waits for itself', fields(choice({ when: isA })), '[0].when.field: one does not come before this'],
  [
    'a page nobody reaches',
    {
      pages: [
        page({ fields: [choice()] }),
        page({ id: 'hai', when: { all: [isA, isB] }, fields: [field({ id: 'x' })] }),
      ],
    },
    '$.pages[1].when: no answers lead to this page',
  ],
  [
    'a field behind one that is hidden then',
    fields(
      choice(),
      choice({ id: 'two', when: isA }),
      field({ id: 'x', when: { all: [isB, { ...isA, field: 'two' }] } }),
    ),
    '$.pages[0].fields[2].when: no answers lead to this field',
  ],
  [
    'a number beyond what may be written',
    fields(field({ type: 'number', max: 5 }), field({ id: 'x', when: { field: 'one', op: 'gt', value: 5 } })),
    '$.pages[0].fields[1].when: no answers lead to this field',
  ],
  [
    'a paper never asked for',
    { ...fields(choice()), papers: [paper({ when: { all: [isA, isB] } })] },
    '$.papers[0].when: no answers ask for this paper',
  ],
  [
    'a pattern that is none',
    fields(field({ pattern: '[', patternWords: 'x' })),
    '$.pages[0].fields[0].pattern: Invalid',
  ],
  [
    'a pattern without words',
    fields(field({ pattern: 'a' })),
    '$.pages[0].fields[0].patternWords: goes with a pattern',
  ],
  [
    'a pattern on a date',
    fields(field({ type: 'date', pattern: 'a', patternWords: 'x' })),
    '.pattern: a date has its own',
  ],
  ['least above most', fields(field({ type: 'number', min: 2, max: 1 })), '$.pages[0].fields[0].min: more than max'],
  ['a year that should be a year', fields(field({ type: 'date', precision: ['year'] })), '.precision: a year alone'],
  [
    'a value a list does not have',
    {
      ...fields(field({ type: 'select', list: 'l' }), field({ id: 'x', when: isB })),
      lists: { l: [{ value: 'a', label: 'A' }] },
    },
    '$.pages[0].fields[1].when.value: one is never b',
  ],
  ['no Vietnamese', { title: '' }, '$.title: must match'],
  ['no Vietnamese for an option', fields(choice({ options: [{ value: 'a' } as never] })), '.options[0].label: missing'],
  ['no English for a label', { english: { ...english, 'Một ô': undefined } }, '.label: no English for “Một ô”'],
  ['empty English', { english: { ...english, 'Một ô': '' } }, '$.english.Một ô: must match'],
  ['English for what is not said', { english: { ...english, Hai: 'Two' } }, '$.english: the form never says “Hai”'],
  [
    'two statements of one name',
    { declaration: [1, 2].map(() => ({ id: 'a', label: 'A', required: true })) },
    '$.declaration[1].id',
  ],
  [
    'another person’s page filled in',
    { pages: [page({ about: 'subject', fields: [field({ type: 'idNumber', prefill: 'verified.idNumber' })] })] },
    '$.pages[0].fields[0].prefill: nobody',
  ],
  [
    'the same again of what comes later',
    fields(field({ id: 'one', sameAs: { field: 'two' } }), field({ id: 'two' })),
    '$.pages[0].fields[0].sameAs.field: no text two',
  ],
  [
    'the same again of another type',
    fields(field({ id: 'one', type: 'phone' }), field({ id: 'two', sameAs: { field: 'one' } })),
    '$.pages[0].fields[1].sameAs.field: no text one',
  ],
  [
    'the same again, of one’s own, for another person',
    {
      pages: [
        page({ fields: [field({ id: 'one' })] }),
        page({ id: 'b', about: 'subject', fields: [field({ id: 'two', sameAs: { field: 'one' } })] }),
      ],
    },
    '$.pages[1].fields[0].sameAs: nobody',
  ],
  [
    'two subjects',
    { pages: [page({ about: 'subject' }), page({ id: 'b', about: 'subject', fields: [field({ id: 'x' })] })] },
    '$.pages[1].about: trang',
  ],
  [
    'a check nobody passes',
    { check: [question({ answers: ['a', 'b'].map((value) => ({ value, label: value, stop: 'x' })) })] },
    '$.check[0].answers: nobody could go on',
  ],
  [
    'a check with an answer twice',
    { check: [question({ answers: ['a', 'a'].map((value) => ({ value, label: value })) })] },
    '$.check[0].answers: a value',
  ],
  ['a check question twice', { check: [question({}), question({})] }, '$.check[1].id: q is taken'],
  [
    'a check that looks ahead',
    { check: [question({ when: { ...isA, field: 'r' } }), question({ id: 'r' })] },
    '$.check[0].when.field: r does not',
  ],
  [
    'a check on an answer that is none',
    { check: [question({}), question({ id: 'r', when: { ...isA, field: 'q', value: 'c' } })] },
    '$.check[1].when.value: q is never c',
  ],
  [
    'a way that leads back here',
    {
      check: [
        question({
          answers: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B', stop: 'x', instead: '1.001193' },
          ],
        }),
      ],
    },
    '$.check[0].answers[1].instead: is this procedure',
  ],
  [
    'a way without a reason',
    {
      check: [
        question({
          answers: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B', instead: '2.000635' },
          ],
        }),
      ],
    },
    '$.check[0].answers[1].instead: goes with a stop',
  ],
  [
    'a fee by the page of no group',
    { fee: { amountVnd: 1, unit: 'trang', text: 'x', perPage } },
    '$.fee.perPage.group: g is no group',
  ],
  [
    'a fee by pages that are no number',
    {
      ...fields({
        id: 'g',
        type: 'repeat',
        label: 'G',
        required: true,
        min: 1,
        max: 2,
        itemTitle: 'M',
        fields: [field({ id: 'p' })],
      }),
      fee: { amountVnd: 1, unit: 'trang', text: 'x', perPage },
    },
    '$.fee.perPage.pages: p is no number of g',
  ],
  [
    'an exemption from nothing',
    { fee: { amountVnd: 1, unit: 'x', text: 'x', exemptions: [{ when: { ...isA, field: 'x' }, text: 'x' }] } },
    '$.fee.exemptions[0].when',
  ],
];

describe('a definition that is wrong is refused with place and reason', () => {
  test.each(table)('%s', (_, over, fault) => {
    const read = readDefinition(JSON.parse(JSON.stringify({ ...form({}), ...(over as object) })));
    expect('fault' in read ? read.fault : 'no fault').toContain(fault);
    expect('fault' in read && read.fault).toMatch(/^\$/);
  });

  test('the same without the fault is taken', () => {
    for (const right of [
      { english },
      { check: [question({})] },
      { ...fields(choice(), field({ id: 'x', when: isA })), papers: [paper({ when: isB })] },
      fields(field({ type: 'number', max: 6 }), field({ id: 'x', when: { field: 'one', op: 'gt', value: 5 } })),
      fields(field({ pattern: '[0-9]{4}', patternWords: 'Ghi 4 chữ số.' })),
      fields(field({ type: 'date', precision: ['month'] })),
    ]) {
      expect(readDefinition({ ...form({}), ...right })).toHaveProperty('form');
    }
  });
});
