import {
  dateInVietnam,
  dossierState,
  promiseDay,
  workingDaysBetween,
  type Calendar,
  type DossierState,
} from '@dvc/contract';

/** The clock of a dossier; days are `yyyy-mm-dd` in Việt Nam. */
export interface DossierClock {
  state: DossierState;
  /** Promised working days; null when nobody confirmed them, and then there is no due date. */
  workingDays: number | null;
  acceptedOn: string | null;
  /** Null, too, while it would lie in a year whose days off are not decided. */
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
    const dueDate = clock.workingDays === null ? null : promiseDay(today, clock.workingDays, calendar);
    return { ...moved, acceptedOn: today, dueDate, pausedOn: null };
  }
  if (clock.pausedOn === null || clock.dueDate === null) return { ...moved, pausedOn: null };
  const stood = workingDaysBetween(clock.pausedOn, today, calendar);
  const dueDate = stood === 0 ? clock.dueDate : promiseDay(clock.dueDate, stood, calendar);
  return { ...moved, dueDate, pausedOn: null };
}

/** The clock as the timeline makes it; for a promise that could not be made when its events happened. */
export function clockFromHistory(
  events: readonly { at: Date; state: DossierState }[],
  workingDays: number | null,
  calendar: Calendar,
): DossierClock {
  const start: DossierClock = { state: 'submitted', workingDays, acceptedOn: null, dueDate: null, pausedOn: null };
  // The first event is the sending.
  return events.slice(1).reduce((clock, { at, state }) => moveClock(clock, state, dateInVietnam(at), calendar), start);
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
