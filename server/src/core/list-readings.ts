import { canonicalJson, type OperationId } from '@dvc/contract';
import type { Database } from '#db';
import type { AnyCaller } from './caller.ts';
import { days, later } from './clock.ts';

/**
 * Lists of citizens' things as offices read them. A thing by itself is written down for whom it is about, with a purpose; of a
 * list it is written down who read which page of it, in one row, whoever stood in it.
 */
export const listsOfPeople: ReadonlySet<OperationId> = new Set<OperationId>([
  ...(['listDossiersForOffice', 'listDeadLetters', 'listReportsForOffice', 'listQuestionsForOffice'] as const),
  ...(['listStoresForOffice', 'listAppointmentsForOffice', 'listMismatches', 'listDeliveries'] as const),
]);

/** As long as somebody may ask who looked. */
const KEPT = days(2 * 365);

interface Shown {
  caller: AnyCaller;
  asked: Readonly<Record<string, unknown>>;
  body: unknown;
}

/** Writes down that a list is about to be shown; does nothing for anything else. */
export async function noteList(
  db: Database,
  id: OperationId,
  { caller, asked, body }: Shown,
  now: Date,
): Promise<void> {
  if (!listsOfPeople.has(id) || caller === undefined || !('system' in caller)) return;
  const { items } = body as { items: readonly unknown[] };
  await db.query('insert into list_readings (system, list, asked, shown, at) values ($1, $2, $3, $4, $5)', [
    caller.system,
    id,
    canonicalJson(asked),
    items.length,
    now,
  ]);
}

/** What was read longer ago than anybody may ask; each day it is a day's worth. */
export async function forgetOldListReadings(db: Database, now: Date): Promise<void> {
  await db.query('delete from list_readings where at < $1', [later(now, -KEPT)]);
}
