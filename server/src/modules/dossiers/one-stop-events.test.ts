import { randomUUID } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import { ONE_STOP } from '@dvc/emulator/src/identity.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, hours, minutes } from '#core/clock';
import { citizenPhone, listen, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];
type State = Schemas['DossierState'];
interface Taken {
  outcome: string;
  state: State;
}

const OFFICE = 'Ủy ban nhân dân phường Tân Ninh';

describe.each(databaseKinds)('what the one-stop system says, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let receipt: Schemas['Receipt'];

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' } });
    // A Monday without holidays near it.
    server.clock.set(new Date('2026-11-09T02:00:00Z'));
    url = await listen(server);
  });
  beforeEach(async () => {
    anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    receipt = (await submitDraft(anh, submission)).body;
  });
  afterAll(() => server.close());

  async function ask<T>(method: 'GET' | 'POST', path: string, payload?: object, key: string = ONE_STOP.keyAtServer) {
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': randomUUID() };
    const response = await server.app.inject({
      method,
      url: `/integration${path}`,
      headers,
      ...(payload ? { payload } : {}),
    });
    return { status: response.statusCode, body: response.json<T>() };
  }

  const event = (sequence: number, to: State, more: object = {}) => ({
    eventId: randomUUID(),
    dossierCode: receipt.code,
    sequence,
    occurredAt: server.clock.now().toISOString(),
    to,
    by: OFFICE,
    ...(['refused', 'supplementRequired', 'suspended'].includes(to) ? { note: 'Hãy chụp lại.' } : {}),
    ...more,
  });
  const tell = <T = Taken>(what: object) => ask<T>('POST', '/dossier-events', what);
  const outcome = async (what: object) => (await tell(what)).body.outcome;

  async function dossier(): Promise<Dossier> {
    anh = await citizenPhone(server, 'anh');
    return (await anh.call<Dossier>('GET', `/dossiers/${receipt.dossierId}`)).body;
  }
  const road = async () => (await dossier()).events.map(({ state }) => state);
  const letters = async () => {
    const { body } = await ask<{ items: Schemas['DeadLetter'][] }>(
      'GET',
      '/dead-letters',
      undefined,
      TEST_INTEGRATION_KEY,
    );
    return body.items.filter(({ code }) => code === receipt.code);
  };

  const gaps = async () => {
    await server.deps.db.script('delete from schedules');
    server.deps.jobs.start();
    await new Promise((done) => setTimeout(done, 600));
    await server.deps.jobs.stop();
  };

  test('moves the dossier, proves that it has arrived, tells the citizen', async () => {
    // Two notices of the same instant have no order.
    server.clock.advance(minutes(1));
    expect(await tell(event(1, 'accepted'))).toEqual({ status: 200, body: { outcome: 'applied', state: 'accepted' } });
    const { acknowledgements, events, dueDate } = await dossier();
    expect(acknowledgements.forwarding.state).toBe('arrived');
    expect([events.at(-1)?.by, dueDate]).toEqual([OFFICE, '2026-11-10']);
    const { body } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    expect(body.items[0]).toMatchObject({
      path: `/ho-so/${receipt.dossierId}`,
      body: expect.stringContaining('Hẹn trả'),
    });
  });

  test('the same event ten times at once is one; its id with other words is a conflict', async () => {
    const accepted = event(1, 'accepted');
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(accepted)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.outcome}`))).toEqual(new Set(['200 applied']));
    expect(await road()).toEqual(['submitted', 'accepted']);
    const { status, body } = await tell<Problem>({ ...accepted, to: 'processing' });
    expect([status, body.code]).toEqual([409, 'idempotency-conflict']);
  });

  test('overtaken events wait for the earlier ones; the road is as it was', async () => {
    expect(await outcome(event(3, 'completed'))).toBe('held');
    expect(await outcome(event(2, 'processing'))).toBe('held');
    expect(await road()).toEqual(['submitted']);
    const first = await tell(event(1, 'accepted'));
    expect(first.body).toEqual({ outcome: 'applied', state: 'completed' });
    expect(await road()).toEqual(['submitted', 'accepted', 'processing', 'completed']);
  });

  test('a missing event is waited for half an hour, then passed over; when it comes it moves nothing back', async () => {
    await tell(event(1, 'accepted'));
    expect(await outcome(event(3, 'processing'))).toBe('held');
    server.clock.advance(minutes(29));
    await gaps();
    expect(await road()).toEqual(['submitted', 'accepted']);
    server.clock.advance(minutes(2));
    expect(await letters()).toMatchObject([{ kind: 'event', attempts: 3, reason: 'held processing' }]);
    await gaps();
    expect(await road()).toEqual(['submitted', 'accepted', 'processing']);
    expect(await tell(event(2, 'supplementRequired'))).toMatchObject({
      body: { outcome: 'late', state: 'processing' },
    });
    expect(await road()).toEqual(['submitted', 'accepted', 'processing']);
    expect(await letters()).toEqual([]);
  });

  test('a hundred dossiers that nothing can be passed over for hold up no other', async () => {
    await tell(event(3, 'completed'));
    await server.deps.db.query(
      `insert into dossiers select (jsonb_populate_record(d, jsonb_build_object(
         'id', gen_random_uuid(), 'draft_id', gen_random_uuid(), 'code', d.code || '-stuck-' || n))).*
         from dossiers d, generate_series(1, 100) n where d.id = $1`,
      [receipt.dossierId],
    );
    await server.deps.db.query(
      `insert into one_stop_events select (jsonb_populate_record(e, jsonb_build_object(
         'event_id', d.id::text, 'dossier_id', d.id, 'received_at', e.received_at - interval '1 hour'))).*
         from one_stop_events e, dossiers d where e.dossier_id = $1 and d.code like '%-stuck-%'`,
      [receipt.dossierId],
    );
    await server.deps.db.query('delete from one_stop_events where dossier_id = $1', [receipt.dossierId]);
    await tell(event(1, 'accepted'));
    await tell(event(3, 'processing'));
    server.clock.advance(minutes(31));
    await gaps();
    expect(await road()).toEqual(['submitted', 'accepted', 'processing']);
    await server.deps.db.query(
      'delete from one_stop_events where dossier_id in (select id from dossiers where code like $1)',
      ['%-stuck-%'],
    );
  });

  test('what cannot be is written down for people; after their mending it is tried again', async () => {
    expect(await tell(event(1, 'completed'))).toMatchObject({ body: { outcome: 'impossible', state: 'submitted' } });
    expect(await letters()).toMatchObject([{ kind: 'event', state: 'submitted', reason: 'impossible completed' }]);
    await ask('POST', `/dossiers/${receipt.code}/transitions`, { to: 'accepted', by: OFFICE }, TEST_INTEGRATION_KEY);
    const retried = await ask<{ openEvents: number }>('POST', `/dossiers/${receipt.code}/forwarding`);
    expect(retried.body.openEvents).toBe(0);
    expect(await road()).toEqual(['submitted', 'accepted', 'completed']);
    expect(await letters()).toEqual([]);
  });

  test('an impossible event that others have passed is history when it is tried again', async () => {
    await tell(event(1, 'completed'));
    await tell(event(2, 'accepted'));
    await ask('POST', `/dossiers/${receipt.code}/forwarding`);
    expect(await road()).toEqual(['submitted', 'accepted']);
    expect(await letters()).toEqual([]);
  });

  test('an officer here and an officer there did the same: nothing is told twice', async () => {
    await ask('POST', `/dossiers/${receipt.code}/transitions`, { to: 'accepted', by: OFFICE }, TEST_INTEGRATION_KEY);
    expect(await outcome(event(1, 'accepted'))).toBe('already');
    expect(await road()).toEqual(['submitted', 'accepted']);
  });

  test('working days count from when it happened; a wrong clock there cannot bend the timeline', async () => {
    const yesterday = server.clock.now();
    server.clock.advance(days(1));
    await tell(event(1, 'accepted', { occurredAt: new Date(yesterday.getTime() + 1000).toISOString() }));
    const accepted = await dossier();
    expect(accepted.dueDate).toBe('2026-11-10');
    await tell(event(2, 'supplementRequired', { occurredAt: '2020-01-01T00:00:00Z' }));
    await tell(event(3, 'processing', { occurredAt: '2040-01-01T00:00:00Z' }));
    const times = (await dossier()).events.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)).toBe(server.clock.now().toISOString());
    server.clock.advance(-days(1));
  });

  test('refused in words: a dossier nobody has, no reason where one is due, no scope', async () => {
    const unknown = await tell<Problem>(event(1, 'accepted', { dossierCode: '000.00.00.H53-000101-0001' }));
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found']);
    expect(unknown.body.detail).toContain('000.00.00.H53-000101-0001');
    const silent = await tell<Problem>({ ...event(1, 'refused'), note: ' ' });
    expect([silent.status, silent.body.errors?.[0]?.path]).toEqual([422, 'note']);
    expect(await road()).toEqual(['submitted']);
    server.clock.advance(hours(1));
  });
});
