import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseKinds } from '../support/test-database.ts';
import { foundPaymentTown, type PaymentTown } from './payment-town.ts';
import { runHistories } from './run-histories.ts';

/** HISTORIES=10000 for the long run; `npm run bench:faults -- payments` is the same with a report. */
const COUNT = Number(process.env['HISTORIES'] ?? 100);

let town: PaymentTown;
beforeAll(async () => {
  town = await foundPaymentTown(databaseKinds.at(-1) ?? 'pglite');
}, 120_000);
afterAll(() => town.close());

test(
  'call-backs lost, doubled, late and forged, a server that dies at any statement, a clock that jumps: nobody pays twice',
  async () => {
    const { wrong, counts, deaths } = await runHistories(town, {
      seed: process.env['HISTORY_SEED'] ?? 'ci',
      count: COUNT,
    });
    console.info(JSON.stringify({ histories: COUNT, deaths, ...counts }));
    expect(wrong).toEqual([]);
    expect(counts['FORGED AND TAKEN']).toBeUndefined();
    // It has really been through what it says.
    for (const what of ['paid at Zalo', 'call-backs lost', 'call-backs again', 'forged', 'order ids lost'])
      expect(counts[what], what).toBeGreaterThan(0);
    expect(deaths).toBeGreaterThan(0);
  },
  60 * 60_000,
);
