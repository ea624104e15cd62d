import type { Answer, Answers } from './answers.ts';
import type { Condition } from './definition.ts';
import { readNumber, tidyLine } from './values.ts';

/** Whether a condition is true of these answers. An unanswered field equals nothing, so only `ne` holds of it. */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers));
  const answer = own(answers, condition.field);
  switch (condition.op) {
    case 'eq':
      return same(answer, condition.value);
    case 'ne':
      return !same(answer, condition.value);
    case 'in':
      return condition.value.some((value) => same(answer, value));
    case 'lt':
      return ordered(answer, condition.value, -1);
    case 'gt':
      return ordered(answer, condition.value, 1);
  }
}

/** An answer of the form itself, never something inherited by every object. */
export function own(answers: Answers, field: string): Answer {
  // Object.hasOwn is younger than many phones.
  return Object.prototype.hasOwnProperty.call(answers, field) ? answers[field] : undefined;
}

function same(answer: Answer, value: string | number): boolean {
  if (typeof value === 'number') return readNumber(answer) === value;
  if (typeof answer === 'string') return tidyLine(answer) === value;
  return typeof answer === 'number' && String(answer) === value;
}

function ordered(answer: Answer, value: string | number, sign: 1 | -1): boolean {
  if (typeof value === 'number') {
    const number = readNumber(answer);
    return number !== undefined && Math.sign(number - value) === sign;
  }
  // Texts are ordered only as full ISO dates.
  if (typeof answer !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(answer)) return false;
  return sign === 1 ? answer > value : answer < value;
}
