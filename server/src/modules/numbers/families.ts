import type { Schemas } from '@dvc/contract';

export type Cells = Readonly<Record<string, number>>;

/** Family → cell → count: of a week, or what of it is published or waits. */
export type Counts = Readonly<Record<string, Cells>>;

/** Some people or things, counted as a whole (`all`), and ways to part them. Every detail parts the whole of them. */
interface Population {
  total: string;
  details: readonly string[];
}

/** Counted as they come: a week's are its own. */
export const populations: readonly Population[] = [
  { total: 'visits', details: [] },
  { total: 'sent', details: ['filling', 'reuse', 'channel'] },
  { total: 'finished', details: ['promise', 'processing', 'result', 'fee'] },
  { total: 'rated', details: ['satisfaction'] },
  { total: 'resolved', details: ['reportPromise'] },
];

/** Counted as they stand at a week's end. */
export const standing: Population = { total: 'people', details: ['age'] };

/** The cells of a family in the order they are shown. */
export const order = {
  filling: ['within10Minutes', 'within30Minutes', 'withinHour', 'withinDay', 'longer'],
  processing: ['sameDay', 'within3Days', 'within7Days', 'within15Days', 'within30Days', 'longer'],
  satisfaction: ['satisfied', 'middling', 'unsatisfied'],
} as const;

export type Step = Schemas['CountedStep'];

/** The way of one dossier, as the phone counts it. */
export const way = ['check', 'fill', 'papers', 'review', 'sent'] as const satisfies readonly Step[];

const FUNNEL = 'way ';
export const funnelOf = (procedureCode: string): string => FUNNEL + procedureCode;
export const procedureIn = (family: string): string | undefined =>
  family.startsWith(FUNNEL) ? family.slice(FUNNEL.length) : undefined;

/** How many dossiers were published as sent since the ways were published last: what their rest is reckoned from. */
export const SENT_SINCE = 'sentSinceWays';

export const valuesOf = (cells: Cells | undefined): number[] => Object.values(cells ?? {});

export const sumOf = (cells: Cells | undefined): number => valuesOf(cells).reduce((sum, count) => sum + count, 0);

export function addCells(one: Cells | undefined, other: Cells | undefined): Cells {
  const sum: Record<string, number> = { ...one };
  for (const [cell, count] of Object.entries(other ?? {})) sum[cell] = (sum[cell] ?? 0) + count;
  return sum;
}

export function addCounts(one: Counts, other: Counts): Counts {
  const families = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...families].map((family) => [family, addCells(one[family], other[family])]));
}
