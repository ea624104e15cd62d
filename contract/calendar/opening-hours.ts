import type { Calendar } from './working-days.ts';

interface Span {
  /** 1 is Monday. */
  readonly days: readonly number[];
  /** `hh:mm`, local time of the province. */
  readonly from: string;
  readonly to: string;
}

/** When a place is open. `always` is day and night, holidays too. */
export interface OpeningHours {
  readonly always: boolean;
  readonly weekly: readonly Span[];
}

const always: OpeningHours = { always: true, weekly: [] };
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const dayNames = ['thu hai', 'thu ba', 'thu tu', 'thu nam', 'thu sau', 'thu bay', 'chu nhat'];
const timeSpan = /(\d{1,2})(?:[:h](\d{2})?)\s*-\s*(\d{1,2})(?:[:h](\d{2})?)/g;

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replace(/[–—]/g, '-');

function readDays(text: string): number[] | undefined {
  const named = dayNames.reduce((rest, name, index) => rest.replaceAll(name, ` ${index + 1} `), text);
  const short = named.replace(/\bcn\b/g, ' 7 ').replace(/\bt([2-7])\b/g, (_, day: string) => ` ${Number(day) - 1} `);
  const words = short
    .replace(/\b(den|toi)\b/g, '-')
    .replace(/\bva\b/g, ',')
    .replace(/[\s:]+/g, '');
  if (/^(hangngay|moingay|catuan)?,?$/.test(words)) return words === '' ? undefined : everyDay;
  const days = words.split(',').filter((part) => part !== '');
  if (!days.every((part) => /^[1-7](-[1-7])?$/.test(part))) return undefined;
  const found = days.flatMap((part) => {
    const first = Number(part[0]);
    const last = Number(part.at(-1));
    return everyDay.filter((day) => day >= first && day <= last);
  });
  return found.length === 0 ? undefined : [...new Set(found)].sort();
}

const clockTime = (hour = '', minute = '00'): string => `${hour.padStart(2, '0')}:${minute}`;

/**
 * Hours as people write them: “24/7”, “Thứ hai đến thứ sáu, 7:00–11:30 và 13:30–17:00”, “T2-T6 7h-17h; T7 7h-11h”,
 * “Hằng ngày, 5:00–21:00”. Answers undefined for what it does not understand, rather than half of it.
 */
export function readOpeningHours(written: string): OpeningHours | undefined {
  const text = plain(written).trim();
  if (text === '24/7' || text === 'ca ngay dem') return always;
  const weekly: Span[] = [];
  for (const part of text.split(';')) {
    const spans = [...part.matchAll(timeSpan)].map(([, h1, m1, h2, m2]) => ({
      from: clockTime(h1, m1),
      to: clockTime(h2, m2),
    }));
    const rest = part.replace(timeSpan, '').replace(/(\s|,|\bva\b)+$/g, '');
    const days = readDays(rest);
    if (days === undefined || spans.length === 0) return undefined;
    if (spans.some(({ from, to }) => from >= to || to > '24:00')) return undefined;
    weekly.push(...spans.map((span) => ({ days, ...span })));
  }
  return { always: false, weekly };
}

/** Open now and until when (null: for ever), or closed and when it opens next (null: not within a week). */
export type OpenState =
  | { readonly open: true; readonly until: string | null }
  | { readonly open: false; readonly next: { readonly date: string; readonly at: string } | null };

const dayMs = 86_400_000;
const weekdayOf = (date: string): number => ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** A place open all seven days keeps its hours on holidays; others close then, and work on make-up days as on a Monday. */
function spansOn(date: string, { weekly }: OpeningHours, calendar: Calendar): readonly Span[] {
  const daily = everyDay.every((day) => weekly.some(({ days }) => days.includes(day)));
  if (!daily && calendar.off.has(date)) return [];
  const weekday = !daily && calendar.on.has(date) ? 1 : weekdayOf(date);
  return weekly.filter(({ days }) => days.includes(weekday)).sort((a, b) => a.from.localeCompare(b.from));
}

/** What hours mean at a moment; date `yyyy-mm-dd` and time `hh:mm` of the province. */
export function openStateAt(
  hours: OpeningHours,
  { date, time }: { date: string; time: string },
  calendar: Calendar,
): OpenState {
  if (hours.always) return { open: true, until: null };
  const now = spansOn(date, hours, calendar).find(({ from, to }) => from <= time && time < to);
  if (now !== undefined) return { open: true, until: now.to };
  for (let ahead = 0; ahead <= 14; ahead += 1) {
    const day = later(date, ahead);
    const first = spansOn(day, hours, calendar).find(({ from }) => ahead > 0 || from > time);
    if (first !== undefined) return { open: false, next: { date: day, at: first.from } };
  }
  return { open: false, next: null };
}
