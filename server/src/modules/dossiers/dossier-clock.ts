import { addWorkingDays, dossierState, workingDaysBetween, type Calendar, type DossierState } from '@dvc/contract';

/** The clock of a dossier; days are `yyyy-mm-dd` in Việt Nam. */
export interface DossierClock {
  state: DossierState;
  /** Promised working days; null when nobody confirmed them, and then there is no due date. */
  workingDays: number | null;
  acceptedOn: string | null;
  dueDate: string | null;
  /** Since when the clock stands. */
  pausedOn: string | null;
}

/** Moves the hands: the due date counts from the first acceptance and goes back by every working day that stood still. */
export function moveClock(clock: DossierClock, to: DossierState, today: string, calendar: Calendar): DossierClock {
  const hands = dossierState(to).clock;
  const moved = { ...clock, state: to };
  if (hands === 'stopped' || hands === 'notStarted') {
    // From one pause into another it stands since the first.
    return clock.acceptedOn === null ? moved : { ...moved, pausedOn: clock.pausedOn ?? today };
  }
  if (clock.acceptedOn === null) {
    const dueDate = clock.workingDays === null ? null : addWorkingDays(today, clock.workingDays, calendar);
    return { ...moved, acceptedOn: today, dueDate, pausedOn: null };
  }
  if (clock.pausedOn === null || clock.dueDate === null) return { ...moved, pausedOn: null };
  const stood = workingDaysBetween(clock.pausedOn, today, calendar);
  const dueDate = stood === 0 ? clock.dueDate : addWorkingDays(clock.dueDate, stood, calendar);
  return { ...moved, dueDate, pausedOn: null };
}

/** The promised day as long as it holds: not before acceptance, not while the clock stands. */
export function shownDueDate({ state, dueDate, pausedOn }: DossierClock): string | null {
  const hands = dossierState(state).clock;
  return pausedOn === null && (hands === 'running' || hands === 'ended') ? dueDate : null;
}

/** Working days until the due date, negative when it has passed; null while nothing runs. */
export function workingDaysLeft(clock: DossierClock, today: string, calendar: Calendar): number | null {
  const due = shownDueDate(clock);
  return due === null || dossierState(clock.state).clock !== 'running'
    ? null
    : workingDaysBetween(today, due, calendar);
}
