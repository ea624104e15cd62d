import { countStep } from '#api';

/** One more visit, for the province's numbers. */
export function countOpening(): void {
  countStep('opened');
}
