import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

/** What figures were taken on; without it they say nothing. */
export const processors = (): string => `${cpus().length} × ${cpus()[0]?.model ?? '?'}`;

/** The load of the last minute: what else the machine did. */
export const loadNow = (): string => loadavg()[0]?.toFixed(1) ?? '?';

export const machine = (): string => `${processors()}, load ${loadNow()}`;

/** Keeps what a tool measured in `.bench/<name>.json`, with when and on what. */
export function keepReport(name: string, report: object): void {
  mkdirSync('.bench', { recursive: true });
  // Also over what an earlier run left in the report.
  const about = { at: new Date().toISOString(), machine: processors(), load: loadavg() };
  writeFileSync(`.bench/${name}.json`, JSON.stringify({ ...about, ...report, ...about }, null, 1));
}
