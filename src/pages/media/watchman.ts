/** How often the watchman looks; every count below is of looks, that is of seconds. */
export const lookMs = 1000;

/** The picture stood still for so long before somebody is told. */
const untilTold = 2;
/** And for so long before something is done about it. */
const patience = 6;
/** So many steps without effect, a good minute: trying on would only cost battery and data. */
const mostSteps = 10;
/** After so long without a halt what was wrong is over. */
const smooth = 5;

export interface Watched {
  still: number;
  moving: number;
  /** What was done already without lasting effect. */
  steps: number;
}

export const fresh: Watched = { still: 0, moving: 0, steps: 0 };

/** `catch-up`: go to where the broadcast is now; `anew`: open the channel once more, as if for the first time. */
export type Step = 'catch-up' | 'anew' | 'give-up';

export interface Sight extends Watched {
  shows: 'playing' | 'waiting' | 'offline' | undefined;
  step?: Step;
}

/**
 * What a look at the picture means. A live stream stalls in a dozen ways (a segment that is gone, a list that stands
 * still, a network that changed under it) and browsers tell of few of them: whether it moves is the one thing to go by.
 */
export function look(before: Watched, { moved, online }: { moved: boolean; online: boolean }): Sight {
  if (moved) {
    const moving = before.moving + 1;
    return { still: 0, moving, steps: moving < smooth ? before.steps : 0, shows: 'playing' };
  }
  // Nothing can be done about it, and nothing is counted: it goes on when the network is back.
  if (!online) return { ...before, still: 0, moving: 0, shows: 'offline' };
  const still = before.still + 1;
  const shows = still < untilTold ? undefined : 'waiting';
  if (still < patience) return { still, moving: 0, steps: before.steps, shows };
  const steps = before.steps + 1;
  const step = steps > mostSteps ? 'give-up' : steps % 2 === 1 ? 'catch-up' : 'anew';
  return { still: 0, moving: 0, steps, shows, step };
}

/** Something broke for good, says the player itself: two more seconds, then it is tried again. */
export const broken = (before: Watched): Watched => ({ ...before, still: Math.max(before.still, patience - 2) });
