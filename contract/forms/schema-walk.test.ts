import { describe, expect, test } from 'vitest';
import { walkSchema, type Schema } from './schema-walk.ts';

const walk = (schema: Schema, value: unknown, root: Schema = schema) => walkSchema(schema, value, root);

describe('a value and its schema', () => {
  test.each<[Schema, unknown, string | undefined]>([
    [{}, 'anything', undefined],
    [{ type: 'string' }, 'x', undefined],
    [{ type: 'string' }, 1, '$: must be string'],
    [{ type: ['string', 'null'] }, null, undefined],
    [{ type: ['string', 'null'] }, undefined, '$: must be string or null'],
    [{ type: 'null' }, 0, '$: must be null'],
    [{ type: 'array' }, [], undefined],
    [{ type: 'array' }, {}, '$: must be array'],
    [{ type: 'object' }, {}, undefined],
    [{ type: 'object' }, [], '$: must be object'],
    [{ type: 'object' }, null, '$: must be object'],
    [{ type: 'object' }, 'x', '$: must be object'],
    [{ type: 'integer' }, 3, undefined],
    [{ type: 'integer' }, 3.5, '$: must be integer'],
    [{ type: 'number' }, 3.5, undefined],
    [{ type: 'boolean' }, 'true', '$: must be boolean'],
    [{ enum: ['a', 'b'] }, 'b', undefined],
    [{ enum: ['a', 'b'] }, 'c', '$: must be one of a, b'],
    [{ pattern: '^a+$' }, 'aa', undefined],
    [{ pattern: '^a+$' }, 'ab', '$: must match ^a+$'],
    // One sign, though two halves.
    [{ pattern: '^.$' }, '😀', undefined],
    [{ pattern: '^a+$' }, 5, undefined],
    [{ minimum: 1, maximum: 3 }, 1, undefined],
    [{ minimum: 1, maximum: 3 }, 3, undefined],
    [{ minimum: 1, maximum: 3 }, 0, '$: must be between 1 and 3'],
    [{ minimum: 1 }, 0, '$: must be between 1 and ∞'],
    [{ maximum: 3 }, 4, '$: must be between -∞ and 3'],
    [{ minimum: 1 }, '0', undefined],
    [{ minItems: 1 }, [], '$: needs at least 1'],
    [{ minItems: 1 }, [1], undefined],
    [{ maxItems: 1 }, [1, 2], '$: takes at most 1'],
    [{ maxItems: 1 }, [1], undefined],
    [{ items: { type: 'string' } }, ['a', 'b'], undefined],
    [{ items: { type: 'string' } }, ['a', 1], '$[1]: must be string'],
    [{ required: ['a', 'b'] }, { a: 1 }, '$.b: missing'],
    [{ required: ['toString'] }, {}, '$.toString: missing'],
    [{ required: ['a'] }, { a: undefined }, undefined],
    [{ properties: { a: { type: 'string' } } }, { a: 1 }, '$.a: must be string'],
    [{ properties: { a: {}, b: { type: 'string' } } }, { a: 1, b: 2 }, '$.b: must be string'],
    [{ properties: { a: {} } }, { b: 1 }, undefined],
    [{ properties: { a: {} }, additionalProperties: false }, { a: 1 }, undefined],
    [{ properties: { a: {} }, additionalProperties: false }, { a: 1, b: 1 }, '$.b: nobody reads this'],
    [{ properties: { a: {} }, additionalProperties: false }, { toString: 1 }, '$.toString: nobody reads this'],
    [{ additionalProperties: false }, { a: 1 }, '$.a: nobody reads this'],
    [{ additionalProperties: true }, { a: 1 }, undefined],
    [{ additionalProperties: { type: 'string' } }, { a: 1 }, '$.a: must be string'],
  ])('%j of %j: %s', (schema, value, fault) => expect(walk(schema, value)).toBe(fault));

  test('what is named elsewhere is found there, or said to be missing', () => {
    const root: Schema = { $defs: { name: { type: 'string' } } };
    const named = { properties: { a: { $ref: '#/$defs/name' }, b: { $ref: '#/$defs/none' } } };
    expect(walk(named, { a: 'x' }, root)).toBeUndefined();
    expect(walk(named, { a: 1 }, root)).toBe('$.a: must be string');
    expect(walk(named, { b: 1 }, root)).toBe('$.b: the schema has no #/$defs/none');
    expect(walk({ $ref: '#/$defs/name' }, 1, {})).toBe('$: the schema has no #/$defs/name');
  });
});

describe('one of several shapes', () => {
  const root: Schema = {
    $defs: { circle: { properties: { type: { enum: ['circle'] }, r: { type: 'number' } }, required: ['r'] } },
  };
  const box: Schema = { properties: { type: { enum: ['box', 'square'] }, a: { type: 'number' } }, required: ['a'] };
  const shapes: Schema = { oneOf: [{ $ref: '#/$defs/circle' }, box] };

  test('what says its type is judged as that alone', () => {
    expect(walk(shapes, { type: 'circle', r: 1 }, root)).toBeUndefined();
    expect(walk(shapes, { type: 'square', a: 1 }, root)).toBeUndefined();
    expect(walk(shapes, { type: 'circle', a: 1 }, root)).toBe('$.r: missing');
    expect(walk(shapes, { type: 'square', r: 1 }, root)).toBe('$.a: missing');
    expect(walk(shapes, { type: 'star' }, root)).toBe('$.type: must be one of circle, box, square');
    expect(walk(shapes, {}, root)).toBe('$.type: must be one of circle, box, square');
  });

  test('what says no type fits one, and one only', () => {
    const either: Schema = { oneOf: [{ type: 'string' }, { type: ['number', 'null'] }] };
    expect([walk(either, 'x'), walk(either, 1), walk(either, null)]).toEqual([undefined, undefined, undefined]);
    expect(walk(either, true)).toBe('$: must be string');
    expect(walk({ oneOf: [{ type: 'string' }, { enum: ['x'] }] }, 'x')).toBe('$: fits more than one shape');
    expect(walk({ oneOf: [{ $ref: '#/$defs/circle' }, { type: 'null' }] }, { type: 'star', r: 'x' }, root)).toBe(
      '$.type: must be one of circle',
    );
    expect(walk(shapes, 5, root)).toBe('$: fits more than one shape');
  });

  test('the shape that got furthest says what is wrong', () => {
    const nested: Schema = {
      oneOf: [{ required: ['x'] }, { properties: { list: { items: { type: 'string' } } } }, { required: ['y'] }],
    };
    expect(walk(nested, { list: ['a', 1] })).toBe('$.list[1]: must be string');
    expect(walk({ oneOf: [...(nested.oneOf ?? [])].reverse() }, { list: ['a', 1] })).toBe('$.list[1]: must be string');
  });
});
