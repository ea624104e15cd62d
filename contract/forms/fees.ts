import type { Answers } from './answers.ts';
import { holds, own } from './conditions.ts';
import type { FormDefinition, PerPage } from './definition.ts';
import { reachableAnswers } from './reachable.ts';
import { isGroup, readNumber } from './values.ts';

/** What is to pay with these answers; `null` where the amount is not confirmed, undefined where nothing is due. */
export function feeFor(form: FormDefinition, answers: Answers): { amountVnd: number | null; text: string } | undefined {
  const { fee } = form;
  if (fee === undefined) return undefined;
  const reached = reachableAnswers(form, answers);
  if (fee.when !== undefined && !holds(fee.when, reached)) return undefined;
  const exempt = fee.exemptions?.find(({ when }) => holds(when, reached));
  if (exempt !== undefined) return { amountVnd: 0, text: exempt.text };
  const { amountVnd, multiplyBy, perPage, text } = fee;
  if (amountVnd === null) return { amountVnd, text };
  if (perPage !== undefined) return { amountVnd: costOfCopies(amountVnd, perPage, reached), text };
  return { amountVnd: multiplyBy === undefined ? amountVnd : amountVnd * count(reached, multiplyBy), text };
}

/** Each copy: so much for each of the first pages, less for each that follows, and never more than the limit. */
function costOfCopies(firstVnd: number, perPage: PerPage, reached: Answers): number {
  const items = own(reached, perPage.group);
  if (!isGroup(items)) return 0;
  return items.reduce((sum, item) => {
    const pages = count(item, perPage.pages);
    const first = Math.min(pages, perPage.firstPages);
    const oneCopy = Math.min(first * firstVnd + (pages - first) * perPage.nextVnd, perPage.mostVnd);
    return sum + oneCopy * count(item, perPage.copies);
  }, 0);
}

/** Past every limit a form could set; with more the sum would not be exact, and the field's own fault is shown anyway. */
const MOST = 1_000_000;

function count(answers: Answers, field: string): number {
  return Math.min(MOST, Math.max(0, Math.floor(readNumber(own(answers, field)) ?? 0)));
}
