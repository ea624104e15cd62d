import { useEffect, useState } from 'react';
import { now } from '#lib/clock';

const leftUntil = (moment: string | null | undefined): number =>
  moment === null || moment === undefined ? 0 : Math.max(0, new Date(moment).getTime() - now().getTime());

/** Milliseconds until a moment, looked at each second; 0 when it is over or there is none. */
export function useMsLeft(moment: string | null | undefined): number {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (leftUntil(moment) === 0) return undefined;
    const timer = setInterval(() => {
      setTick((tick) => tick + 1);
      if (leftUntil(moment) === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [moment]);
  return leftUntil(moment);
}
