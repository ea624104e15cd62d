import { addDays } from '@dvc/contract';
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import { clockFromHistory } from './dossier-clock.ts';
import { eventsOf, lockedDossier } from './dossier-rows.ts';
import { tellPromise } from './notices.ts';
import type { Surroundings } from './rule-context.ts';

const AT_ONCE = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** The government decides the days off of a year in the autumn before; the longest procedures take about two months. */
const WARN_DAYS = 60;

/**
 * A day in a year whose days off are not decided is not promised. When the province's calendar has grown the promise is made
 * from the timeline, as if the calendar had been there, and the citizen is told.
 */
export function keepPromising(
  { db, jobs, notify, log }: Deps,
  { calendar, today }: Pick<Surroundings, 'calendar' | 'today'>,
): void {
  async function promise(dossierId: string): Promise<void> {
    await db.tx(async (tx) => {
      const row = await lockedDossier(tx, dossierId);
      const isRunning = row.state === 'accepted' || row.state === 'processing';
      if (!isRunning || row.due_date !== null) return;
      const { dueDate } = clockFromHistory(await eventsOf(tx, dossierId), row.working_days, calendar);
      if (dueDate === null) return;
      await tx.query('update dossiers set due_date = $2 where id = $1', [dossierId, dueDate]);
      await tellPromise(tx, notify, row, dueDate);
    });
  }

  jobs.every('promise', hours(1), async () => {
    const { knownUntil } = calendar;
    if (knownUntil !== undefined && addDays(today(), WARN_DAYS) > knownUntil) {
      log.warn({ knownUntil }, 'holidays.json ends soon; days after it are not promised');
    }
    let after = FIRST_ID;
    for (let found = AT_ONCE; found === AT_ONCE;) {
      const { rows } = await db.query<{ id: string }>(
        `select id from dossiers
          where due_date is null and working_days is not null and state in ('accepted', 'processing') and id > $1
          order by id limit ${AT_ONCE}`,
        [after],
      );
      for (const { id } of rows) await promise(id);
      after = rows.at(-1)?.id ?? after;
      found = rows.length;
    }
  });
}
