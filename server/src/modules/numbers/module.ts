import { addDays, dateInVietnam, type Schemas } from '@dvc/contract';
import { Gauge } from 'prom-client';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { addBatch, setCounter } from './count-rows.ts';
import { csvOf, linesOf } from './numbers-table.ts';
import { numbersOf } from './numbers-view.ts';
import type { Sources } from './ports.ts';
import { keepPublishing } from './publish-weeks.ts';
import { keepSampleWeeks } from './samples.ts';
import { newestWeeks } from './week-rows.ts';

const WEEKS_SHOWN = 12;
/** Published once a week. */
const CACHED = { 'cache-control': 'public, max-age=3600' };
/** How far back a counter may tell its numbers. */
const COUNTER_DAYS = 31;

type StepCount = Schemas['StepCount'];

/** The numbers the province lives by: counts of whole weeks, in which nobody can be found. */
export async function createNumbersModule(deps: Deps, sources: Sources): Promise<ModuleHandlers<'numbers'>> {
  const { db, clock, metrics } = deps;
  await keepSampleWeeks(deps);
  keepPublishing(deps, sources);

  const today = (): string => dateInVietnam(clock.now());
  const numbers = async (): Promise<Schemas['Numbers']> => numbersOf(await newestWeeks(db, WEEKS_SHOWN), sources);

  new Gauge({
    name: 'published_numbers',
    help: 'The numbers of the public page; what is too small to be told is missing',
    labelNames: ['measure', 'about'],
    registers: [metrics.registry],
    async collect() {
      this.reset();
      for (const [measure, about, count] of linesOf(await numbers())) {
        if (count !== null) this.set({ measure, about }, count);
      }
    },
  });

  /** Only names that there are: what a counter is called must not become a place to write in. */
  function faultOf({ step, procedureCode }: StepCount): string | undefined {
    if (step === 'opened') return procedureCode === undefined ? undefined : 'opening the app is about no procedure';
    const isKnown = procedureCode !== undefined && sources.procedureName(procedureCode) !== undefined;
    return isKnown ? undefined : 'no such procedure';
  }

  return {
    async readNumbers() {
      return { status: 200, body: await numbers(), headers: CACHED };
    },

    async readNumbersTable() {
      const headers = { 'content-type': 'text/csv; charset=utf-8', ...CACHED };
      return { status: 200, raw: csvOf(await numbers()), headers };
    },

    async addCounts({ body: { batch, counts } }) {
      const errors = counts.flatMap((count, index) => {
        const message = faultOf(count);
        return message === undefined ? [] : [{ path: `counts.${String(index)}`, code: 'unknown', message }];
      });
      if (errors.length > 0) refuse('invalid', { errors });
      await db.tx((tx) => addBatch(tx, batch, counts, today()));
      return { status: 204 };
    },

    async handInCounterDossiers({ params: { day }, body }) {
      return db.tx(async (tx) => {
        const [newest] = await newestWeeks(tx, 1);
        const isPublished = newest !== undefined && day < addDays(newest.week, 7);
        if (isPublished || day > today() || day < addDays(today(), -COUNTER_DAYS)) {
          refuse('transition-refused', { detail: 'Tuần của ngày này đã công bố, hoặc ngày chưa tới.' });
        }
        await setCounter(tx, day, body.received);
        return { status: 204 as const };
      });
    },
  };
}
