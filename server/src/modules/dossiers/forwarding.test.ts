import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '@dvc/emulator/src/world/faults.ts';
import { hours, minutes } from '#core/clock';
import { citizenPhone, listenForEvents, readyDraft, submitDraft } from '../../../test/support/birth-draft.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Dossier = Schemas['Dossier'];
interface Letters {
  items: Schemas['DeadLetter'][];
  total: number;
}

describe.each(databaseKinds)('the way to the one-stop system on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;

  beforeAll(async () => {
    const env = { RATE_LIMIT_FACTOR: '1000', ONE_STOP_TIMEOUT_MS: '2000' };
    server = await buildTestServer({ kind, oneStop: true, env });
    url = await listenForEvents(server);
  });
  beforeEach(async () => {
    server.emulator.world.reset();
    // A door shut by the test before is open again.
    server.clock.advance(minutes(1));
    await server.deps.db.script(`delete from jobs where kind = 'forward-dossier'`);
    anh = await citizenPhone(server, 'anh');
  });
  afterAll(() => server.close());

  const fault = (what: Fault) => server.emulator.world.faults.add(what);

  async function send(): Promise<Schemas['Receipt']> {
    const { submission } = await readyDraft(server, url, anh);
    return (await submitDraft(anh, submission)).body;
  }

  async function pass(step: number, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await server.deps.jobs.drain();
      server.clock.advance(step);
    }
    anh = await citizenPhone(server, 'anh');
  }

  const acknowledged = async (id: string) => (await anh.call<Dossier>('GET', `/dossiers/${id}`)).body.acknowledgements;

  async function told(dossierId: string): Promise<Schemas['Notification'][]> {
    const { body } = await anh.call<{ items: Schemas['Notification'][] }>('GET', '/notifications?limit=100');
    return body.items.filter(({ path, title }) => path === `/ho-so/${dossierId}` && title.includes('một cửa'));
  }

  async function office<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<{ status: number; body: T }> {
    const response = await server.app.inject({
      method,
      url: `/integration${path}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': crypto.randomUUID() },
      ...(body ? { payload: body } : {}),
    });
    return { status: response.statusCode, body: response.json<T>() };
  }

  const there = (id: string) => server.emulator.world.oneStop.dossiers.get(id);

  test('papers first, then the dossier; only its yes is the second acknowledgement', async () => {
    const receipt = await send();
    expect(await acknowledged(receipt.dossierId)).toMatchObject({
      registeredAt: null,
      forwarding: { state: 'onItsWay', since: server.clock.now().toISOString() },
    });
    await server.deps.jobs.drain();
    const asked = server.emulator.world.log.find('one-stop');
    expect(asked.map(({ method }) => method)).toEqual(['PUT', 'POST']);
    expect(asked[1]?.headers['idempotency-key']).toBe(`${receipt.dossierId}:1`);
    const registered = there(receipt.dossierId);
    expect(registered?.files).toEqual([
      { id: receipt.files[0] && expect.any(String), sha256: receipt.files[0]?.sha256 },
    ]);
    expect(registered?.content).toMatchObject({
      code: receipt.code,
      office: receipt.office,
      state: 'submitted',
      submitter: { fullName: 'Nguyễn Thị Ánh', idNumber: '072188000001', phone: '0900000001' },
      answers: { childName: 'Nguyễn Văn An' },
      receipt: { jws: receipt.jws },
    });
    const now = server.clock.now().toISOString();
    expect(await acknowledged(receipt.dossierId)).toMatchObject({
      registeredAt: now,
      forwarding: { state: 'arrived', since: now },
    });
    // Arriving in time is no news of its own.
    expect(await told(receipt.dossierId)).toEqual([]);
  });

  test.each([
    ['an error', { kind: 'error', code: 500 }],
    ['a page of a gateway', { kind: 'html-502' }],
    ['a dead line', { kind: 'down' }],
    ['a lost answer', { kind: 'answer-lost' }],
    ['no answer in time', { kind: 'slow', ms: 700 }],
    ['a key it does not know', { kind: 'error', code: 401 }],
  ] as const)('%s to the papers and to the dossier: again, and it is there once', async (_what, how) => {
    const { dossierId } = await send();
    fault({ endpoint: 'one-stop/papers', times: 1, ...how });
    await pass(minutes(1), 2);
    fault({ endpoint: 'one-stop/dossiers', times: 1, ...how });
    await pass(minutes(2), 3);
    expect((await acknowledged(dossierId)).forwarding.state).toBe('arrived');
    expect(there(dossierId)).toMatchObject({ registrations: 1, sequence: 1 });
  });

  test('a cut try goes on with the papers that are missing; papers it lost are given again', async () => {
    const { dossierId } = await send();
    fault({ endpoint: 'one-stop/dossiers', kind: 'error', code: 500, times: 1 });
    await server.deps.jobs.drain();
    const papers = () => server.emulator.world.log.find('one-stop').filter(({ method }) => method === 'PUT').length;
    expect(papers()).toBe(1);
    await pass(minutes(1), 2);
    expect(papers()).toBe(1);
    expect(there(dossierId)).toBeDefined();
    server.emulator.world.oneStop.papers.clear();
    server.emulator.world.oneStop.dossiers.clear();
    const [{ code }] = [await anh.call<Dossier>('GET', `/dossiers/${dossierId}`)].map(({ body }) => body) as [Dossier];
    await office('POST', `/dossiers/${code}/transitions`, { to: 'accepted', by: 'Phường Tân Ninh' });
    await pass(minutes(1), 2);
    expect(papers()).toBe(2);
    expect(there(dossierId)).toMatchObject({ sequence: 2, state: 'accepted' });
  });

  test('silent for half an hour: the citizen is told once, and again when it has arrived', async () => {
    const { dossierId } = await send();
    fault({ endpoint: 'one-stop', kind: 'down' });
    await pass(minutes(5), 20);
    const late = await told(dossierId);
    expect(late.map(({ title }) => title)).toEqual([expect.stringContaining('chậm hơn thường lệ')]);
    expect(late[0]?.body).toContain('Bạn không phải gửi lại.');
    expect((await acknowledged(dossierId)).forwarding).toMatchObject({ state: 'late', since: late[0]?.createdAt });
    server.emulator.world.faults.clear();
    await pass(hours(1), 2);
    expect((await acknowledged(dossierId)).forwarding.state).toBe('arrived');
    expect((await told(dossierId))[0]?.title).toContain('đã tới hệ thống một cửa');
    expect(there(dossierId)?.registrations).toBe(1);
  });

  test('two days of silence: a dead letter that staff see and send on; the citizen knows all along', async () => {
    const { dossierId, code } = await send();
    fault({ endpoint: 'one-stop', kind: 'error', code: 503 });
    await pass(hours(1), 52);
    expect((await acknowledged(dossierId)).forwarding.state).toBe('stuck');
    const [stuck, late, ...more] = await told(dossierId);
    expect([stuck?.title, late?.title, more]).toEqual([
      expect.stringContaining('hệ thống một cửa chưa nhận được hồ sơ'),
      expect.stringContaining('chậm hơn'),
      [],
    ]);
    expect(stuck?.body).toMatch(/vẫn giữ đủ.*Cán bộ đã được báo.*không phải gửi lại/);
    expect(server.logLines.some((line) => line.includes('people must give it over'))).toBe(true);
    const { body: letters } = await office<Letters>('GET', '/dead-letters');
    expect(letters.items.filter((letter) => letter.code === code)).toMatchObject([
      { kind: 'forwarding', state: 'submitted', reason: 'HTTP 503' },
    ]);
    expect(await server.deps.metrics.registry.metrics()).toMatch(/forwardings_open\{state="dead"\} [1-9]/);
    // Nobody tries any more by itself.
    const before = server.emulator.world.log.find('one-stop').length;
    await pass(hours(1), 3);
    expect(server.emulator.world.log.find('one-stop').length).toBe(before);
    server.emulator.world.faults.clear();
    const retried = await office<{ forwarding: Schemas['Forwarding'] }>('POST', `/dossiers/${code}/forwarding`);
    expect(retried).toMatchObject({ status: 200, body: { forwarding: { state: 'onItsWay' } } });
    await pass(minutes(1), 1);
    expect((await acknowledged(dossierId)).forwarding.state).toBe('arrived');
    expect((await told(dossierId))[0]?.title).toContain('đã tới hệ thống một cửa');
    expect((await office<Letters>('GET', '/dead-letters')).body.items.some((letter) => letter.code === code)).toBe(
      false,
    );
  });

  test('one that they lost over there is given again when staff say so', async () => {
    const { dossierId, code } = await send();
    await server.deps.jobs.drain();
    server.emulator.world.oneStop.dossiers.clear();
    server.emulator.world.oneStop.papers.clear();
    const retried = await office<{ forwarding: Schemas['Forwarding'] }>('POST', `/dossiers/${code}/forwarding`);
    expect(retried.body.forwarding.state).toBe('arrived');
    await pass(minutes(1), 2);
    expect(there(dossierId)).toMatchObject({ sequence: 2, files: [expect.anything()] });
  });

  test('refused for what it is: no point in trying, people take over at once', async () => {
    const { dossierId, code } = await send();
    fault({ endpoint: 'one-stop/dossiers', kind: 'error', code: 422 });
    await pass(minutes(1), 5);
    expect((await acknowledged(dossierId)).forwarding.state).toBe('stuck');
    expect(server.emulator.world.log.find('one-stop').filter(({ method }) => method === 'POST')).toHaveLength(1);
    const { body } = await office<Letters>('GET', '/dead-letters');
    expect(body.items.find((letter) => letter.code === code)?.reason).toBe('HTTP 422');
  });

  test('while it is silent a hundred dossiers do not wait one after the other', async () => {
    fault({ endpoint: 'one-stop', kind: 'down' });
    for (let count = 0; count < 3; count += 1) await send();
    await server.deps.jobs.drain();
    expect(server.emulator.world.log.find('one-stop')).toHaveLength(1);
  });

  test('what is moved here is given again under the next number, the newest only', async () => {
    const { dossierId, code } = await send();
    fault({ endpoint: 'one-stop', kind: 'down' });
    await server.deps.jobs.drain();
    const by = 'Phường Tân Ninh';
    await office('POST', `/dossiers/${code}/transitions`, { to: 'accepted', by });
    await office('POST', `/dossiers/${code}/transitions`, { to: 'processing', by });
    server.emulator.world.faults.clear();
    await pass(minutes(2), 3);
    expect(there(dossierId)).toMatchObject({ registrations: 1, given: [3], state: 'processing' });
    const { rows } = await server.deps.db.query('select state from forwardings where dossier_id = $1', [dossierId]);
    expect(rows.map(({ state }) => String(state))).toEqual(['delivered', 'delivered', 'delivered']);
  });

  test('dossiers from before the connection are found', async () => {
    const { dossierId } = await send();
    await server.deps.db.query('delete from forwardings where dossier_id = $1', [dossierId]);
    await server.deps.db.script(`delete from jobs; delete from schedules;`);
    expect((await acknowledged(dossierId)).forwarding).toEqual({ state: 'byHand', since: null });
    server.deps.jobs.start();
    await expect.poll(() => there(dossierId)?.registrations, { timeout: 10_000 }).toBe(1);
    await server.deps.jobs.stop();
  });
});
