// `npm run bench:faults -- payments --trials=N --seed=S --engine=pg|pglite`: histories of payments with everything that goes wrong
// between phone, province and Zalo; afterwards nobody has paid twice, nothing is paid and not known, and the ledger is even.
import { startPostgres } from '../tests/support/postgres.ts';
import { keepReport, machine } from './keep-report.ts';

interface Wanted {
  seed: string;
  trials: number;
  engine: 'pg' | 'pglite';
}

/** Answers the exit code. */
export async function benchPayments({ seed, trials, engine }: Wanted): Promise<number> {
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  const postgres =
    engine === 'pg' && process.env['TEST_DATABASE_URL'] === undefined
      ? await startPostgres({ fsync: 'off', synchronous_commit: 'off' })
      : undefined;
  if (postgres) process.env['TEST_DATABASE_URL'] = postgres.url;
  // Reads the environment as it is imported.
  const { foundPaymentTown } = await import('../server/test/histories/payment-town.ts');
  const { runHistories } = await import('../server/test/histories/run-histories.ts');
  const town = await foundPaymentTown(engine);
  try {
    const outcome = await runHistories(town, {
      seed,
      count: trials,
      onBatch({ histories, wrong, deaths }) {
        if (histories % 500 === 0)
          console.log(`${histories} histories, ${wrong.length} wrong, ${deaths} deaths of the server, ${seconds()} s`);
      },
    });
    const { histories, wrong, counts, deaths } = outcome;
    console.log(`\npayments: ${histories} histories in ${seconds()} s on ${engine}; ${machine()}; seed ${seed}`);
    for (const [what, times] of Object.entries({ ...counts, 'deaths of the server': deaths, wrong: wrong.length }))
      console.log(`  ${what.padEnd(22)} ${String(times).padStart(8)}`);
    for (const words of wrong) console.log(`  ${words}`);
    keepReport('faults-payments', { seed, histories, seconds: seconds(), engine, counts, deaths, wrong });
    return wrong.length === 0 && (counts['FORGED AND TAKEN'] ?? 0) === 0 ? 0 : 1;
  } finally {
    await town.close();
    await postgres?.stop();
  }
}
