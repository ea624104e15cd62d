import type { Answer, Answers } from './answers.ts';
import { own } from './conditions.ts';
import type { Field, FormDefinition, FormPage, GroupField, Option, PlainField } from './definition.ts';
import type { FieldFault, RuleContext } from './fault.ts';
import { checkValue } from './field-rules.ts';
import { reachablePages, tidyAnswer, visibleFields, visibleItemFields } from './reachable.ts';
import { isEmpty, isGroup } from './values.ts';

/** Where a field stands when it is inside a repeated group, and what its options are. */
interface Place {
  path?: string;
  label?: string;
  lists?: Record<string, Option[]>;
}

const choices: readonly Field['type'][] = ['radio', 'select', 'yesNo'];

/** The first fault of one field; of a repeated group only what concerns the group itself. */
export function checkField(
  field: Field,
  value: Answer,
  context: RuleContext,
  { path = field.id, label = field.label, lists = {} }: Place = {},
): FieldFault | undefined {
  if (field.type === 'repeat') return checkGroup(field, value, { path, label });
  // Dots and blanks alone are nothing once they are tidied, as the server reads them.
  if (isEmpty(tidyAnswer(field, value, {}))) {
    if (!field.required) return undefined;
    if (field.type === 'address') return { path: `${path}.commune`, label, code: 'address-commune' };
    if (field.type === 'commune') return { path, label, code: 'commune' };
    if (field.type === 'date')
      return { path, label, code: 'date-parts', limit: takesDays(field) ? undefined : 'month' };
    return { path, label, code: choices.includes(field.type) ? 'choose' : 'required' };
  }
  const broken = checkValue(field, value, context, lists);
  if (broken === undefined) return undefined;
  const { part, ...fault } = broken;
  return { path: part === undefined ? path : `${path}.${part}`, label, ...fault };
}

function takesDays({ precision = ['day'] }: PlainField): boolean {
  return precision.includes('day');
}

/** Faults of the shown fields of a page, in their order. `answers` are those of the whole form. */
export function checkPage(form: FormDefinition, page: FormPage, answers: Answers, context: RuleContext): FieldFault[] {
  const reached = reachablePages(form, answers).find((one) => one.page.id === page.id);
  const fields = reached?.fields ?? visibleFields(page, answers);
  return fields.flatMap((field) => checkWhole(field, answers, context, form.lists));
}

/** Faults of everything reachable, in the form's order. */
export function checkForm(form: FormDefinition, answers: Answers, context: RuleContext): FieldFault[] {
  return reachablePages(form, answers).flatMap(({ fields }) =>
    fields.flatMap((field) => checkWhole(field, answers, context, form.lists)),
  );
}

/** Statements that must be ticked and are not. */
export function checkDeclaration(form: FormDefinition, ticked: readonly string[]): FieldFault[] {
  return form.declaration
    .filter((statement) => statement.required && !ticked.includes(statement.id))
    .map((statement) => ({ path: `declaration.${statement.id}`, code: 'declare' as const, label: statement.label }));
}

/** `Người làm chứng 2, Họ tên`: what an item's field is called outside its group. */
export function itemLabel(group: GroupField, index: number, field: PlainField): string {
  return `${group.itemTitle} ${index + 1}, ${field.label}`;
}

function checkWhole(
  field: Field,
  answers: Answers,
  context: RuleContext,
  lists: Record<string, Option[]>,
): FieldFault[] {
  const value = own(answers, field.id);
  const fault = checkField(field, value, context, { lists });
  if (fault !== undefined) return [fault];
  if (field.type !== 'repeat' || !isGroup(value)) return [];
  return value.flatMap((item, index) =>
    visibleItemFields(field.fields, item, answers).flatMap((inner) => {
      const at = { path: `${field.id}.${index}.${inner.id}`, label: itemLabel(field, index, inner), lists };
      return checkField(inner, own(item, inner.id), context, at) ?? [];
    }),
  );
}

function checkGroup(field: GroupField, value: Answer, at: { path: string; label: string }): FieldFault | undefined {
  // What is empty is not sent, so the server finds nothing there either.
  const items = isEmpty(value) ? [] : value;
  if (!isGroup(items)) return { ...at, code: 'shape' };
  const count = items.length;
  const least = field.required ? Math.max(1, field.min) : 0;
  if (count < least) return { ...at, code: 'too-few', limit: least };
  return count > field.max ? { ...at, code: 'too-many', limit: field.max } : undefined;
}
