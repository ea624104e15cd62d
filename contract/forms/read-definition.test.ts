import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { FormDefinition } from './index.ts';
import { readDefinition } from './read-definition.ts';
import { field, form, page, published } from './testing/forms-fixture.ts';

const faultOf = (over: Partial<FormDefinition>): string | undefined => {
  const read = readDefinition(form(over));
  return 'fault' in read ? read.fault : undefined;
};

describe('published procedures', () => {
  const provinces = new URL('../../provinces/', import.meta.url);
  const files = readdirSync(provinces).flatMap((id) =>
    readdirSync(new URL(`${id}/procedures/`, provinces)).map((name) => `${id}/procedures/${name}`),
  );

  test.each(files)('%s', (name) => {
    const { guide, form: definition } = JSON.parse(readFileSync(new URL(name, provinces), 'utf8')) as {
      guide: { code: string; formVersion: string; papers: { id: string }[] };
      form: FormDefinition;
    };
    expect(readDefinition(definition)).toEqual({ form: definition });
    expect(definition.procedureCode).toBe(guide.code);
    expect(definition.version).toBe(guide.formVersion);
    expect(definition.sample).toBe(true);
    // Every paper the form asks for is announced by the guide.
    const announced = guide.papers.map(({ id }) => id);
    expect(definition.papers.filter(({ id }) => !announced.includes(id))).toEqual([]);
  });

  test('there are 54 peoples and one line for foreigners', () => {
    expect(published('1.001193').lists['dan-toc']).toHaveLength(55);
    expect(published('1.001193').lists['quoc-tich']?.[0]).toEqual({ value: 'VN', label: 'Việt Nam' });
  });
});

describe('a definition that is wrong says where', () => {
  test.each<[string, Partial<FormDefinition>, RegExp]>([
    [
      'a condition that looks ahead',
      { pages: [page({ fields: [field({ when: { field: 'two', op: 'eq', value: '1' } }), field({ id: 'two' })] })] },
      /^\$\.pages\[0\]\.fields\[0\]\.when\.field: two does not come before this/,
    ],
    [
      'a field of that name twice',
      { pages: [page({ fields: [field({}), field({})] })] },
      /fields\[1\]\.id: one is taken/,
    ],
    ['a page called as our own steps', { pages: [page({ id: 'review' })] }, /pages\[0\]\.id: review is taken/],
    ['a choice of nothing', { pages: [page({ fields: [field({ type: 'radio' })] })] }, /needs options/],
    [
      'a list nobody wrote',
      { pages: [page({ fields: [field({ type: 'select', list: 'dan-toc' })] })] },
      /no list dan-toc/,
    ],
    [
      'a default not offered',
      { pages: [page({ fields: [field({ type: 'radio', options: [{ value: 'a', label: 'A' }], default: 'b' })] })] },
      /default/,
    ],
    [
      'a date that is none',
      { pages: [page({ fields: [field({ type: 'date', notAfter: '2026-02-30' })] })] },
      /is no date/,
    ],
    [
      'a value no answer has',
      {
        pages: [
          page({
            fields: [
              field({ type: 'radio', options: [{ value: 'a', label: 'A' }] }),
              field({ id: 'two', when: { field: 'one', op: 'eq', value: 'b' } }),
            ],
          }),
        ],
      },
      /one is never b/,
    ],
    ['a fee times a text', { fee: { amountVnd: 1, unit: 'bản', multiplyBy: 'one', text: 'x' } }, /multiplyBy/],
    [
      'two papers of one name',
      { papers: [1, 2].map(() => ({ id: 'a', name: 'A', handling: 'upload' as const, required: true, maxFiles: 1 })) },
      /papers\[1\]\.id/,
    ],
    ['a wrong code', { procedureCode: '1193' }, /^\$\.procedureCode: must match/],
    ['no page', { pages: [] }, /^\$\.pages: needs at least 1/],
    ['a field nobody reads', { ...{ colour: 'red' } } as Partial<FormDefinition>, /^\$\.colour: nobody reads this/],
  ])('%s', (_, over, fault) => expect(faultOf(over)).toMatch(fault));

  test('a group: items checked like pages', () => {
    const group = { id: 'g', type: 'repeat' as const, label: 'G', required: true, min: 1, max: 2, itemTitle: 'Mục' };
    expect(
      faultOf({
        pages: [
          page({
            fields: [
              { ...group, fields: [field({}), field({ id: 'b', when: { field: 'one', op: 'eq', value: 'x' } })] },
            ],
          }),
        ],
      }),
    ).toBeUndefined();
    expect(faultOf({ pages: [page({ fields: [{ ...group, min: 3, fields: [field({})] }] })] })).toMatch(
      /min: more than max/,
    );
    expect(
      faultOf({
        pages: [page({ fields: [{ ...group, fields: [field({ when: { field: 'g', op: 'eq', value: 'x' } })] }] })],
      }),
    ).toMatch(/g does not come before this/);
  });

  test('what is no definition at all', () => {
    for (const json of [null, undefined, 1, 'x', [], {}]) expect(readDefinition(json)).toHaveProperty('fault');
  });
});
