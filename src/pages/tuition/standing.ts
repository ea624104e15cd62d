import type { Schemas } from '@dvc/contract';

/** `due`: it is to be paid, and may be. */
export type BillStanding = 'due' | 'free' | 'paying' | 'paid' | 'withdrawn';

export function standingOf({ state, totalVnd }: Schemas['TuitionBill']): BillStanding {
  if (state !== 'unpaid') return state;
  return totalVnd === 0 ? 'free' : 'due';
}
