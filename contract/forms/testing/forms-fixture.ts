import { readFileSync } from 'node:fs';
import type { Field, FormDefinition, FormPage, PlainField, RuleContext } from '../index.ts';
import { readDefinition } from '../read-definition.ts';

/** Monday; communes of the fixture have five digits beginning with 25. */
export const context: RuleContext = { today: '2026-11-23', isCommune: (code) => /^25\d{3}$/.test(code) };

export function field(over: Partial<PlainField>): PlainField {
  return { id: 'one', type: 'text', label: 'Một ô', required: true, ...over };
}

export function page(over: Partial<FormPage>): FormPage {
  return { id: 'trang', title: 'Một trang', fields: [field({})], ...over };
}

export function form(over: Partial<FormDefinition>): FormDefinition {
  return {
    procedureCode: '1.001193',
    version: '2026-11-01.1',
    title: 'Một tờ khai',
    sample: true,
    pages: [page({})],
    papers: [],
    declaration: [{ id: 'trueStatement', label: 'Tôi cam đoan đúng sự thật.', required: true }],
    lists: {},
    ...over,
  };
}

/** A choice of "a" and "b". */
export const choice = (over: Partial<PlainField> = {}): PlainField =>
  field({
    type: 'radio',
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
    ...over,
  });

export const isA = { field: 'one', op: 'eq', value: 'a' } as const;
export const isB = { field: 'one', op: 'eq', value: 'b' } as const;

/** A form of one page with these fields, right or wrong. */
export const fields = (...all: unknown[]): Partial<FormDefinition> => ({ pages: [page({ fields: all as Field[] })] });

/** A form that takes up what was written in an older one. */
export const moves = (rename: Record<string, string>) => ({ migrates: [{ from: '2026-01-01.1', rename }] });

/** A fee by the page. */
export const perPage = { group: 'g', pages: 'p', copies: 'c', firstPages: 2, nextVnd: 1, mostVnd: 9 };

/** A procedure as Tây Ninh publishes it. */
export function published(code: string, province = 'tay-ninh'): FormDefinition {
  const path = new URL(`../../../provinces/${province}/procedures/${code}.json`, import.meta.url);
  const read = readDefinition((JSON.parse(readFileSync(path, 'utf8')) as { form: unknown }).form);
  if ('fault' in read) throw new Error(`${code}: ${read.fault}`);
  return read.form;
}
