import type { Condition, Field, FormDefinition, FormPage, PlainField } from './definition.ts';
import { isRealDate } from './dates.ts';
import schema from './form-definition.schema.json' with { type: 'json' };
import { walkSchema, type Schema } from './schema-walk.ts';

/** Reads a definition, or says what is wrong as `JSON path: reason`. An entry of its own: phones do not need it. */
export function readDefinition(json: unknown): { form: FormDefinition } | { fault: string } {
  const root = schema as Schema;
  const misshapen = walkSchema(root, json, root);
  if (misshapen !== undefined) return { fault: misshapen };
  const form = json as FormDefinition;
  const fault = [...faultsOfPages(form), ...faultsOfRest(form)][0];
  return fault === undefined ? { form } : { fault };
}

/** Conditions may look only at fields that come before them, so that one pass decides what is shown. */
function* faultsOfPages(form: FormDefinition): Generator<string> {
  const before = new Map<string, Field>();
  const pages = new Set<string>(['check', 'papers', 'review']);
  for (const [index, page] of form.pages.entries()) {
    const path = `$.pages[${index}]`;
    if (pages.has(page.id)) yield `${path}.id: ${page.id} is taken`;
    pages.add(page.id);
    yield* faultsOfCondition(page.when, before, `${path}.when`);
    yield* faultsOfFields(form, page, before, path);
  }
}

function* faultsOfFields(form: FormDefinition, page: FormPage, before: Map<string, Field>, path: string) {
  for (const [index, field] of page.fields.entries()) {
    const at = `${path}.fields[${index}]`;
    if (before.has(field.id)) yield `${at}.id: ${field.id} is taken`;
    yield* faultsOfCondition(field.when, before, `${at}.when`);
    if (field.type === 'repeat') {
      if (field.min > field.max) yield `${at}.min: more than max`;
      const inside = new Map(before);
      const ids = new Set<string>();
      for (const [place, inner] of field.fields.entries()) {
        const innerPath = `${at}.fields[${place}]`;
        if (ids.has(inner.id)) yield `${innerPath}.id: ${inner.id} is taken`;
        ids.add(inner.id);
        yield* faultsOfCondition(inner.when, inside, `${innerPath}.when`);
        yield* faultsOfPlain(form, inner, innerPath);
        inside.set(inner.id, inner);
      }
    } else yield* faultsOfPlain(form, field, at);
    before.set(field.id, field);
  }
}

function* faultsOfPlain(form: FormDefinition, field: PlainField, path: string): Generator<string> {
  const isChoice = field.type === 'radio' || field.type === 'select' || field.type === 'yesNo';
  if (field.list !== undefined && !Object.hasOwn(form.lists, field.list)) yield `${path}.list: no list ${field.list}`;
  const options = field.options ?? (field.list === undefined ? undefined : form.lists[field.list]);
  if (isChoice && options === undefined) yield `${path}: a ${field.type} needs options or a list`;
  if (!isChoice && options !== undefined) yield `${path}: a ${field.type} has no options`;
  if (field.type === 'yesNo' && !sameValues(options, ['co', 'khong'])) yield `${path}.options: must be co and khong`;
  if (options !== undefined && new Set(options.map((option) => option.value)).size < options.length) {
    yield `${path}.options: a value occurs twice`;
  }
  if (isChoice && field.default !== undefined && !options?.some((option) => option.value === field.default)) {
    yield `${path}.default: not among the options`;
  }
  if (field.min !== undefined && field.max !== undefined && field.min > field.max) yield `${path}.min: more than max`;
  for (const limit of [field.notAfter, field.notBefore]) {
    const date = limit?.startsWith('today') === false ? limit.split('-').map(Number) : undefined;
    if (date && !isRealDate(date[0] ?? 0, date[1] ?? 0, date[2] ?? 0)) yield `${path}: ${limit ?? ''} is no date`;
  }
}

function* faultsOfRest(form: FormDefinition): Generator<string> {
  const fields = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]));
  const papers = new Set<string>();
  for (const [index, paper] of form.papers.entries()) {
    if (papers.has(paper.id)) yield `$.papers[${index}].id: ${paper.id} is taken`;
    papers.add(paper.id);
    yield* faultsOfCondition(paper.when, fields, `$.papers[${index}].when`);
  }
  const { fee } = form;
  yield* faultsOfCondition(fee?.when, fields, '$.fee.when');
  if (fee?.multiplyBy !== undefined && fields.get(fee.multiplyBy)?.type !== 'number') {
    yield `$.fee.multiplyBy: ${fee.multiplyBy} is no number of this form`;
  }
}

function* faultsOfCondition(
  condition: Condition | undefined,
  known: Map<string, Field>,
  path: string,
): Generator<string> {
  if (condition === undefined) return;
  if ('all' in condition || 'any' in condition) {
    const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
    for (const [index, part] of parts.entries()) yield* faultsOfCondition(part, known, `${path}.${name}[${index}]`);
    return;
  }
  const field = known.get(condition.field);
  if (field === undefined) yield `${path}.field: no field ${condition.field} before this`;
  else if (field.type === 'repeat') yield `${path}.field: ${condition.field} is a group`;
  else {
    const values = [condition.value].flat();
    const strange = field.options && values.find((value) => !field.options?.some((option) => option.value === value));
    if (strange !== undefined) yield `${path}.value: ${field.id} is never ${strange}`;
  }
}

function sameValues(options: { value: string }[] | undefined, values: string[]): boolean {
  return options?.length === values.length && options.every((option) => values.includes(option.value));
}
