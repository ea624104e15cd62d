import type { Language } from './texts';

// Offices, deadlines and citizens live in this zone, whatever the phone is set to. It has had no summer time since 1975.
const zoneOffsetMs = 7 * 60 * 60 * 1000;
const viDays = ['Chủ nhật', 'thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy'];
const enDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const noBreak = '\u00a0';

/** A moment as its calendar day in Viet Nam, `2026-11-23`. */
export function dayOf(moment: Date | string): string {
  const local = new Date(new Date(moment).getTime() + zoneOffsetMs);
  return local.toISOString().slice(0, 10);
}

/** `2026-11-26` → "26/11/2026". */
export function shortDate(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

/** `2026-11-26` → "thứ năm, 26/11/2026"; a line may end after the comma, else a narrow one would end inside the number. */
export function longDate(day: string, language: Language): string {
  const weekday = new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay();
  const name = (language === 'vi' ? viDays : enDays)[weekday] ?? '';
  return `${name.replaceAll(' ', noBreak)}, ${shortDate(day)}`;
}

/** The time of a moment in Viet Nam, "14:30". */
export function timeOf(moment: Date | string): string {
  return new Date(new Date(moment).getTime() + zoneOffsetMs).toISOString().slice(11, 16);
}

/** "14:30 hôm nay", "14:30 hôm qua", else "14:30 thứ năm, 26/11/2026". */
export function momentInWords(moment: Date | string, current: Date, language: Language): string {
  const day = dayOf(moment);
  const yesterday = dayOf(new Date(current.getTime() - 24 * 60 * 60 * 1000));
  const words = language === 'vi' ? { today: 'hôm nay', before: 'hôm qua' } : { today: 'today', before: 'yesterday' };
  const when = day === dayOf(current) ? words.today : day === yesterday ? words.before : longDate(day, language);
  return `${timeOf(moment)} ${when}`;
}
