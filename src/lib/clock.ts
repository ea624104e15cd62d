/** Time as the app sees it; tests put their own in. */
export interface Clock {
  now(): Date;
}

let current: Clock = { now: () => new Date() };

export function now(): Date {
  return current.now();
}

/** For tests; returns the way back. */
export function setClock(clock: Clock): () => void {
  const before = current;
  current = clock;
  return () => {
    current = before;
  };
}
