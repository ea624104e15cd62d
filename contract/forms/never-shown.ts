import type { Answer, Answers } from './answers.ts';
import { holds } from './conditions.ts';
import type { Condition, FormDefinition, Option, PlainField } from './definition.ts';

/** More ways of answering than these are not tried: such a condition is believed. */
const MOST_WAYS = 20_000;

interface Asked {
  field: PlainField;
  /** All of these must hold for the field to be shown. */
  when: Condition[];
}

/** Pages, fields and papers no answers lead to: conditions that contradict each other, or what they look at. */
export function* neverShown(form: FormDefinition): Generator<string> {
  const asked = new Map<string, Asked>();
  for (const [index, page] of form.pages.entries()) {
    const ofPage = page.when === undefined ? [] : [page.when];
    if (!canHold(ofPage, asked, form)) yield `$.pages[${index}].when: no answers lead to this page`;
    for (const [place, field] of page.fields.entries()) {
      const when = field.when === undefined ? ofPage : [...ofPage, field.when];
      const path = `$.pages[${index}].fields[${place}].when`;
      if (field.when !== undefined && !canHold(when, asked, form)) yield `${path}: no answers lead to this field`;
      if (field.type !== 'repeat') asked.set(field.id, { field, when });
    }
  }
  for (const [index, { when }] of form.papers.entries()) {
    if (when !== undefined && !canHold([when], asked, form))
      yield `$.papers[${index}].when: no answers ask for this paper`;
  }
}

/** Tries every way of answering the questions these conditions depend on, in the form's order. */
function canHold(conditions: Condition[], asked: ReadonlyMap<string, Asked>, form: FormDefinition): boolean {
  const all: Condition[] = [];
  const needed = new Set<string>();
  const look = (condition: Condition): void => {
    all.push(condition);
    if ('all' in condition) condition.all.forEach(look);
    else if ('any' in condition) condition.any.forEach(look);
    else if (!needed.has(condition.field)) {
      needed.add(condition.field);
      asked.get(condition.field)?.when.forEach(look);
    }
  };
  conditions.forEach(look);
  const chain = [...asked.values()].filter(({ field }) => needed.has(field.id));
  const ways = chain.map(({ field }) => waysToAnswer(field, all, form.lists));
  if (ways.reduce((product, { length }) => product * length, 1) > MOST_WAYS) return true;
  const attempt = (depth: number, reached: Answers): boolean => {
    const next = chain[depth];
    if (next === undefined) return conditions.every((condition) => holds(condition, reached));
    if (!next.when.every((condition) => holds(condition, reached))) return attempt(depth + 1, reached);
    return (ways[depth] ?? []).some((value) => attempt(depth + 1, { ...reached, [next.field.id]: value }));
  };
  return attempt(0, {});
}

/** Its choices; of anything else what the conditions compare it with, and what lies on both sides. */
function waysToAnswer(field: PlainField, conditions: Condition[], lists: Record<string, Option[]>): Answer[] {
  const options = field.options ?? (field.list === undefined ? undefined : lists[field.list]);
  if (options !== undefined) {
    return field.required ? options.map(({ value }) => value) : [undefined, ...options.map(({ value }) => value)];
  }
  const compared = conditions.flatMap((one) => ('field' in one && one.field === field.id ? [one.value].flat() : []));
  const sides = compared.flatMap((value): Answer[] =>
    typeof value === 'number' ? [value - 0.5, value, value + 0.5] : [value, '1900-01-01', '2999-12-31'],
  );
  const within = sides.filter(
    (value) => typeof value !== 'number' || (value >= (field.min ?? 0) && value <= (field.max ?? Infinity)),
  );
  return [undefined, ...within];
}
