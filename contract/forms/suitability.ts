import type { Answers } from './answers.ts';
import { holds, own } from './conditions.ts';
import type { CheckAnswer, CheckQuestion, FormDefinition } from './definition.ts';

/** Where the check before typing stands. */
export interface Suitability {
  /** Questions to show now, none after one that ended it. */
  questions: CheckQuestion[];
  /** The answer that says this procedure is not for the person. */
  stop?: CheckAnswer;
}

/** Questions whose condition holds, in order, up to the first answer that makes the procedure not for this person. */
export function suitability(form: FormDefinition, answers: Answers): Suitability {
  const reached: Answers = {};
  const questions: CheckQuestion[] = [];
  for (const question of form.check ?? []) {
    if (question.when !== undefined && !holds(question.when, reached)) continue;
    questions.push(question);
    const value = own(answers, question.id);
    reached[question.id] = value;
    const answer = question.answers.find((one) => one.value === value);
    if (answer?.stop !== undefined) return { questions, stop: answer };
  }
  return { questions };
}
