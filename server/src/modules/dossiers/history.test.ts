import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildCalendar, dossierStates, officeMoves, type DossierState, type Schemas } from '@dvc/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { days, hours } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';
import { keepPromising } from './promises.ts';
import { readSurroundings } from './rule-context.ts';

type Dossier = Schemas['Dossier'];
const states = dossierStates.map(({ code }) => code);
const holidays = new URL('../../../../provinces/tay-ninh/holidays.json', import.meta.url);

describe.each(databaseKinds)('the history of a dossier on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let promise: () => Promise<void>;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100000' } });
    url = await listen(server);
    const { calendar: known, today } = await readSurroundings(server.deps.province, server.clock);
    // The same calendar after the government has decided three more years.
    const grown = { ...known, knownUntil: '2030-12-31' };
    const jobs = { ...server.deps.jobs, every: (_: string, __: number, run: () => Promise<void>) => (promise = run) };
    keepPromising({ ...server.deps, jobs }, { calendar: grown, today });
  });
  afterAll(() => server.close());

  async function sent(): Promise<{ id: string; code: string }> {
    anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    const { dossierId, code } = (await submitDraft(anh, submission)).body;
    return { id: dossierId, code };
  }
  async function move(code: string, to: DossierState): Promise<number> {
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: `/integration/dossiers/${code}/transitions`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
      // What this procedure costs stands in no form, so the office says it.
      payload: {
        ...{ to, by: 'Phường Tân Ninh', note: 'Vì mưa bão.' },
        ...(to === 'paymentRequired' ? { fee: { amountVnd: 8000 } } : {}),
      },
    });
    return statusCode;
  }
  async function read(id: string): Promise<Dossier> {
    anh = await citizenPhone(server, 'anh');
    return (await anh.call<Dossier>('GET', `/dossiers/${id}`)).body;
  }
  const kept = async (id: string) =>
    (
      await server.deps.db.query<{ state: DossierState; due_date: string | null }>(
        'select state, due_date from dossiers where id = $1',
        [id],
      )
    ).rows[0]!;

  test('whatever transition is tried, events are only appended, and without one neither state nor due date moves', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ to: fc.constantFrom(...states), hop: fc.nat(90) }), { minLength: 6, maxLength: 14 }),
        async (tries) => {
          const { id, code } = await sent();
          let before = await read(id);
          let row = await kept(id);
          for (const { to, hop } of tries) {
            server.clock.advance(hours(hop));
            const allowed = officeMoves(before.state).includes(to);
            expect(await move(code, to)).toBe(allowed ? 200 : 409);
            const after = await read(id);
            const now = await kept(id);
            expect(after.events.slice(0, before.events.length)).toEqual(before.events);
            expect(after.events.length).toBe(before.events.length + (allowed ? 1 : 0));
            expect(after.state).toBe(after.events.at(-1)?.state);
            if (!allowed) expect(now).toEqual(row);
            if (row.due_date !== null) expect(now.due_date! >= row.due_date).toBe(true);
            [before, row] = [after, now];
          }
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  test('a day beyond the calendar is not guessed; it is promised, and told, when the calendar has grown', async () => {
    const { id, code } = await sent();
    await server.deps.db.query('update dossiers set working_days = 5 where id = $1', [id]);
    const { knownUntil } = buildCalendar(JSON.parse(readFileSync(holidays, 'utf8')));
    server.clock.set(new Date(Date.parse(`${knownUntil}T03:00:00Z`) - days(1)));
    expect(await move(code, 'accepted')).toBe(200);
    expect(await read(id)).toMatchObject({ clock: 'running', dueDate: null, promisedDays: 5, workingDaysLeft: null });
    const stillUnknown = server.clock.now();
    await move(code, 'suspended');
    server.clock.set(new Date(stillUnknown.getTime() + days(14)));
    await move(code, 'processing');
    expect((await read(id)).dueDate).toBeNull();
    await promise();
    await promise();
    const { dueDate, events } = await read(id);
    expect(dueDate! > events.at(-1)!.at.slice(0, 10)).toBe(true);
    const { body } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    expect(
      body.items.filter(({ title, path }) => title.endsWith('đã có ngày hẹn') && path === `/ho-so/${id}`),
    ).toHaveLength(1);
  });
});
