import type { Answers, FormDefinition } from '@dvc/contract/forms';
import { BIRTH, BIRTH_PAPER, birthAnswers, DECLARED } from '../../server/test/support/birth-draft.ts';
import birth from '../../provinces/tay-ninh/procedures/1.001193.json' with { type: 'json' };

export { BIRTH as procedureCode, BIRTH_PAPER as paperId, DECLARED as declaration };

/** The server reads the definition whole before it publishes it; here it is the very same file. */
export const form = birth.form as unknown as FormDefinition;

/** How much each of two hands had written into a version. */
export interface Marks {
  a: number;
  b: number;
}

export type Hand = keyof Marks;

const place = (commune: string, n: number) => ({ commune, detail: `Khu phố ${n}` });

/** Everything that is needed, with two places that say who had written how much. */
export function written({ a, b }: Marks): Answers {
  return birthAnswers({ requesterAddress: place('25459', a), motherAddress: place('25459', b) }) as Answers;
}

function markIn(answer: unknown): number {
  const detail = (answer as { detail?: unknown } | undefined)?.detail;
  return typeof detail === 'string' ? Number(/\d+$/.exec(detail)?.[0] ?? 0) : 0;
}

/** Reads back what `written` wrote; zeros from a draft nobody has touched. */
export function marksIn(answers: Record<string, unknown>): Marks {
  return { a: markIn(answers['requesterAddress']), b: markIn(answers['motherAddress']) };
}
