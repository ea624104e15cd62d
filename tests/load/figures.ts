import type { Measured } from './line-client.ts';

export interface Line extends Measured {
  /** How many dossiers or reports there are. */
  size: number;
  what: string;
}

const fuller = (most: Line | undefined, line: Line): Line =>
  most === undefined || line.size > most.size ? line : most;

/** What must hold at the fullest. */
const targets: readonly { what: string; least: number; p95?: number }[] = [
  { what: 'nearby, 100 a second', least: 95, p95: 50 },
  { what: 'map, 100 a second', least: 95, p95: 50 },
  { what: 'map near, 100 a second', least: 95, p95: 50 },
  { what: 'submit a dossier', least: 50, p95: 1_000 },
  { what: 'submit, 60 a second', least: 50, p95: 1_000 },
  { what: 'read a timeline', least: 1_500 },
];

/** Of what was measured; at the fullest each. */
export function missedTargets(lines: readonly Line[]): { refusals: string[]; tooSlow: string[] } {
  const failed = lines.filter(({ errors }) => errors > 0);
  const refusals = failed.map(({ what, statuses }) => `${what}: answered ${JSON.stringify(statuses)}`);
  const tooSlow = targets.flatMap(({ what, least, p95 }) => {
    const line = lines.filter((one) => one.what === what).reduce<Line | undefined>(fuller, undefined);
    if (line === undefined) return [];
    const misses: string[] = [];
    if (line.perSecond < least) misses.push(`${what}: ${line.perSecond.toFixed(0)} a second, not ${least}`);
    if (p95 !== undefined && line.p95 > p95) misses.push(`${what}: p95 ${line.p95.toFixed(0)} ms, not ${p95}`);
    return misses;
  });
  return { refusals, tooSlow };
}

const columns: readonly [title: string, show: (line: Line) => string][] = [
  ['rows', ({ size }) => size.toLocaleString('en')],
  ['a second', ({ perSecond }) => perSecond.toFixed(0)],
  ['server ms', ({ serverMs }) => serverMs.toFixed(2)],
  ['db ms', ({ databaseMs }) => databaseMs.toFixed(2)],
  ['p50 ms', ({ p50 }) => p50.toFixed(1)],
  ['p95 ms', ({ p95 }) => p95.toFixed(1)],
  ['p99 ms', ({ p99 }) => p99.toFixed(1)],
  ['worst', ({ worst }) => worst.toFixed(0)],
  ['errors', ({ errors }) => String(errors)],
];

export function heading(): string {
  return ['what'.padEnd(24), ...columns.map(([title]) => title.padStart(10))].join(' ');
}

export function inColumns(line: Line): string {
  return [line.what.padEnd(24), ...columns.map(([, show]) => show(line).padStart(10))].join(' ');
}
