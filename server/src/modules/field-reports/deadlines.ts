import { addWorkingDays, workingDaysBetween, type Calendar } from '@dvc/contract';
import type { ReportRow } from './report-rows.ts';

/**
 * Working days the province promises, as in the procedure for feedback from citizens (formulas of Decision 766/QĐ-TTg):
 * accept or refuse, answer what was asked, show the result.
 */
const ANSWER_DAYS = 2;
const CLARIFY_DAYS = 5;
const PUBLISH_DAYS = 2;

export type Clock = Pick<ReportRow, 'answer_by' | 'clarify_by' | 'resolve_by' | 'publish_by' | 'paused_on'>;

/** Days are `yyyy-mm-dd` in Việt Nam. */
export function firstClock(today: string, resolveDays: number, calendar: Calendar): Clock {
  return {
    answer_by: addWorkingDays(today, ANSWER_DAYS, calendar),
    clarify_by: null,
    resolve_by: addWorkingDays(today, resolveDays, calendar),
    publish_by: null,
    paused_on: null,
  };
}

/** The clock after a move: it stands while the person must answer, and the promised day goes back by what stood still. */
export function moveClock(clock: Clock, to: ReportRow['state'], today: string, calendar: Calendar): Clock {
  const stood = clock.paused_on === null ? 0 : workingDaysBetween(clock.paused_on, today, calendar);
  const isAsking = to === 'clarifying';
  return {
    answer_by: to === 'received' ? clock.answer_by : null,
    clarify_by: isAsking ? addWorkingDays(today, CLARIFY_DAYS, calendar) : null,
    resolve_by: isAsking || stood === 0 ? clock.resolve_by : addWorkingDays(clock.resolve_by, stood, calendar),
    publish_by: to === 'resolved' ? addWorkingDays(today, PUBLISH_DAYS, calendar) : null,
    paused_on: isAsking ? today : null,
  };
}
