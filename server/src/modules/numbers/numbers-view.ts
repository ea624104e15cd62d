import type { Schemas } from '@dvc/contract';
import { SMALLEST } from './close-week.ts';
import { addCells, order, procedureIn, sumOf, valuesOf, way, type Cells, type Counts } from './families.ts';
import type { Sources } from './ports.ts';
import type { WeekRow } from './week-rows.ts';
import { sundayOf } from './weeks.ts';

type Share = Schemas['NumberShare'];

/** Of decision 766/QĐ-TTg; where it names no figure there is none. */
const targets: Partial<Record<Share['id'], number>> = {
  online: 0.5,
  offered: 0.8,
  paidOnline: 0.8,
  digitised: 0.8,
  reused: 0.8,
  satisfied: 0.9,
};

/** A share of what is told; nothing to take a share of is no share. */
function share(id: Share['id'], part: number, whole: number): Share {
  const target = targets[id] ?? null;
  return whole > 0 ? { id, part, whole, target } : { id, part: null, whole: null, target };
}

const told = (cells: Cells | undefined): number | null => (cells === undefined ? null : sumOf(cells));

function weekOf({ week, published }: WeekRow): Schemas['NumberWeek'] {
  return {
    from: week,
    to: sundayOf(week),
    visits: told(published['visits']),
    dossiers: told(published['sent']),
    finished: told(published['finished']),
  };
}

const standingOf = (cells: Cells | undefined): number | null => told(cells) || null;

function peopleOf(newest: Counts): Schemas['Numbers']['people'] {
  const { age } = newest;
  const known = (age?.['over45'] ?? 0) + (age?.['upTo45'] ?? 0);
  const isKnown = known > 0;
  return {
    users: standingOf(newest['people']),
    over45: isKnown ? (age?.['over45'] ?? 0) : null,
    ageKnown: isKnown ? known : null,
  };
}

/** Every share of decision 766 that can be told here, and that of reports. More than one supplement counts as late. */
function sharesOf(sum: Counts, offered: { part: number; whole: number }): Share[] {
  const of = (family: string, cell: string): number => sum[family]?.[cell] ?? 0;
  const online = of('channel', 'online');
  return [
    share('onTime', of('promise', 'onTime'), of('promise', 'onTime') + of('promise', 'late')),
    // Without a word of the counters everything would be online.
    of('channel', 'counter') > 0 ? share('online', online, online + of('channel', 'counter')) : share('online', 0, 0),
    share('offered', offered.part, offered.whole),
    share('paidOnline', of('fee', 'online'), of('fee', 'online') + of('fee', 'otherwise')),
    share('digitised', of('result', 'electronic'), of('result', 'electronic') + of('result', 'onPaper')),
    share('reused', of('reuse', 'reused'), of('reuse', 'reused') + of('reuse', 'typed')),
    share('satisfied', of('satisfaction', 'satisfied'), sumOf(sum['satisfaction'])),
    share('reportsOnTime', of('reportPromise', 'onTime'), of('reportPromise', 'onTime') + of('reportPromise', 'late')),
  ];
}

function spread(cells: Cells | undefined, ids: readonly string[]): Schemas['NumberSpread'] {
  const counts = ids.map((id) => ({ id, count: cells?.[id] ?? 0 }));
  return counts.some(({ count }) => count > 0) ? counts : [];
}

function funnelsOf(sum: Counts, sources: Sources): Schemas['NumberFunnel'][] {
  return Object.entries(sum)
    .flatMap(([family, cells]) => {
      const procedureCode = procedureIn(family);
      const name = procedureCode === undefined ? undefined : sources.procedureName(procedureCode);
      if (procedureCode === undefined || name === undefined || valuesOf(cells).every((count) => count === 0)) return [];
      return [{ procedureCode, name, steps: way.map((step) => ({ step, count: cells[step] ?? 0 })) }];
    })
    .sort((one, other) => (other.steps[0]?.count ?? 0) - (one.steps[0]?.count ?? 0));
}

/** What everybody may see of these weeks. Nothing but sums of what is published: no new differences come about here. */
export function numbersOf(weeks: readonly WeekRow[], sources: Sources): Schemas['Numbers'] {
  const sum: Record<string, Cells> = {};
  for (const { published } of weeks) {
    for (const [family, cells] of Object.entries(published)) sum[family] = addCells(sum[family], cells);
  }
  return {
    sample: weeks.some(({ sample }) => sample),
    smallest: SMALLEST,
    weeks: weeks.map(weekOf),
    people: peopleOf(weeks.at(-1)?.published ?? {}),
    shares: sharesOf(sum, sources.offered()),
    filling: spread(sum['filling'], order.filling),
    processing: spread(sum['processing'], order.processing),
    ratings: spread(sum['satisfaction'], order.satisfaction),
    funnels: funnelsOf(sum, sources),
  };
}
