export const checkNames = [
  'answer',
  'level',
  'unknown',
  'malformed',
  'method',
  'replay',
  'pages',
  'conditional',
  'cors',
  'limit',
] as const;

export type CheckName = (typeof checkNames)[number];

/** One check of one operation: it holds, it found faults, or it could not be run. */
export interface Outcome {
  operation: string;
  check: CheckName;
  state: 'holds' | 'fault' | 'not-run';
  /** Faults; or what would be needed. */
  said: string[];
}

/** Collects what was found. A check that could not be run is kept as such, and never counts as one that holds. */
export class Tally {
  readonly outcomes: Outcome[] = [];

  found(operation: string, check: CheckName, faults: readonly string[]): void {
    const before = this.outcomes.find((one) => one.operation === operation && one.check === check);
    if (before === undefined) {
      this.outcomes.push({ operation, check, state: faults.length === 0 ? 'holds' : 'fault', said: [...faults] });
      return;
    }
    if (before.state === 'not-run') before.said = [];
    before.state = before.state === 'fault' || faults.length > 0 ? 'fault' : 'holds';
    before.said.push(...faults.filter((fault) => !before.said.includes(fault)));
  }

  notRun(operation: string, check: CheckName, needs: string): void {
    if (this.outcomes.some((one) => one.operation === operation && one.check === check)) return;
    this.outcomes.push({ operation, check, state: 'not-run', said: [`needs ${needs}`] });
  }

  count(state: Outcome['state']): number {
    return this.outcomes.filter((one) => one.state === state).length;
  }
}
