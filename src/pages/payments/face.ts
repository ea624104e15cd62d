import type { Schemas } from '@dvc/contract';

/** What a screen says of an order. Only `ready`, `failed` and `over` say that nothing was taken: it is certain there. */
export type Face = 'ready' | 'failed' | 'checking' | 'paid' | 'over' | 'doubtful' | 'held' | 'returning' | 'returned';

export type Order = Schemas['PaymentOrder'];

/**
 * `isUnanswered`: the tap on this phone has had no answer yet, so Checkout cannot have been opened by it; the same tap may
 * be made again.
 */
export function faceOf({ state, money }: Pick<Order, 'state' | 'money'>, isUnanswered = false): Face {
  if (state === 'paid') return 'paid';
  if (money === 'returned') return 'returned';
  if (money === 'returning') return 'returning';
  if (money === 'taken') return 'held';
  if (state === 'expired') return money === 'none' ? 'over' : 'doubtful';
  if (money === 'unknown') return isUnanswered ? 'ready' : 'checking';
  return state === 'failed' ? 'failed' : 'ready';
}
