import type { Answer, Answers } from './answers.ts';
import { own } from './conditions.ts';
import type { Field, FormDefinition, PlainField } from './definition.ts';
import { emptyAnswers } from './empty-answers.ts';
import { optionsOf } from './field-rules.ts';
import { isEmpty, isGroup } from './values.ts';

/** What was written in an older version of a form and has no place in the newer one. */
export interface OldAnswer {
  /** The version it was written in. */
  version: string;
  /** Where it stood there: `hometown`, or `witnesses.0.witnessName`. */
  path: string;
  value: Answer;
}

export interface MovedAnswers {
  answers: Answers;
  /** Everything written that found no place, in the order it was written in: to be shown, never thrown away. */
  left: OldAnswer[];
  /** What a field of the older version is called now; undefined where its answer did not move. */
  nameOf: (fieldId: string) => string | undefined;
}

type Rename = Readonly<Record<string, string>>;

/** Kinds of which one can be read as the other. */
const kinds: Partial<Record<Field['type'], string>> = {
  radio: 'choice',
  select: 'choice',
  yesNo: 'choice',
  text: 'words',
  longText: 'words',
};
const kindOf = ({ type }: Field): string => kinds[type] ?? type;

/**
 * Answers of one version of a form as answers of another: fields of the same id and kind keep theirs, `migrates` moves
 * renamed ones. Every written answer is in `answers` or in `left` afterwards.
 */
export function moveAnswers(from: FormDefinition, to: FormDefinition, answers: Answers): MovedAnswers {
  const rename: Rename = to.migrates?.find((one) => one.from === from.version)?.rename ?? {};
  const claimed = new Set(Object.values(rename));
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  const written: Answers = {};
  const left: OldAnswer[] = [];
  const names = new Map<string, string>();
  const leave = (path: string, value: Answer): void => {
    if (!isEmpty(value)) left.push({ version: from.version, path, value });
  };
  for (const id of Object.keys(answers)) {
    const value = answers[id];
    const [source, target] = [before.get(id), after.get(nameIn(rename, id) ?? (claimed.has(id) ? '' : id))];
    if (source === undefined || target === undefined || kindOf(source) !== kindOf(target)) {
      leaveWhole(source, id, value, leave);
    } else if (source.type === 'repeat' && target.type === 'repeat' && isGroup(value)) {
      written[target.id] = value.map((item, index) => {
        const parts = { item, rename, to, source, target };
        return moveItem(parts, (inner, answer) => {
          leave(`${id}.${String(index)}.${inner}`, answer);
        });
      });
      names.set(id, target.id);
    } else if (source.type !== 'repeat' && target.type !== 'repeat' && fits(source, target, value, to)) {
      written[target.id] = value;
      names.set(id, target.id);
    } else leave(id, value);
  }
  return { answers: { ...emptyAnswers(to), ...written }, left, nameOf: (id) => names.get(id) };
}

function fieldsOf(form: FormDefinition): Map<string, Field> {
  return new Map(form.pages.flatMap(({ fields }) => fields).map((field) => [field.id, field]));
}

function nameIn(rename: Rename, id: string): string | undefined {
  const name = own(rename, id);
  return typeof name === 'string' ? name : undefined;
}

/** A choice only where it can still be chosen, a quantity only in the same unit. */
function fits(source: PlainField, target: PlainField, value: Answer, to: FormDefinition): boolean {
  if (kindOf(target) !== 'choice') return source.unit === target.unit;
  return isEmpty(value) || optionsOf(target, to.lists).some((option) => option.value === value);
}

interface ItemParts {
  item: Answers;
  rename: Rename;
  to: FormDefinition;
  source: Extract<Field, { type: 'repeat' }>;
  target: Extract<Field, { type: 'repeat' }>;
}

function moveItem(
  { item, rename, to, source, target }: ItemParts,
  leave: (innerId: string, value: Answer) => void,
): Answers {
  const claimed = new Set(Object.values(rename));
  const moved: Answers = {};
  for (const inner of Object.keys(item)) {
    const declared = nameIn(rename, `${source.id}.${inner}`);
    const name = declared ?? `${target.id}.${inner}`;
    const before = source.fields.find(({ id }) => id === inner);
    const after = target.fields.find(({ id }) => `${target.id}.${id}` === name);
    const isFree = declared !== undefined || !claimed.has(name);
    if (before && after && isFree && kindOf(before) === kindOf(after) && fits(before, after, item[inner], to)) {
      moved[after.id] = item[inner];
    } else leave(inner, item[inner]);
  }
  return moved;
}

/** Of a group every written answer by itself, so that each can be shown under its own name. */
function leaveWhole(
  source: Field | undefined,
  id: string,
  value: Answer,
  leave: (path: string, value: Answer) => void,
): void {
  if (source?.type !== 'repeat' || !isGroup(value)) {
    leave(id, value);
    return;
  }
  for (const [index, item] of value.entries()) {
    for (const inner of Object.keys(item)) leave(`${id}.${String(index)}.${inner}`, item[inner]);
  }
}
