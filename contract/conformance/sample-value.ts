import { randomUUID } from 'node:crypto';
import { resolve, type Schema } from './contract-document.ts';

/** Letters that most patterns of a contract are made of; which of them one takes is found by trying. */
const LETTERS = ['A', '1', 'a', '-', 'x', '0', 'Z', '9', 'b'];

/** Parts of a pattern: a literal, a class or an escape, with how often it comes. */
const PART = /\\?(\[(?:\\.|[^\]])*\]|\\.|[^\\[{}()*+?|^$])(\{(\d+)(?:,\d*)?\}|[*+?])?/g;

/** What may be left out is, and of a choice the first is taken. */
const withoutGroups = (pattern: string): string =>
  pattern.replace(/\((?:\?:)?[^()]*\)[*?]/g, '').replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)(?![*+?{])/g, '$1');

/** A text a pattern takes, for patterns without groups in groups; else nothing. */
function textLike(pattern: string): string | undefined {
  const plain = withoutGroups(pattern);
  if (/[()|]/.test(plain)) return undefined;
  let text = '';
  for (const [, part = '', often, least] of plain.matchAll(PART)) {
    const letter = [part, ...LETTERS].find((one) => one.length === 1 && new RegExp(`^(?:${part})$`).test(one));
    if (letter === undefined) return undefined;
    const times = least === undefined ? (often === '*' || often === '?' ? 0 : 1) : Number(least);
    text += letter.repeat(times);
  }
  return new RegExp(pattern).test(text) ? text : undefined;
}

function sampleText(schema: Schema): string | undefined {
  const today = new Date().toISOString();
  const byFormat: Readonly<Record<string, () => string>> = {
    uuid: randomUUID,
    date: () => today.slice(0, 10),
    'date-time': () => today,
    email: () => 'nobody@example.org',
    uri: () => 'https://example.org/',
  };
  const written = byFormat[String(schema['format'])]?.();
  if (written !== undefined) return written;
  if (typeof schema['pattern'] === 'string') return textLike(schema['pattern']);
  const least = Number(schema['minLength'] ?? 1);
  return 'conformance'.padEnd(least, '-').slice(0, Math.max(least, Math.min(Number(schema['maxLength'] ?? 11), 11)));
}

function sampleNumber(schema: Schema): number {
  const least = schema['minimum'] ?? schema['exclusiveMinimum'];
  const most = schema['maximum'];
  return typeof least === 'number' ? least : typeof most === 'number' ? Math.min(0, most) : 0;
}

function sampleObject(schema: Schema): unknown {
  const properties = (schema['properties'] ?? {}) as Record<string, Schema>;
  const wanted = (schema['required'] ?? []) as string[];
  const members = wanted.map((name) => [name, sampleValue(properties[name] ?? {})] as const);
  return members.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(members);
}

/**
 * The smallest value a schema allows: what must be there and nothing else. Undefined where none can be made from the schema
 * alone (a pattern with groups in groups, for instance).
 */
export function sampleValue(part: Schema): unknown {
  const schema = resolve(part);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return (schema['enum'] as unknown[])[0];
  const choices = (schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined;
  if (choices?.[0]) return sampleValue(choices[0]);
  const type = Array.isArray(schema['type']) ? (schema['type'] as string[])[0] : schema['type'];
  switch (type) {
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return sampleNumber(schema);
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'array': {
      const items = Array.from({ length: Number(schema['minItems'] ?? 0) }, () =>
        sampleValue((schema['items'] ?? {}) as Schema),
      );
      return items.includes(undefined) ? undefined : items;
    }
    default:
      return sampleObject(schema);
  }
}
