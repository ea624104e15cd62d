import { randomUUID } from 'node:crypto';
import { isWorkingDay, workingDaysBetween } from '@dvc/contract';
import { minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import { lockedDossier, type DossierRow } from './dossier-rows.ts';
import { tellApology } from './notices.ts';
import type { Surroundings } from './rule-context.ts';

const AT_ONCE = 500;

/** Running, past its day, and no letter yet for this promise; a day that moved without ending the delay is no new promise. */
function isUnexcused({ state, due_date, apologised_on }: DossierRow, today: string): boolean {
  if (state !== 'accepted' && state !== 'processing') return false;
  return due_date !== null && due_date < today && (apologised_on === null || apologised_on <= due_date);
}

/** Whoever we keep waiting gets a letter of apology without asking: once for each promise. */
export function keepApologising(
  { db, clock, jobs, notify }: Deps,
  { calendar, today }: Pick<Surroundings, 'calendar' | 'today'>,
): void {
  async function apologise(dossierId: string, day: string): Promise<void> {
    await db.tx(async (tx) => {
      const row = await lockedDossier(tx, dossierId);
      // It may have moved meanwhile, or another process wrote the letter.
      if (!isUnexcused(row, day) || row.due_date === null) return;
      const id = randomUUID();
      const daysLate = workingDaysBetween(row.due_date, day, calendar);
      await tx.query(
        `insert into apologies (id, dossier_id, citizen_id, promised_date, days_late, made_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, row.id, row.citizen_id, row.due_date, daysLate, clock.now()],
      );
      await tx.query('update dossiers set apologised_on = $2 where id = $1', [row.id, day]);
      await tellApology(tx, notify, row, { promisedDate: row.due_date, documentId: id });
    });
  }

  jobs.every('apologise', minutes(10), async () => {
    const day = today();
    // Nobody is later on a holiday than the day before.
    if (!isWorkingDay(day, calendar)) return;
    for (let found = AT_ONCE; found === AT_ONCE;) {
      const { rows } = await db.query<{ id: string }>(
        `select id from dossiers
          where due_date < $1 and state in ('accepted', 'processing')
            and (apologised_on is null or apologised_on <= due_date)
          order by due_date limit ${AT_ONCE}`,
        [day],
      );
      for (const { id } of rows) await apologise(id, day);
      found = rows.length;
    }
  });
}
