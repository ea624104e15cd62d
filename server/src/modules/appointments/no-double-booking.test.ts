import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { plainCalendar } from '@dvc/contract';
import { sha256 } from '#core/secrets';
import { OFFICE, SERVICE } from '../../../test/support/ask-and-book.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import type { AppointmentPlan } from './appointment-plan.ts';
import { createBooking } from './booking.ts';

/** `TRIALS=10000` is the long run. */
const TRIALS = Number(process.env['TRIALS'] ?? 40);
const PEOPLE = 200;
const MONDAY = new Date('2026-11-30T01:00:00Z');
const CAPACITY = 2;
const days = ['2026-12-01', '2026-12-02'];
const times = ['08:00', '08:30'];

const service = { id: SERVICE, name: 'Chứng thực', minutes: 15, capacity: CAPACITY, bring: [] };
const plan: AppointmentPlan = {
  offices: [{ id: OFFICE, name: 'Một cửa', address: 'Phường', sample: true, services: [service] }],
  daysAhead: 14,
  slots: times,
};

describe.each(databaseKinds)('no place goes to two, on %s', (kind) => {
  let server: TestServer;
  let booking: ReturnType<typeof createBooking>;
  const accounts = Array.from({ length: PEOPLE }, () => randomUUID());

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' } });
    server.clock.set(MONDAY);
    const now = server.clock.now();
    for (const [index, id] of accounts.entries()) {
      await server.deps.db.query(
        'insert into accounts (id, zalo_id, phone, created_at, seen_at) values ($1, $2, $3, $4, $4)',
        [id, `many-${String(index)}`, `09${String(index).padStart(8, '0')}`, now],
      );
      await server.deps.db.query(
        'insert into sessions (token_hash, account_id, created_at, expires_at) values ($1, $2, $3, $4)',
        [sha256(tokenOf(index)), id, now, new Date('2027-01-01')],
      );
    }
    booking = createBooking(server.deps, { plan, calendar: plainCalendar });
  });
  afterAll(() => server.close());
  beforeEach(() => forget());

  const tokenOf = (index: number): string => `t${String(index).padStart(42, '0')}`;
  const forget = () =>
    server.deps.db.script('delete from appointments; delete from appointment_days; delete from jobs;');

  async function faults(): Promise<unknown[]> {
    const { rows: full } = await server.deps.db.query(
      `select day, slot, count(*)::int as many from appointments where state in ('booked', 'called')
        group by day, slot having count(*) > $1`,
      [CAPACITY],
    );
    const { rows: same } = await server.deps.db.query(
      `select day, slot, place from appointments where state in ('booked', 'called')
        group by day, slot, place having count(*) > 1`,
    );
    const { rows: people } = await server.deps.db.query(
      `select account_id from appointments where state = 'booked' group by account_id having count(*) > 1`,
    );
    const { rows: numbers } = await server.deps.db.query(
      'select day, number from appointments group by day, number having count(*) > 1',
    );
    return [...full, ...same, ...people, ...numbers];
  }

  test('two hundred people at once for two places: two get one, the others hear that it is taken', async () => {
    const answers = await Promise.all(
      accounts.map((_, index) =>
        server.app.inject({
          method: 'POST',
          url: '/appointments',
          headers: { authorization: `Bearer ${tokenOf(index)}` },
          payload: { id: randomUUID(), officeId: OFFICE, serviceId: SERVICE, day: days[0], time: times[0] },
        }),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(CAPACITY);
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 201)) {
      expect(answer.json<{ code: string }>().code).toMatch(/^(slot-taken|server-busy)$/);
    }
    expect(await faults()).toEqual([]);
  });

  const act = fc.record({
    kind: fc.constantFrom('book', 'book', 'move', 'cancel', 'again'),
    person: fc.nat({ max: 6 }),
    day: fc.constantFrom(...days),
    time: fc.constantFrom(...times),
  });

  test(`${String(TRIALS)} random crowds that book, move, cancel and repeat`, { timeout: 30 * 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        async (waves) => {
          await forget();
          const held = new Map<number, { id: string; day: string; time: string }>();
          for (const wave of waves) {
            const done = await Promise.allSettled(
              wave.map(async ({ kind: what, person, day, time }) => {
                const accountId = accounts[person] ?? '';
                const mine = held.get(person);
                if (what === 'move' && mine) return booking.move({ id: mine.id, accountId, day, time });
                if (what === 'cancel' && mine) return booking.cancel({ id: mine.id, accountId });
                const wanted = what === 'again' && mine ? mine : { id: randomUUID(), day, time };
                const row = await booking.book({ ...wanted, accountId, officeId: OFFICE, serviceId: SERVICE });
                held.set(person, wanted);
                return row;
              }),
            );
            // Refusals have a code of the contract; anything else is a bug.
            for (const one of done) {
              if (one.status === 'rejected')
                expect((one.reason as { code?: string }).code).toMatch(/taken|booked|fixed|conflict/);
            }
            expect(await faults()).toEqual([]);
          }
        },
      ),
      { numRuns: TRIALS },
    );
  });
});
