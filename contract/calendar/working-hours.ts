import { addWorkingDays, dateInVietnam, isWorkingDay, type Calendar } from './working-days.ts';

/** From and to on the wall, `07:30`; the first before the second, spans in order. */
export type Span = readonly [from: string, to: string];

const minuteMs = 60_000;

/** The moment of a time on the wall in Việt Nam (UTC+7, no summer time). */
export function momentInVietnam(date: string, time: string): Date {
  return new Date(`${date}T${time}:00+07:00`);
}

/**
 * The moment at which so many hours of working time have passed since `from`. Counting begins at the next moment somebody works;
 * a full day that ends with the last span is due at its end, not at the next morning's beginning.
 */
export function addWorkingHours(from: Date, hours: number, calendar: Calendar, spans: readonly Span[]): Date {
  if (spans.length === 0) throw new Error('nobody works at any hour');
  let left = hours * 60 * minuteMs;
  let date = dateInVietnam(from);
  if (!isWorkingDay(date, calendar)) date = addWorkingDays(date, 1, calendar);
  for (;;) {
    for (const [begins, ends] of spans) {
      const start = Math.max(momentInVietnam(date, begins).getTime(), from.getTime());
      const worked = momentInVietnam(date, ends).getTime() - start;
      if (worked <= 0) continue;
      if (worked >= left) return new Date(start + left);
      left -= worked;
    }
    date = addWorkingDays(date, 1, calendar);
  }
}
