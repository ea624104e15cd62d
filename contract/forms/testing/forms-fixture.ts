import { readFileSync } from 'node:fs';
import type { FormDefinition, FormPage, PlainField, RuleContext } from '../index.ts';
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

/** A procedure as Tây Ninh publishes it. */
export function published(code: string, province = 'tay-ninh'): FormDefinition {
  const path = new URL(`../../../provinces/${province}/procedures/${code}.json`, import.meta.url);
  const read = readDefinition((JSON.parse(readFileSync(path, 'utf8')) as { form: unknown }).form);
  if ('fault' in read) throw new Error(`${code}: ${read.fault}`);
  return read.form;
}
