import type { Language } from '#lib/texts';
import { now } from '#lib/clock';
import { dayOf, longDate } from '#lib/dates';

interface DueWords {
  due: (day: string) => string;
  daysLeft: (days: number) => string;
  lastDay: string;
  late: (days: number) => string;
}

const dayMs = 24 * 60 * 60_000;

/** "Hạn: thứ hai, 30/11/2026, còn 4 ngày". */
export function dueInWords(dueDate: string, t: DueWords, language: Language): string {
  const days = Math.round((Date.parse(dueDate) - Date.parse(dayOf(now()))) / dayMs);
  const left = days > 0 ? t.daysLeft(days) : days === 0 ? t.lastDay : t.late(-days);
  return `${t.due(longDate(dueDate, language))}, ${left}`;
}
