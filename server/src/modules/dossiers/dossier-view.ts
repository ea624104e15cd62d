import type { Schemas } from '@dvc/contract';
import { dossierState, mayMove, nextStates, workingDaysBetween, type Calendar } from '@dvc/contract';
import { actingForView } from './acting.ts';
import { moveClock, shownDueDate, workingDaysLeft } from './dossier-clock.ts';
import type { DossierParts } from './dossier-parts.ts';
import { clockOf, type EventRow, type ShownDossier } from './dossier-rows.ts';
import { isRateable } from './ratings.ts';
import type { Surroundings } from './rule-context.ts';
import { supplementView } from './supplement-form.ts';

/** A line of a list. */
export function dossierSummary(row: ShownDossier): Schemas['DossierSummary'] {
  return {
    id: row.id,
    code: row.code,
    procedureCode: row.procedure_code,
    procedureName: row.procedure_name,
    ...actingForView(row),
    state: row.state,
    turn: dossierState(row.state).turn,
    submittedAt: row.submitted_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    dueDate: shownDueDate(clockOf(row)),
  };
}

/** Since when the clock stands, and what that means for the due date. */
function pauseOf(
  row: ShownDossier,
  events: readonly EventRow[],
  { today, calendar }: { today: string; calendar: Calendar },
): Schemas['Pause'] | null {
  const clock = clockOf(row);
  const isOver = row.state === 'refused' || row.state === 'withdrawn';
  if (clock.pausedOn === null || isOver) return null;
  const lastRunning = events.map(({ state }) => dossierState(state).clock).lastIndexOf('running');
  const since = events[lastRunning + 1]?.at ?? row.changed_at;
  const { dueDate } = moveClock(clock, 'processing', today, calendar);
  return {
    since: since.toISOString(),
    workingDaysLeft: dueDate === null ? null : workingDaysBetween(today, dueDate, calendar),
    dueIfToday: dueDate,
  };
}

/** Everything about a dossier but its answers. */
export function dossierView(
  row: ShownDossier,
  { events, files, forwarding, supplements, trackingLink, rating, apologies }: DossierParts,
  { today, now, calendar }: Surroundings,
): Schemas['Dossier'] {
  const hands = dossierState(row.state).clock;
  return {
    ...dossierSummary(row),
    office: row.office,
    trackingLink,
    // Before the first acceptance there is nothing that could stand still.
    clock: row.accepted_on === null && hands === 'stopped' ? 'notStarted' : hands,
    promisedDays: row.working_days,
    workingDaysLeft: workingDaysLeft(clockOf(row), today(), calendar),
    events: events.map(({ at, state, note, office }) => ({ at: at.toISOString(), state, note, by: office })),
    acknowledgements: {
      receivedAt: row.submitted_at.toISOString(),
      registeredAt: row.registered_at?.toISOString() ?? null,
      forwarding,
    },
    files,
    nextStates: [...nextStates(row.state)],
    pause: pauseOf(row, events, { today: today(), calendar }),
    supplements: supplements.map(supplementView),
    apologies,
    mayWithdraw: mayMove(row.state, 'withdrawn'),
    mayRate: isRateable(row.state) && (rating === null || rating.changeableUntil > now().toISOString()),
    rating,
    fee: row.state === 'paymentRequired' && row.fee !== null ? (JSON.parse(row.fee) as Schemas['DossierFee']) : null,
  };
}
