import { describe, expect, test } from 'vitest';
import { days, later, minutes, seconds } from '#core/clock';
import { allowedMoves, ASKED_FOR, mayGo, nextCheck, ORDER_LASTS, standing, type Attempt } from './order-rules.ts';

const START = new Date('2026-11-26T02:00:00Z');
const at = (milliseconds: number) => later(START, milliseconds);

describe('where an order may go', () => {
  test('money is never forgotten: paid only goes back, and what went back stays back', () => {
    expect(allowedMoves.paid).toEqual(['refunded']);
    expect(allowedMoves.refunded).toEqual([]);
    for (const from of ['paid', 'refunded'] as const)
      for (const to of ['created', 'pending', 'failed', 'expired'] as const) expect(mayGo(from, to)).toBe(false);
  });

  test('from everything still open money makes it paid, also when it comes late', () => {
    for (const from of ['created', 'pending', 'failed', 'expired'] as const) expect(mayGo(from, 'paid')).toBe(true);
  });

  test('an order that is over does not begin again', () => {
    expect(allowedMoves.expired).toEqual(['paid', 'refunded']);
  });

  test('open ones move among each other and end; none of them goes back without having been paid', () => {
    expect(allowedMoves.created).toEqual(['pending', 'paid', 'failed', 'expired']);
    expect(allowedMoves.pending).toEqual(['created', 'paid', 'failed', 'expired']);
    expect(allowedMoves.failed).toEqual(['created', 'pending', 'paid', 'expired']);
  });

  test('staying is always allowed', () => {
    for (const state of ['created', 'pending', 'failed', 'expired', 'paid', 'refunded'] as const)
      expect(mayGo(state, state)).toBe(true);
  });
});

describe('when the provider is asked again', () => {
  const EARLY = [seconds(30), minutes(1), minutes(2), minutes(5), minutes(10), minutes(20)];

  test('soon after the opening, each time at the next of six moments', () => {
    const asked: number[] = [];
    let now = START;
    for (let times = 0; times < EARLY.length; times += 1) {
      now = nextCheck(START, now) ?? now;
      asked.push(now.getTime() - START.getTime());
    }
    expect(asked).toEqual(EARLY);
  });

  test('then every half hour, for three days, and then no more', () => {
    expect(nextCheck(START, at(ORDER_LASTS))).toEqual(at(minutes(50)));
    expect(ASKED_FOR).toBe(days(3));
    expect(nextCheck(START, at(days(3) - minutes(30)))).toEqual(at(days(3)));
    expect(nextCheck(START, at(days(3) - minutes(30) + 1))).toBeNull();
  });
});

describe('what an unpaid order is', () => {
  const END = at(ORDER_LASTS);
  const attempt = (changes: Partial<Attempt> = {}): Attempt => ({
    seen: null,
    outcome: null,
    outcomeAt: null,
    ...changes,
  });
  const stand = (attempts: readonly Attempt[], now: Date, blind = false) =>
    standing({ attempts, blind, expiresAt: END }, now);
  const before = at(minutes(5));
  const FREE = { state: 'created', money: 'none' };
  const WAITING = { state: 'pending', money: 'unknown' };

  test('an order lasts twenty minutes', () => {
    expect(ORDER_LASTS).toBe(minutes(20));
    expect(stand([], later(END, -1)).state).toBe('created');
    expect(stand([], END).state).toBe('expired');
  });

  test('before its end: free while nothing was opened', () => {
    expect(stand([], before)).toEqual(FREE);
  });

  test('signed fields are out and nothing was heard: nobody knows, before its end and after', () => {
    expect(stand([], before, true)).toEqual(WAITING);
    expect(stand([], END, true)).toEqual({ state: 'expired', money: 'unknown' });
  });

  test('the provider says nobody paid: that counts before the end only where the person has left', () => {
    const unpaid = (seen: Attempt['seen']) => stand([attempt({ seen, outcome: 'unpaid', outcomeAt: before })], before);
    expect(unpaid('left')).toEqual(FREE);
    expect(unpaid('opened')).toEqual(WAITING);
    expect(unpaid('done')).toEqual(WAITING);
    expect(unpaid(null)).toEqual(WAITING);
  });

  test('left, but the provider has not said anything yet: nobody knows', () => {
    expect(stand([attempt({ seen: 'left' })], before)).toEqual(WAITING);
    expect(stand([attempt({ seen: 'left', outcome: 'processing', outcomeAt: before })], before)).toEqual(WAITING);
  });

  test('after its end only an answer from after its end is certain', () => {
    const unpaid = (outcomeAt: Date | null) =>
      stand([attempt({ seen: 'left', outcome: 'unpaid', outcomeAt })], later(END, seconds(5))).money;
    expect(unpaid(later(END, -1))).toBe('unknown');
    expect(unpaid(null)).toBe('unknown');
    expect(unpaid(END)).toBe('none');
    expect(unpaid(later(END, 1))).toBe('none');
  });

  test('a payment that failed for good is certain at any time', () => {
    const failed = attempt({ seen: 'done', outcome: 'failed', outcomeAt: before });
    expect(stand([failed], before)).toEqual({ state: 'failed', money: 'none' });
    expect(stand([failed], END)).toEqual({ state: 'expired', money: 'none' });
  });

  test('one uncertain attempt among certain ones keeps the whole order uncertain', () => {
    const failed = attempt({ seen: 'done', outcome: 'failed', outcomeAt: before });
    expect(stand([attempt({ seen: 'opened' }), failed], before)).toEqual(WAITING);
    expect(stand([failed, attempt({ seen: 'opened' })], END)).toEqual({ state: 'expired', money: 'unknown' });
  });

  test('whether it failed is for the last attempt to say', () => {
    const failed = attempt({ seen: 'done', outcome: 'failed', outcomeAt: before });
    const left = attempt({ seen: 'left', outcome: 'unpaid', outcomeAt: before });
    expect(stand([failed, left], before).state).toBe('created');
    expect(stand([left, failed], before).state).toBe('failed');
  });
});
