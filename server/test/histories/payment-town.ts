import { randomUUID } from 'node:crypto';
import { Orders } from '@dvc/emulator/src/world/orders.ts';
import { hours, minutes, seconds } from '../../src/core/clock.ts';
import type { Database } from '../../src/db/port.ts';
import type { Random } from '../../../tests/faults/random.ts';
import { asOffice, bill, schoolBills } from '../support/payments.ts';
import type { TestPhone } from '../support/test-phone.ts';
import { buildTestServer, type TestServer } from '../support/test-server.ts';
import { Killed, mortal, type MortalDatabase } from './mortal-database.ts';

/** Parents, their children's bills, the province's server that may die, and Zalo. */
export interface PaymentTown {
  server: TestServer;
  db: MortalDatabase;
  phones: readonly TestPhone[];
  /** New bills, one for each history, which every parent may pay; Zalo has forgotten its orders. */
  newBills(count: number): Promise<string[]>;
  /** What the server does by itself: its clockwork, and the jobs that are due. */
  work(): Promise<void>;
  close(): Promise<void>;
}

const PARENTS = ['anh', 'binh', 'chi', 'dung'];

export async function foundPaymentTown(kind: Database['kind']): Promise<PaymentTown> {
  let db: MortalDatabase | undefined;
  const clockwork = new Map<string, () => Promise<void>>();
  const server = await buildTestServer({
    kind,
    env: { RATE_LIMIT_FACTOR: '1000000', LOG_LEVEL: 'silent' },
    around: (real) => (db = mortal(real)),
    beforeModules({ jobs }) {
      const every = jobs.every.bind(jobs);
      jobs.every = (name, period, run) => {
        clockwork.set(name, run);
        every(name, period, run);
      };
    },
  });
  if (!db) throw new Error('no database');
  const base = db;
  const phones: TestPhone[] = [];
  for (const id of PARENTS) phones.push(await (await server.phone(id).open()).giveContact());
  const checks = clockwork.get('payment-checks');
  if (!checks) throw new Error('the server asks nobody by itself');

  return {
    server,
    db: base,
    phones,
    async newBills(count) {
      server.emulator.world.orders = new Orders();
      server.emulator.world.log.clear();
      await base.query(`update sessions set expires_at = '2200-01-01'`);
      await base.query('delete from student_follows');
      const wishes = Array.from({ length: count }, () => bill({ billCode: randomUUID() }));
      await asOffice(server, 'POST', '/tuition/bills', schoolBills(wishes));
      await base.query(
        `insert into student_follows (account_id, student_id, followed_at)
         select a.id, b.student_id, $2 from accounts a cross join tuition_bills b where b.bill_code = any($1::text[])`,
        [wishes.map(({ billCode }) => billCode), server.clock.now()],
      );
      const { rows } = await base.query<{ id: string }>(
        'select id from tuition_bills where bill_code = any($1::text[]) order by bill_code',
        [wishes.map(({ billCode }) => billCode)],
      );
      return rows.map(({ id }) => id);
    },
    async work() {
      try {
        await checks();
        await server.deps.jobs.drain();
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
    },
    close: () => server.close(),
  };
}

/** A clock that jumps: mostly on, sometimes back. */
export function jump({ clock }: TestServer, random: Random): void {
  if (random.chance(0.3)) clock.advance(-random.whole(1, 15) * minutes(1));
  else clock.advance(random.chance(0.2) ? random.whole(1, 6) * hours(1) : random.whole(1, 300) * seconds(1));
}
