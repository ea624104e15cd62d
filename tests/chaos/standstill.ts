const EVERY_MS = 100;
/** Several such on one answer's way make it later than the server waits. */
const LONG_MS = 400;
const RECENT_MS = 5_000;

/**
 * Notices when this process did not get to run: all that the server leans on lives in it, and on a crowded machine answers too
 * late for no fault of the server's.
 */
export function watchStandstill() {
  let last = performance.now();
  let stoodAt = -Infinity;
  const looking = setInterval(() => {
    const now = performance.now();
    if (now - last > EVERY_MS + LONG_MS) stoodAt = now;
    last = now;
  }, EVERY_MS);
  return {
    isRecent: (): boolean => performance.now() - stoodAt < RECENT_MS,
    stop: (): void => clearInterval(looking),
  };
}
