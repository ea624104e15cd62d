/** The part of JSON Schema 2020-12 that form-definition.schema.json uses; anything else in a schema is refused. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: readonly unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema | undefined>;
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  $defs?: Record<string, Schema>;
}

/** The first fault as `$.pages[0].id: …`, or undefined. Small on purpose: a validator package would be 30 KB. */
export function walkSchema(schema: Schema, value: unknown, root: Schema, path = '$'): string | undefined {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target === undefined ? `${path}: the schema has no ${schema.$ref}` : walkSchema(target, value, root, path);
  }
  if (schema.oneOf !== undefined) return walkOneOf(schema.oneOf, value, root, path);
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(type, value))) {
    return `${path}: must be ${[schema.type].flat().join(' or ')}`;
  }
  if (schema.enum !== undefined && !schema.enum.includes(value))
    return `${path}: must be one of ${schema.enum.join(', ')}`;
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    return `${path}: must match ${schema.pattern}`;
  }
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) {
    return `${path}: must be between ${schema.minimum ?? '-∞'} and ${schema.maximum ?? '∞'}`;
  }
  if (Array.isArray(value)) return walkItems(schema, value, root, path);
  return isRecord(value) ? walkMembers(schema, value, root, path) : undefined;
}

function walkOneOf(branches: Schema[], value: unknown, root: Schema, path: string): string | undefined {
  const kinds = branches.map((branch) => resolve(branch, root).properties?.['type']?.enum);
  if (isRecord(value) && kinds.every((kind) => kind !== undefined)) {
    // What says its type is judged as that alone.
    const branch = branches[kinds.findIndex((kind) => kind.includes(value['type']))];
    if (branch !== undefined) return walkSchema(branch, value, root, path);
    return `${path}.type: must be one of ${kinds.flat().join(', ')}`;
  }
  const faults = branches.map((branch) => walkSchema(branch, value, root, path));
  const fitting = faults.filter((fault) => fault === undefined).length;
  if (fitting === 1) return undefined;
  if (fitting > 1) return `${path}: fits more than one shape`;
  // The branch that got furthest tells most.
  const texts = faults.filter((fault) => fault !== undefined);
  return texts.sort((a, b) => b.indexOf(':') - a.indexOf(':'))[0];
}

function resolve(schema: Schema, root: Schema): Schema {
  return schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {});
}

function walkItems(schema: Schema, items: unknown[], root: Schema, path: string): string | undefined {
  if (items.length < (schema.minItems ?? 0)) return `${path}: needs at least ${schema.minItems ?? 0}`;
  if (items.length > (schema.maxItems ?? Infinity)) return `${path}: takes at most ${schema.maxItems ?? 0}`;
  for (const [index, item] of items.entries()) {
    const fault = schema.items && walkSchema(schema.items, item, root, `${path}[${index}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function walkMembers(schema: Schema, value: Record<string, unknown>, root: Schema, path: string): string | undefined {
  const missing = schema.required?.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${path}.${missing}: missing`;
  for (const [name, member] of Object.entries(value)) {
    const known = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const rule = known ?? schema.additionalProperties;
    if (rule === false) return `${path}.${name}: nobody reads this`;
    const fault = typeof rule === 'object' ? walkSchema(rule, member, root, `${path}.${name}`) : undefined;
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
