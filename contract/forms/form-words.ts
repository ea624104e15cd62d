import type { FormDefinition } from './definition.ts';

/** Members of a definition that a person reads. */
const readable: ReadonlySet<string> = new Set([
  ...['title', 'label', 'hint', 'unit', 'itemTitle', 'patternWords', 'name', 'note', 'text', 'question', 'stop'],
]);

/** The same form in another language, as far as its author wrote it; ids, rules and answers are untouched. */
export function formIn(form: FormDefinition, language: 'vi' | 'en'): FormDefinition {
  const { english } = form;
  if (language === 'vi' || english === undefined) return form;
  const known = new Map(Object.entries(english));
  const rest = { ...form };
  delete rest.english;
  return mapWords(rest, (word) => known.get(word) ?? word) as FormDefinition;
}

/** Everything a person reads, with its place; the words of `lists` (names of peoples, countries) need no English. */
export function wordsOf(form: FormDefinition): { path: string; word: string }[] {
  const rest: Partial<FormDefinition> = { ...form };
  delete rest.lists;
  delete rest.english;
  const found: { path: string; word: string }[] = [];
  mapWords(rest, (word, path) => {
    found.push({ path, word });
    return word;
  });
  return found;
}

function mapWords(value: unknown, change: (word: string, path: string) => string, path = '$'): unknown {
  if (Array.isArray(value)) return value.map((item, index) => mapWords(item, change, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: [string, unknown]) => {
      const at = `${path}.${name}`;
      return [
        name,
        typeof member === 'string' && readable.has(name) ? change(member, at) : mapWords(member, change, at),
      ];
    }),
  );
}
