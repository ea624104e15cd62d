import { checkAnswers } from './check-answers.ts';
import { checkCors } from './check-cors.ts';
import { checkLimits } from './check-limits.ts';
import { checkPages } from './check-pages.ts';
import { checkRefusals } from './check-refusals.ts';
import { checkReplays } from './check-replay.ts';
import { Client } from './client.ts';
import { contractOperations, type Operation } from './contract-document.ts';
import { conformanceParts, ZALO_ORIGINS, type ConformanceOptions } from './options.ts';
import { Tally, type Outcome } from './tally.ts';
import { Things } from './things.ts';

/** What all checks share. */
export interface Run {
  client: Client;
  options: ConformanceOptions;
  tally: Tally;
  things: Things;
  operations: readonly Operation[];
  /** The address each operation was last asked at. */
  lastUrl: Map<string, string>;
}

export interface ConformanceReport {
  outcomes: readonly Outcome[];
  requests: number;
  holds: number;
  faults: number;
  notRun: number;
}

/** Asks a server everything the contract promises. Whatever could not be asked is in the report as not run. */
export async function runConformance(options: ConformanceOptions): Promise<ConformanceReport> {
  const client = new Client(options.baseUrl.replace(/\/$/, ''), options.origins?.[0] ?? ZALO_ORIGINS[0]);
  const tally = new Tally();
  const { only } = options;
  const operations = contractOperations.filter(({ id }) => only === undefined || only.includes(id));
  const things = new Things(client, options);
  const run: Run = { client, options, operations, tally, things, lastUrl: new Map() };
  const parts = options.parts ?? conformanceParts;
  if (parts.includes('refusals')) await checkRefusals(run);
  if (parts.includes('cors')) await checkCors(run);
  // Ends what the others need, so it comes after them.
  if (parts.includes('answers')) {
    await checkPages(run);
    await checkReplays(run);
    await checkAnswers(run);
    await checkLimits(run);
  }
  return {
    outcomes: tally.outcomes,
    requests: client.asked,
    holds: tally.count('holds'),
    faults: tally.count('fault'),
    notRun: tally.count('not-run'),
  };
}
