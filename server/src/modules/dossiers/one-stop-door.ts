import { later, seconds, type Clock } from '#core/clock';
import { OneStopSilent } from '../../integrations/one-stop/one-stop-http.ts';

const SHUT = seconds(10);
const SPREAD = seconds(5);

/** Stands before the one-stop system: after a silence nobody knocks for a while, so a thousand dossiers do not wait in turn for time to run out. */
export interface OneStopDoor {
  /** Milliseconds until one may knock again, spread so that not all come at once; undefined: now. */
  wait(): number | undefined;
  /** Says how knocking ended. */
  ended(error: unknown): void;
}

export function createOneStopDoor(clock: Clock): OneStopDoor {
  let shutUntil = new Date(0);
  return {
    wait() {
      const left = shutUntil.getTime() - clock.now().getTime();
      return left > 0 ? left + Math.ceil(Math.random() * SPREAD) : undefined;
    },
    ended(error) {
      if (error instanceof OneStopSilent) shutUntil = later(clock.now(), Math.max(SHUT, error.waitMs));
    },
  };
}
