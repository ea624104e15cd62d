import { faultsOfCondition } from './condition-faults.ts';
import type { Field, FormDefinition, FormPage, PlainField } from './definition.ts';
import { faultsOfCheck, faultsOfEnglish, faultsOfFee, faultsOfMigrations } from './definition-parts.ts';
import { isRealDate } from './dates.ts';
import schema from './form-definition.schema.json' with { type: 'json' };
import { neverShown } from './never-shown.ts';
import { walkSchema, type Schema } from './schema-walk.ts';

/** Reads a definition, or says what is wrong as `JSON path: reason`. An entry of its own: phones do not need it. */
export function readDefinition(json: unknown): { form: FormDefinition } | { fault: string } {
  const root = schema as Schema;
  const misshapen = walkSchema(root, json, root);
  if (misshapen !== undefined) return { fault: misshapen };
  const form = json as FormDefinition;
  const fields = new Map(form.pages.flatMap((page) => page.fields).map((field) => [field.id, field]));
  const [fault] = [
    ...faultsOfCheck(form),
    ...faultsOfPages(form),
    ...faultsOfPapers(form, fields),
    ...faultsOfFee(form, fields),
    ...faultsOfEnglish(form),
    ...faultsOfMigrations(form, fields),
  ];
  // Only a form without other faults can be walked through.
  if (fault === undefined) return firstNeverShown(form);
  return { fault };
}

function firstNeverShown(form: FormDefinition): ReturnType<typeof readDefinition> {
  const [fault] = neverShown(form);
  return fault === undefined ? { form } : { fault };
}

/** Conditions may look only at fields that come before them, so that one pass decides what is shown. */
function* faultsOfPages(form: FormDefinition): Generator<string> {
  const before = new Map<string, Field>();
  const pages = new Set<string>(['check', 'papers', 'review']);
  const later = new Set(form.pages.flatMap((page) => page.fields).map(({ id }) => id));
  let subject: string | undefined;
  for (const [index, page] of form.pages.entries()) {
    const path = `$.pages[${index}]`;
    if (pages.has(page.id)) yield `${path}.id: ${page.id} is taken`;
    pages.add(page.id);
    yield* faultsOfCondition(page.when, { known: before, lists: form.lists, later, path: `${path}.when` });
    if (page.about === 'subject') {
      if (subject !== undefined) yield `${path}.about: ${subject} is the subject's page already`;
      subject = page.id;
      const filled = page.fields.findIndex((field) => field.prefill !== undefined);
      if (filled >= 0) yield `${path}.fields[${filled}].prefill: nobody's data is filled in for another person`;
    }
    yield* faultsOfFields(form, page, { before, later }, path);
  }
}

interface Order {
  before: Map<string, Field>;
  later: ReadonlySet<string>;
}

function* faultsOfFields(
  form: FormDefinition,
  page: FormPage,
  { before, later }: Order,
  path: string,
): Generator<string> {
  for (const [index, field] of page.fields.entries()) {
    const at = `${path}.fields[${index}]`;
    if (before.has(field.id)) yield `${at}.id: ${field.id} is taken`;
    yield* faultsOfCondition(field.when, { known: before, lists: form.lists, later, path: `${at}.when` });
    if (field.sameAs !== undefined) yield* faultsOfSameAs({ form, page, before, later }, field, at);
    if (field.type === 'repeat') {
      if (field.min > field.max) yield `${at}.min: more than max`;
      const inside = new Map(before);
      const ids = new Set<string>();
      for (const [place, inner] of field.fields.entries()) {
        const innerPath = `${at}.fields[${place}]`;
        if (ids.has(inner.id)) yield `${innerPath}.id: ${inner.id} is taken`;
        ids.add(inner.id);
        yield* faultsOfCondition(inner.when, { known: inside, lists: form.lists, later, path: `${innerPath}.when` });
        yield* faultsOfPlain(form, inner, innerPath);
        if (inner.sameAs !== undefined) yield `${innerPath}.sameAs: nothing is taken over inside a group`;
        inside.set(inner.id, inner);
      }
    } else yield* faultsOfPlain(form, field, at);
    before.set(field.id, field);
  }
}

/** What is taken over was asked before, is of the same type, and never describes another person. */
function* faultsOfSameAs(
  { form, page, before, later }: Order & { form: FormDefinition; page: FormPage },
  { type, sameAs }: Field,
  at: string,
): Generator<string> {
  const path = `${at}.sameAs`;
  const source = before.get(sameAs?.field ?? '');
  if (page.about === 'subject') yield `${path}: nobody's data is filled in for another person`;
  if (source?.type !== type) yield `${path}.field: no ${type} ${sameAs?.field ?? ''} before this`;
  yield* faultsOfCondition(sameAs?.when, { known: before, lists: form.lists, later, path: `${path}.when` });
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
  if (field.precision?.some((part) => part !== 'year') === false) yield `${path}.precision: a year alone is a year`;
  yield* faultsOfPattern(field, path);
  for (const limit of [field.notAfter, field.notBefore]) {
    const date = limit?.startsWith('today') === false ? limit.split('-').map(Number) : undefined;
    if (date && !isRealDate(date[0] ?? 0, date[1] ?? 0, date[2] ?? 0)) yield `${path}: ${limit ?? ''} is no date`;
  }
}

function* faultsOfPapers(form: FormDefinition, fields: ReadonlyMap<string, Field>): Generator<string> {
  const papers = new Set<string>();
  for (const [index, paper] of form.papers.entries()) {
    if (papers.has(paper.id)) yield `$.papers[${index}].id: ${paper.id} is taken`;
    papers.add(paper.id);
    yield* faultsOfCondition(paper.when, { known: fields, lists: form.lists, path: `$.papers[${index}].when` });
  }
  const statements = form.declaration.map(({ id }) => id);
  const twice = statements.findIndex((id, index) => statements.indexOf(id) < index);
  if (twice >= 0) yield `$.declaration[${twice}].id: ${statements[twice] ?? ''} is taken`;
}

function sameValues(options: { value: string }[] | undefined, values: string[]): boolean {
  return options?.length === values.length && options.every((option) => values.includes(option.value));
}

/** A pattern that does not compile, or that nobody could obey because it is not said in words. */
function* faultsOfPattern({ type, pattern, patternWords }: PlainField, path: string): Generator<string> {
  if ((pattern === undefined) !== (patternWords === undefined)) yield `${path}.patternWords: goes with a pattern`;
  if (pattern === undefined) return;
  if (type !== 'text') yield `${path}.pattern: a ${type} has its own rules`;
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    yield `${path}.pattern: ${error instanceof Error ? error.message : String(error)}`;
  }
}
