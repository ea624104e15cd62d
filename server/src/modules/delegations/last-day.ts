import { isRealDate } from '@dvc/contract/forms';

const ADULT_AT = 18;

interface Day {
  year: number;
  month: number;
  day: number;
}

function read(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function write({ year, month, day }: Day): string {
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The same day some months on; the last of the month where it has no such day. */
function monthsLater(date: string, months: number): string {
  const from = read(date);
  const count = from.month - 1 + months;
  const year = from.year + Math.floor(count / 12);
  const month = (count % 12) + 1;
  let { day } = from;
  while (!isRealDate(year, month, day)) day -= 1;
  return write({ year, month, day });
}

/** The first day on which somebody is grown up. */
export function adultOn(birthDate: string): string {
  return monthsLater(birthDate, ADULT_AT * 12);
}

/** Until when one may act: so many months, for a child not beyond the day before it is grown up. */
export function lastDay(today: string, months: number, childBornOn?: string): string {
  const wished = monthsLater(today, months);
  if (childBornOn === undefined) return wished;
  const grownUp = new Date(`${adultOn(childBornOn)}T12:00:00Z`);
  grownUp.setUTCDate(grownUp.getUTCDate() - 1);
  const last = grownUp.toISOString().slice(0, 10);
  return last < wished ? last : wished;
}
