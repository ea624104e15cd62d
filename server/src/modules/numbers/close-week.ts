import {
  addCounts,
  funnelOf,
  populations,
  procedureIn,
  SENT_SINCE,
  standing,
  sumOf,
  valuesOf,
  way,
} from './families.ts';
import type { Cells, Counts } from './families.ts';

/** Fewer than so many are never told, and no difference of what is told is fewer, unless it is none. */
export const SMALLEST = 10;

/** The ways of dossiers are told every so many weeks: most procedures are rare. */
export const WEEKS_OF_WAYS = 4;

const isTellable = (count: number): boolean => count === 0 || Math.abs(count) >= SMALLEST;

interface Week {
  /** What earlier weeks left. */
  waiting: Counts;
  found: Counts;
  /** What the week before published. */
  before: Counts;
  /** Weeks since the beginning of time. */
  number: number;
}

/** How many were on each step, and who left between any two of them, can be told. */
function isTellableWay(cells: Cells): boolean {
  const counts = way.map((step) => cells[step] ?? 0);
  return counts.every(
    (count, index) => isTellable(count) && counts.slice(index).every((later) => isTellable(count - later)),
  );
}

/**
 * Which procedures' ways are told. All dossiers sent less those told is a group, too: while it is too small, the procedure
 * with the fewest goes into it.
 */
function toldWays(pending: Counts, sentSince: number): string[] {
  const told = Object.keys(pending)
    .filter((family) => procedureIn(family) !== undefined)
    .filter((family) => isTellableWay(pending[family] ?? {}) && sumOf(pending[family]) > 0)
    .sort((one, other) => (pending[other]?.['sent'] ?? 0) - (pending[one]?.['sent'] ?? 0));
  const rest = (): number => sentSince - told.reduce((sum, family) => sum + (pending[family]?.['sent'] ?? 0), 0);
  while (told.length > 0 && !isTellable(rest())) told.pop();
  return told;
}

/**
 * Ends a week: what may be told of it and of what waited is published, once and for all; the rest waits, so that nothing is
 * lost and nothing small is seen. A detail is told only where its whole is: otherwise two details that begin and end
 * at different times would tell by their difference what the whole does not. Ways that are still too small when ways are told
 * are dropped for the same reason.
 */
export function closeWeek({ waiting, found, before, number }: Week): { published: Counts; waiting: Counts } {
  const pending = addCounts(waiting, found);
  const published: Record<string, Cells> = {};
  const left = new Map(Object.entries(pending));

  const close = (family: string): boolean => {
    const cells = pending[family] ?? {};
    if (!valuesOf(cells).every(isTellable)) return false;
    published[family] = cells;
    left.delete(family);
    return true;
  };
  for (const { total, details } of populations) {
    if (close(total)) details.forEach(close);
  }

  /** What stands is told anew when it has changed enough; until then what was told holds, and nothing waits. */
  const tellAnew = (family: string): boolean => {
    const [now, told] = [found[family] ?? {}, before[family] ?? {}];
    const isClear = Object.entries(now).every(
      ([cell, count]) => isTellable(count) && isTellable(count - (told[cell] ?? 0)),
    );
    published[family] = isClear ? now : told;
    left.delete(family);
    return isClear;
  };
  const isAnew = tellAnew(standing.total);
  for (const detail of standing.details) {
    if (isAnew) tellAnew(detail);
    else published[detail] = before[detail] ?? {};
    left.delete(detail);
  }

  if (published['sent'] !== undefined) {
    const sentSince = sumOf(pending[SENT_SINCE]) + sumOf(published['sent']);
    left.set(SENT_SINCE, { all: sentSince });
    if (number % WEEKS_OF_WAYS === 0) {
      for (const family of toldWays(pending, sentSince)) published[family] = pending[family] ?? {};
      const done = [...left.keys()].filter((family) => family === SENT_SINCE || procedureIn(family) !== undefined);
      for (const family of done) left.delete(family);
    }
  }
  return { published, waiting: Object.fromEntries(left) };
}

/** The ways that were counted, by procedure. */
export function waysOf(rows: readonly { step: string; procedureCode: string; times: number }[]): Counts {
  const ways: Record<string, Record<string, number>> = {};
  for (const { step, procedureCode, times } of rows) {
    if (procedureCode === '') continue;
    const cells = (ways[funnelOf(procedureCode)] ??= Object.fromEntries(way.map((one) => [one, 0])));
    cells[step] = (cells[step] ?? 0) + times;
  }
  return ways;
}
