/** Working days of a province: Monday to Friday, minus days off, plus make-up days. Dates are `yyyy-mm-dd`. */
export interface Calendar {
  /** Weekdays on which nobody works. */
  readonly off: ReadonlySet<string>;
  /** Weekend days on which people work in exchange for another day. */
  readonly on: ReadonlySet<string>;
  /** Last day of the last year with a day in the list; nobody has decided yet what is off after it. Absent: no such end. */
  readonly knownUntil?: string;
}

const dayMs = 86_400_000;
/** 5 January 1970, counted in days since the first. */
const firstMonday = 4;

interface CalendarDay {
  date: string;
  kind: string;
}

/** From `provinces/<id>/holidays.json`, whole or its list of days alone. */
export function buildCalendar(json: { days: readonly CalendarDay[] } | readonly CalendarDay[]): Calendar {
  const days = 'days' in json ? json.days : json;
  const on = days.filter((day) => day.kind === 'make-up-workday').map((day) => day.date);
  const off = days.filter((day) => day.kind !== 'make-up-workday').map((day) => day.date);
  // Every year has days off, so a year with days in the list is one that was decided.
  const lastYear = days.reduce((last, { date }) => (date > last ? date : last), '').slice(0, 4);
  return { off: new Set(off), on: new Set(on), ...(lastYear === '' ? {} : { knownUntil: `${lastYear}-12-31` }) };
}

/** The n-th working day after `date`, or null when it lies in a year whose days off are not decided yet: no guess. */
export function promiseDay(date: string, n: number, calendar: Calendar): string | null {
  const day = addWorkingDays(date, n, calendar);
  return calendar.knownUntil !== undefined && day > calendar.knownUntil ? null : day;
}

/** Weekends only; for places where no list of holidays is at hand. */
export const plainCalendar: Calendar = { off: new Set(), on: new Set() };

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.on.has(date)) return true;
  return !isWeekend(date) && !calendar.off.has(date);
}

function isWeekend(date: string): boolean {
  const weekday = atNoon(date).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/**
 * The n-th working day after `date`; before it when n is negative. With 0: `date` itself, or the next working day
 * if nobody works on it.
 */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
  if (n === 0) return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
  const step = n > 0 ? 1 : -1;
  let day = date;
  let left = Math.abs(n);
  // So many days hold at most so many working days: a jump never goes too far, and years take a few jumps.
  while (n > 0 && left > 7) {
    const landing = addDays(day, left);
    left -= workingDaysBetween(day, landing, calendar);
    day = landing;
  }
  while (left > 0) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. Takes as long for years as for days. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  // Taken from 0, so that none is 0 and not -0.
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  const inside = (date: string): boolean => date > from && date <= to;
  const daysOff = [...calendar.off].filter((date) => inside(date) && !isWeekend(date) && !calendar.on.has(date));
  const madeUp = [...calendar.on].filter((date) => inside(date) && isWeekend(date));
  return weekdaysUntil(to) - weekdaysUntil(from) - daysOff.length + madeUp.length;
}

/** Mondays to Fridays since a Monday long ago, `date` included. */
function weekdaysUntil(date: string): number {
  const days = Math.floor(atNoon(date).getTime() / dayMs) - firstMonday + 1;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(5, days - weeks * 7);
}

/** `n` calendar days later, or earlier. */
export function addDays(date: string, n: number): string {
  const day = atNoon(date);
  day.setUTCDate(day.getUTCDate() + n);
  return day.toISOString().slice(0, 10);
}

/** The date on the wall in Việt Nam (Asia/Ho_Chi_Minh: UTC+7, no summer time) at a moment. */
export function dateInVietnam(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}

function atNoon(date: string): Date {
  return new Date(`${date}T12:00:00Z`);
}
