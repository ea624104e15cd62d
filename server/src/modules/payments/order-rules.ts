import type { Schemas } from '@dvc/contract';
import { days, later, minutes, seconds } from '#core/clock';

export type OrderState = Schemas['PaymentOrder']['state'];
export type Money = Schemas['PaymentOrder']['money'];

/** Where an order may go. What is not written is a bug, and rolls back whatever wanted it. */
export const allowedMoves: Readonly<Record<OrderState, readonly OrderState[]>> = {
  created: ['pending', 'paid', 'failed', 'expired'],
  // Back to the first: the person left Checkout without paying.
  pending: ['created', 'paid', 'failed', 'expired'],
  failed: ['created', 'pending', 'paid', 'expired'],
  // Money that comes late is still theirs; where something else was paid meanwhile it goes straight back.
  expired: ['paid', 'refunded'],
  paid: ['refunded'],
  refunded: [],
};

export const mayGo = (from: OrderState, to: OrderState): boolean => from === to || allowedMoves[from].includes(to);

/** How long an order waits for money; the provider names no time of its own. */
export const ORDER_LASTS = minutes(20);
/** How long the provider is asked about what it has not said. */
export const ASKED_FOR = days(3);

/** Soon after the phone has opened Checkout, then seldom. */
const EARLY = [seconds(30), minutes(1), minutes(2), minutes(5), minutes(10), ORDER_LASTS];

/** When to ask about an attempt again, by how long it is known; null: no more. */
export function nextCheck(learntAt: Date, now: Date): Date | null {
  const early = EARLY.map((after) => later(learntAt, after)).find((at) => at > now);
  if (early) return early;
  const next = later(now, minutes(30));
  return next <= later(learntAt, ASKED_FOR) ? next : null;
}

/** What is known of one attempt that was not paid. */
export interface Attempt {
  seen: 'opened' | 'left' | 'done' | null;
  outcome: 'failed' | 'processing' | 'unpaid' | null;
  outcomeAt: Date | null;
}

/** What an unpaid order is, from what is known of its attempts; `blind`: the signed fields are out, and nothing was heard. */
export function standing(
  { attempts, blind, expiresAt }: { attempts: readonly Attempt[]; blind: boolean; expiresAt: Date },
  now: Date,
): { state: OrderState; money: Money } {
  const isOver = now >= expiresAt;
  // Only an answer from after its end says that nobody will pay any more.
  const isSettled = ({ seen, outcome, outcomeAt }: Attempt): boolean =>
    outcome === 'failed' ||
    (outcome === 'unpaid' && (isOver ? outcomeAt !== null && outcomeAt >= expiresAt : seen === 'left'));
  const isSure = !blind && attempts.every(isSettled);
  if (isOver) return { state: 'expired', money: isSure ? 'none' : 'unknown' };
  if (!isSure) return { state: 'pending', money: 'unknown' };
  return { state: attempts.at(-1)?.outcome === 'failed' ? 'failed' : 'created', money: 'none' };
}
