/** Working days of a province: Monday to Friday, minus days off, plus make-up days. Dates are `yyyy-mm-dd`. */
export interface Calendar {
  /** Weekdays on which nobody works. */
  readonly off: ReadonlySet<string>;
  /** Weekend days on which people work in exchange for another day. */
  readonly on: ReadonlySet<string>;
}

interface CalendarDay {
  date: string;
  kind: string;
}

/** From `provinces/<id>/holidays.json`, whole or its list of days alone. */
export function buildCalendar(json: { days: readonly CalendarDay[] } | readonly CalendarDay[]): Calendar {
  const days = 'days' in json ? json.days : json;
  const on = days.filter((day) => day.kind === 'make-up-workday').map((day) => day.date);
  const off = days.filter((day) => day.kind !== 'make-up-workday').map((day) => day.date);
  return { off: new Set(off), on: new Set(on) };
}

/** Weekends only; for places where no list of holidays is at hand. */
export const plainCalendar: Calendar = { off: new Set(), on: new Set() };

export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.on.has(date)) return true;
  const weekday = atNoon(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.off.has(date);
}

/**
 * The n-th working day after `date`; before it when n is negative. With 0: `date` itself, or the next working day
 * if nobody works on it.
 */
export function addWorkingDays(date: string, n: number, calendar: Calendar): string {
  if (n === 0) return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
  const step = n > 0 ? 1 : -1;
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
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
