import fc from 'fast-check';

type Schema = { readonly [key: string]: unknown };

const ANYTHING = fc.jsonValue({ maxDepth: 2 });
const NASTY = fc.constantFrom(
  '',
  '\0',
  '\ud800',
  '%',
  "'; drop table accounts; --",
  '../../etc/passwd',
  'ễ'.repeat(300),
  '١٢٣',
  '-1',
  '1e999',
);

function refTo(ref: string, document: Schema): Schema {
  return ref
    .slice(2)
    .split('/')
    .reduce<Schema>((schema, key) => schema[key] as Schema, document);
}

function exact(schema: Schema, document: Schema): fc.Arbitrary<unknown> {
  if (typeof schema['$ref'] === 'string') return exact(refTo(schema['$ref'], document), document);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if (schema['format'] === 'uuid') return fc.uuid();
  if (typeof schema['pattern'] === 'string') {
    // fast-check knows no look-ahead; the one pattern that has it is that of an in-app path.
    return schema['pattern'].includes('(?!')
      ? fc.stringMatching(/^\/[a-z0-9/?=-]{0,80}$/)
      : fc.stringMatching(new RegExp(schema['pattern']));
  }
  switch (schema['type']) {
    case 'string':
      return fc.string({ unit: 'grapheme', maxLength: 40 });
    case 'integer':
      return fc.integer({ min: -1, max: 200 });
    case 'array':
      return fc.array(exact(schema['items'] as Schema, document), { maxLength: 3 });
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
      const members = Object.fromEntries(properties.map(([key, inner]) => [key, arbitraryInput(inner, document)]));
      return schema['additionalProperties'] === true
        ? fc.dictionary(fc.string(), ANYTHING, { maxKeys: 4 })
        : fc.record(members);
    }
    default:
      return ANYTHING;
  }
}

/** Values a schema of the contract allows, and now and then something wild. */
export function arbitraryInput(schema: Schema, document: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 8, arbitrary: exact(schema, document) },
    { weight: 1, arbitrary: ANYTHING },
    { weight: 1, arbitrary: NASTY },
  );
}
