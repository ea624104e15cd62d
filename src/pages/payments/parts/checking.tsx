import { useEffect, useState, type ReactNode } from 'react';
import { now } from '#lib/clock';
import { timeOf } from '#lib/dates';
import { Timeline } from '#ui/timeline';
import { useTexts } from '#ui/texts';
import { texts } from '../texts';
import type { Order } from '../face';

/** The title while something turns beside it. */
export function Spinning({ children }: { children: ReactNode }) {
  return (
    <div className="flex items-center gap-3">
      <span className="spin h-10 w-10 text-brand" aria-hidden="true" />
      <div role="status">{children}</div>
    </div>
  );
}

/** Whole seconds until a moment, counted down; undefined once it is over. */
function useSecondsUntil(moment: string | null): number | undefined {
  const [, setTick] = useState(0);
  useEffect(() => {
    if (moment === null) return undefined;
    const timer = setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => clearInterval(timer);
  }, [moment]);
  if (moment === null) return undefined;
  const left = Math.ceil((new Date(moment).getTime() - now().getTime()) / 1_000);
  return left > 0 ? left : undefined;
}

/** What was done, what is being done, and when it is known at the latest. */
export function Checking({ order: { check, expiresAt, openedAt } }: { order: Order }) {
  const t = useTexts(texts);
  const seconds = useSecondsUntil(check.nextAt);
  const asked = check.asked === 0 ? t.askedNot : t.asked(check.asked);
  return (
    <section className="sec">
      <Timeline
        items={[
          { state: 'done', title: t.tapped, ...(openedAt === null ? {} : { meta: timeOf(openedAt) }) },
          { state: 'now', title: t.asking, meta: seconds === undefined ? asked : `${asked}, ${t.next(seconds)}` },
          { state: 'next', title: t.result, meta: expiresAt === null ? t.resultLater : t.resultBy(timeOf(expiresAt)) },
        ]}
      />
    </section>
  );
}
