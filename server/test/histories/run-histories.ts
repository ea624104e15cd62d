import { createRandom } from '../../../tests/faults/random.ts';
import { paymentHistory, type Happening } from './payment-history.ts';
import { jump, type PaymentTown } from './payment-town.ts';
import { judge, reconcile } from './payment-verdict.ts';

export interface Outcome {
  histories: number;
  wrong: string[];
  counts: Record<string, number>;
  deaths: number;
}

/** As many at once as one day has: they meet in the same database, under the same clock. */
const BATCH = 50;

/** Histories of payments, some happening at once; after each batch the day's reconciliation, and the verdict. */
export async function runHistories(
  town: PaymentTown,
  { seed, count, onBatch }: { seed: string; count: number; onBatch?: (outcome: Outcome) => void },
): Promise<Outcome> {
  const outcome: Outcome = { histories: 0, wrong: [], counts: {}, deaths: 0 };
  const { server, db } = town;
  let held = 0;
  for (let batch = 0; outcome.histories < count; batch += 1) {
    const random = createRandom(seed, batch);
    const size = Math.min(BATCH, count - outcome.histories);
    const billIds = await town.newBills(size);
    let now = 0;
    const list: Happening[] = [];
    const agenda = {
      after: (milliseconds: number, run: () => Promise<void>) => void list.push({ at: now + milliseconds, run }),
      count: (what: string) => void (outcome.counts[what] = (outcome.counts[what] ?? 0) + 1),
    };
    billIds.forEach((id, index) => paymentHistory(town, id, createRandom(seed, batch, index), agenda));

    while (list.length > 0) {
      list.sort((one, other) => one.at - other.at);
      // What comes close together happens at once.
      const together = list.splice(0, random.whole(1, 5));
      const [next] = together;
      server.clock.advance(Math.max(0, (next?.at ?? now) - now));
      now = Math.max(now, next?.at ?? now);
      if (random.chance(0.06)) db.dieAfter(random.whole(1, 60));
      await Promise.all(together.map(({ run }) => run()));
      if (random.chance(0.05)) jump(server, random);
      if (random.chance(0.25)) await town.work();
      if (db.isDead) db.startAgain();
    }
    await reconcile(town);
    const { wrong, heldNow } = await judge(town, billIds, held);
    held = heldNow;
    outcome.wrong.push(...wrong.map((words) => `seed ${seed}, batch ${batch}: ${words}`));
    outcome.histories += size;
    outcome.deaths = db.deaths;
    onBatch?.(outcome);
  }
  return outcome;
}
