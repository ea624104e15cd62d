import type { Condition, Field, Option } from './definition.ts';

interface Surroundings {
  /** What comes before, by id; only the choices of a question matter, so a check's question will do. */
  known: ReadonlyMap<string, Pick<Field, 'id' | 'options' | 'list' | 'type'>>;
  lists: Record<string, Option[]>;
  /** Ids anywhere in the form: one of these that is not known comes later. */
  later?: ReadonlySet<string>;
  path: string;
}

/** What is wrong with a condition: it names nothing, looks ahead or at a group, or waits for what is never answered. */
export function* faultsOfCondition(condition: Condition | undefined, around: Surroundings): Generator<string> {
  if (condition === undefined) return;
  const { known, lists, later, path } = around;
  if ('all' in condition || 'any' in condition) {
    const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
    for (const [index, part] of parts.entries()) {
      yield* faultsOfCondition(part, { ...around, path: `${path}.${name}[${index}]` });
    }
    return;
  }
  const field = known.get(condition.field);
  if (field === undefined) {
    yield later?.has(condition.field) === true
      ? `${path}.field: ${condition.field} does not come before this; conditions look back, so that none wait for each other`
      : `${path}.field: no field ${condition.field} before this`;
  } else if (field.type === 'repeat') yield `${path}.field: ${condition.field} is a group`;
  else {
    const options = field.options ?? (field.list === undefined ? undefined : lists[field.list]);
    const strange = [condition.value].flat().find((value) => options?.every((option) => option.value !== value));
    if (strange !== undefined) yield `${path}.value: ${field.id} is never ${strange}`;
  }
}
