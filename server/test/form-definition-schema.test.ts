import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walkSchema, type Schema } from '../../contract/forms/schema-walk.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const schema = read('contract/forms/form-definition.schema.json') as Schema;

/** Ours against a full validator: the same verdict on a published definition with any one place changed. */
test('our walk over the schema agrees with ajv', () => {
  const validate = new Ajv2020({ strict: false }).compile(schema);
  const sound = (read('provinces/tay-ninh/procedures/2.000635.json') as { form: unknown }).form;
  const places: (string | number)[][] = [];
  const visit = (value: unknown, path: (string | number)[]): void => {
    places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, member] of Object.entries(value))
      visit(member, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(sound, []);
  const strange = fc.oneof(
    fc.constantFrom(null, '', 'a', 'Ấ', 0, -1, 1.5, true, [], {}, 'today', undefined),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(fc.constantFrom(...places), strange, (path, value) => {
      const json: unknown = replaceAt(sound, path, value);
      const ours = walkSchema(schema, json, schema);
      expect({ json: path, ours: ours === undefined }).toEqual({ json: path, ours: validate(json) });
    }),
    { numRuns: 1500 },
  );
});

function replaceAt(value: unknown, [step, ...rest]: (string | number)[], by: unknown): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaceAt(item, rest, by) : item));
  const record = { ...(value as Record<string, unknown>) };
  record[step] = replaceAt(record[step], rest, by);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
