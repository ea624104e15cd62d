import { faultsOfCondition } from './condition-faults.ts';
import type { Field, FormDefinition, PerPage } from './definition.ts';
import { wordsOf } from './form-words.ts';

type Fields = ReadonlyMap<string, Field>;

/** Of the check before typing: questions look back, and every one of them leaves a way on. */
export function* faultsOfCheck(form: FormDefinition): Generator<string> {
  const known = new Map<string, Pick<Field, 'id' | 'options' | 'list' | 'type'>>();
  const later = new Set(form.check?.map(({ id }) => id));
  for (const [index, { id, when, answers }] of (form.check ?? []).entries()) {
    const path = `$.check[${index}]`;
    if (known.has(id)) yield `${path}.id: ${id} is taken`;
    yield* faultsOfCondition(when, { known, lists: form.lists, later, path: `${path}.when` });
    if (new Set(answers.map(({ value }) => value)).size < answers.length) yield `${path}.answers: a value occurs twice`;
    if (answers.every(({ stop }) => stop !== undefined)) yield `${path}.answers: nobody could go on`;
    for (const [place, { stop, instead }] of answers.entries()) {
      if (instead !== undefined && stop === undefined) yield `${path}.answers[${place}].instead: goes with a stop`;
      if (instead === form.procedureCode) yield `${path}.answers[${place}].instead: is this procedure`;
    }
    known.set(id, { id, type: 'radio', options: answers });
  }
}

export function* faultsOfFee({ fee, lists }: FormDefinition, fields: Fields): Generator<string> {
  if (fee === undefined) return;
  yield* faultsOfCondition(fee.when, { known: fields, lists, path: '$.fee.when' });
  for (const [index, { when }] of (fee.exemptions ?? []).entries()) {
    yield* faultsOfCondition(when, { known: fields, lists, path: `$.fee.exemptions[${index}].when` });
  }
  if (fee.multiplyBy !== undefined && fields.get(fee.multiplyBy)?.type !== 'number') {
    yield `$.fee.multiplyBy: ${fee.multiplyBy} is no number of this form`;
  }
  if (fee.perPage === undefined) return;
  if (fee.multiplyBy !== undefined) yield '$.fee.perPage: the fee is multiplied already';
  yield* faultsOfPerPage(fee.perPage, fields);
}

function* faultsOfPerPage({ group, pages, copies }: PerPage, fields: Fields): Generator<string> {
  const field = fields.get(group);
  if (field?.type !== 'repeat') {
    yield `$.fee.perPage.group: ${group} is no group of this form`;
    return;
  }
  for (const [name, id] of Object.entries({ pages, copies })) {
    const inner = field.fields.find((one) => one.id === id);
    if (inner?.type !== 'number') yield `$.fee.perPage.${name}: ${id} is no number of ${group}`;
  }
}

/** Renamed answers go to fields there are, each to one of its own, and to the same depth. */
export function* faultsOfMigrations(form: FormDefinition, fields: Fields): Generator<string> {
  const versions = new Set<string>([form.version]);
  for (const [index, { from, rename }] of (form.migrates ?? []).entries()) {
    const path = `$.migrates[${index}]`;
    if (versions.has(from))
      yield `${path}.from: ${from} is ${from === form.version ? 'this version' : 'there already'}`;
    versions.add(from);
    const targets = new Set<string>();
    for (const [old, target] of Object.entries(rename)) {
      const at = `${path}.rename.${old}`;
      const [root = '', inner] = target.split('.');
      const field = fields.get(root);
      const isThere = inner === undefined || (field?.type === 'repeat' && field.fields.some(({ id }) => id === inner));
      if (!field || !isThere) yield `${at}: no field ${target}`;
      if (old.includes('.') !== target.includes('.')) yield `${at}: ${target} is not inside a group as it was`;
      if (targets.has(target)) yield `${at}: ${target} has an older answer already`;
      targets.add(target);
    }
  }
}

/** English is there for every word or for none. */
export function* faultsOfEnglish(form: FormDefinition): Generator<string> {
  const { english, lists } = form;
  if (english === undefined) return;
  const words = wordsOf(form);
  for (const { path, word } of words) {
    if (!Object.hasOwn(english, word)) yield `${path}: no English for “${word}”`;
  }
  const labels = Object.values(lists).flatMap((options) => options.map(({ label }) => label));
  const used = new Set([...words.map(({ word }) => word), ...labels]);
  for (const word of Object.keys(english)) if (!used.has(word)) yield `$.english: the form never says “${word}”`;
}
