import type { Schemas } from '@dvc/contract';
import { days, hours, later, minutes } from '#core/clock';

export type QuietHours = Schemas['QuietHours'];

/** Vietnam is seven hours ahead of UTC and changes its clocks never. */
const VIETNAM = hours(7);
const DAY = days(1);

function sinceMidnight(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hours(hour) + minutes(minute);
}

/** When the quiet that is now ends; undefined: it is not quiet. The last moment of quiet is before `to`. */
export function quietUntil(now: Date, quiet: QuietHours | null): Date | undefined {
  if (quiet === null) return undefined;
  const from = sinceMidnight(quiet.from);
  const to = sinceMidnight(quiet.to);
  const time = (now.getTime() + VIETNAM) % DAY;
  const isQuiet = from < to ? time >= from && time < to : time >= from || time < to;
  return isQuiet ? later(now, (to - time + DAY) % DAY) : undefined;
}
