import type { ConformanceReport } from './run.ts';
import { checkNames, type Outcome } from './tally.ts';

const MARKS = { holds: 'ok', fault: 'FAULT', 'not-run': '–' } as const;

/** The whole report as a table for a terminal: an operation a line, a check a column; then faults, then what was not run. */
export function reportText({ outcomes, requests, holds, faults, notRun }: ConformanceReport): string {
  const operations = [...new Set(outcomes.map(({ operation }) => operation))];
  const width = Math.max(...operations.map((name) => name.length));
  const at = (operation: string, check: Outcome['check']) =>
    outcomes.find((one) => one.operation === operation && one.check === check);
  const head = ['operation'.padEnd(width), ...checkNames.map((name) => name.padEnd(11))].join('  ');
  const rows = operations.map((operation) =>
    [
      operation.padEnd(width),
      ...checkNames.map((check) => {
        const state = at(operation, check)?.state;
        return (state === undefined ? '' : MARKS[state]).padEnd(11);
      }),
    ].join('  '),
  );
  const bad = outcomes
    .filter(({ state }) => state === 'fault')
    .flatMap(({ operation, check, said }) => said.map((text) => `FAULT  ${operation} (${check}): ${text}`));
  const needs = new Map<string, string[]>();
  for (const { operation, check, said } of outcomes.filter(({ state }) => state === 'not-run')) {
    const need = said.join('; ');
    needs.set(need, [...(needs.get(need) ?? []), `${operation} (${check})`]);
  }
  const open = [...needs].map(([need, checks]) => `not run: ${need}\n    ${checks.join(', ')}`);
  const sum = `${holds} checks hold, ${faults} with faults, ${notRun} not run; ${requests} requests.`;
  return [[head, ...rows].join('\n'), bad.join('\n'), open.join('\n'), sum].filter(Boolean).join('\n\n');
}
