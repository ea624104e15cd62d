import {
  holds,
  isEmpty,
  own,
  reachableAnswers,
  type Answers,
  type Field,
  type FormDefinition,
} from '@dvc/contract/forms';

/**
 * The shown fields of a page that are empty yet and whose answer was given before, for as long as taking it over makes
 * sense. What was left behind on a page that is hidden now is not offered, and decides nothing.
 */
export function sameAgain(form: FormDefinition, fields: readonly Field[], answers: Answers): Field[] {
  const empty = fields.filter(({ id, sameAs }) => sameAs !== undefined && isEmpty(own(answers, id)));
  if (empty.length === 0) return [];
  const reached = reachableAnswers(form, answers);
  return empty.filter(
    ({ sameAs }) =>
      sameAs !== undefined &&
      own(reached, sameAs.field) !== undefined &&
      (sameAs.when === undefined || holds(sameAs.when, reached)),
  );
}
