import type { Clock } from '../../src/core/clock.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
  set(moment: Date): void;
}

/** Starts at the real time: the emulated provincial ID looks at a real clock. */
export function createTestClock(start = new Date()): TestClock {
  let now = start;
  return {
    now: () => new Date(now),
    advance: (milliseconds) => (now = new Date(now.getTime() + milliseconds)),
    set: (moment) => (now = moment),
  };
}
