import { addDays, momentInVietnam } from '@dvc/contract';
import type { Span } from './ports.ts';

/** How long after its end a week is published: what happened in it may be told late. */
const PATIENCE_DAYS = 2;
const FIRST_MONDAY = '1970-01-05';

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Weeks since the beginning of time, of a Monday. */
export const weekNumber = (monday: string): number => daysBetween(FIRST_MONDAY, monday) / 7;

export const mondayOf = (day: string): string => addDays(day, -(daysBetween(FIRST_MONDAY, day) % 7));

export const sundayOf = (monday: string): string => addDays(monday, 6);

/** The last week that may be published on a day. */
export const lastOver = (today: string): string => addDays(mondayOf(addDays(today, -PATIENCE_DAYS)), -7);

/** A week in moments. */
export function spanOf(monday: string): Span {
  return { from: momentInVietnam(monday, '00:00'), to: momentInVietnam(addDays(monday, 7), '00:00') };
}
