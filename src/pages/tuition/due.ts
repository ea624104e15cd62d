import type { Language } from '#lib/texts';
import { now } from '#lib/clock';
import { dayOf, longDate, shortDate } from '#lib/dates';

interface DueWords {
  due: (day: string) => string;
  daysLeft: (days: number) => string;
  lastDay: string;
  late: (days: number) => string;
}

const dayMs = 24 * 60 * 60_000;

/** "Hạn: 30/11/2026, còn 4 ngày"; with the language where there is room for the day of the week. */
export function dueInWords(dueDate: string, t: DueWords, language?: Language): string {
  const days = Math.round((Date.parse(dueDate) - Date.parse(dayOf(now()))) / dayMs);
  const left = days > 0 ? t.daysLeft(days) : days === 0 ? t.lastDay : t.late(-days);
  const day = language === undefined ? shortDate(dueDate) : longDate(dueDate, language);
  return `${t.due(day)}, ${left}`;
}
