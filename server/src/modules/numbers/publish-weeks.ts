import { addDays, dateInVietnam } from '@dvc/contract';
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import type { Transaction } from '#db';
import { closeWeek, waysOf } from './close-week.ts';
import { countsOf, forgetBatches, forgetCounts, type CountRow } from './count-rows.ts';
import { sumOf, type Counts } from './families.ts';
import type { Sources } from './ports.ts';
import { insertWeek, newestWeeks } from './week-rows.ts';
import { lastOver, spanOf, sundayOf, weekNumber } from './weeks.ts';

const timesOf = (rows: readonly CountRow[], step: string): number =>
  rows.filter((row) => row.step === step).reduce((sum, { times }) => sum + times, 0);

/** Dossiers sent here and at counters, where the counters told; those of a silent week are in neither. */
function channelOf(rows: readonly CountRow[], sent: number): Counts {
  const counter = timesOf(rows, 'counter');
  const isTold = rows.some(({ step }) => step === 'counter');
  return { channel: { online: isTold ? sent : 0, counter, unknown: isTold ? 0 : sent } };
}

/** Everything that happened in a week. */
async function findWeek(tx: Transaction, monday: string, sources: Sources): Promise<Counts> {
  const span = spanOf(monday);
  const rows = await countsOf(tx, monday, sundayOf(monday));
  const dossiers = await sources.dossiers(tx, span);
  const age = await sources.ages(tx, sundayOf(monday));
  return {
    visits: { all: timesOf(rows, 'opened') },
    people: { all: sumOf(age) },
    age,
    ...dossiers,
    ...channelOf(rows, sumOf(dossiers['sent'])),
    ...(await sources.reports(tx, span)),
    ...waysOf(rows),
  };
}

/** Publishes a week after the one before it, unless another process was quicker. */
async function publishWeek(tx: Transaction, monday: string, sources: Sources, now: Date): Promise<void> {
  const [before] = await newestWeeks(tx, 1);
  if (before && before.week >= monday) return;
  const found = await findWeek(tx, monday, sources);
  const closed = closeWeek({
    waiting: before?.waiting ?? {},
    before: before?.published ?? {},
    found,
    number: weekNumber(monday),
  });
  await insertWeek(tx, { week: monday, ...closed, sample: false }, now);
  await forgetCounts(tx, sundayOf(monday));
}

/** Ends weeks when they are over: those since the last one that was ended; without one, only the last. */
export function keepPublishing({ db, clock, jobs, log }: Deps, sources: Sources): void {
  jobs.every('publish-numbers', hours(1), async () => {
    const today = dateInVietnam(clock.now());
    const last = lastOver(today);
    const [newest] = await newestWeeks(db, 1);
    const first = newest === undefined ? last : addDays(newest.week, 7);
    for (let monday = first; monday <= last; monday = addDays(monday, 7)) {
      const week = monday;
      await db.tx((tx) => publishWeek(tx, week, sources, clock.now()), { serializable: true });
      log.info({ week }, 'the numbers of a week are published');
    }
    await forgetBatches(db, addDays(today, -1));
  });
}
