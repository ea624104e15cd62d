import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Schemas } from '@dvc/contract';
import type { Fault } from '@dvc/emulator/src/world/faults.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, hours, minutes } from '../src/core/clock.ts';
import { citizenPhone, listen, readyDraft, submitDraft } from './support/birth-draft.ts';
import { freePorts, startProgram, type Child } from '../../tools/children.mjs';
import { databaseKinds } from './support/test-database.ts';
import type { TestPhone } from './support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from './support/test-server.ts';

type Told = Schemas['DossierMessage'];

const SEND = 'openapi.zalo.me/v3.0/oa/message/cs';
const REFRESH = 'oauth.zaloapp.com/v4/oa/access_token';
const OFFICE = 'Ủy ban nhân dân phường Tân Ninh';

describe.each(databaseKinds)('the citizen is told, on %s', (kind) => {
  let server: TestServer;
  let url: string;
  let anh: TestPhone;
  let receipt: Schemas['Receipt'];

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { ZALO_TIMEOUT_MS: '1000', RATE_LIMIT_FACTOR: '1000' } });
    url = await listen(server);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.emulator.world.reset();
    await server.deps.db.script('delete from jobs; delete from oa_token;');
    server.clock.set(new Date());
    anh = await citizenPhone(server, 'anh');
    const { submission } = await readyDraft(server, url, anh);
    receipt = (await submitDraft(anh, submission)).body;
  });

  async function office<T>(method: 'GET' | 'POST', path: string, payload?: object) {
    const response = await server.app.inject({
      method,
      url: `/integration${path}`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
      ...(payload ? { payload } : {}),
    });
    return { status: response.statusCode, body: response.json<T>() };
  }
  const move = (to: string) =>
    office('POST', `/dossiers/${receipt.code}/transitions`, { to, by: OFFICE, note: 'Hãy chụp lại.' });
  const told = async () => (await office<{ items: Told[] }>('GET', `/dossiers/${receipt.code}/messages`)).body.items;
  const message = async () => (await told()).at(-1)?.message;
  const fault = (what: Fault) => server.emulator.world.faults.add(what);
  const drain = () => server.deps.jobs.drain();

  test('every change, whoever made it: a line in the inbox and a message, in the same transaction', async () => {
    await move('accepted');
    await move('supplementRequired');
    const event = { eventId: randomUUID(), dossierCode: receipt.code, sequence: 1, to: 'processing', by: OFFICE };
    await office('POST', '/dossier-events', { ...event, occurredAt: server.clock.now().toISOString() });
    await move('completed');
    const { rows } = await server.deps.db.query(
      `select e.state, d.state as message, j.kind
         from dossier_events e
         left join notifications n on n.key = 'dossier:' || e.dossier_id || ':' || e.position
         left join deliveries d on d.notification_id = n.id
         left join jobs j on j.key = 'notice:' || n.id
        where e.dossier_id = $1 order by e.position`,
      [receipt.dossierId],
    );
    expect(rows).toEqual(
      ['submitted', 'accepted', 'supplementRequired', 'processing', 'completed'].map((state) => {
        return { state, message: 'queued', kind: 'notice' };
      }),
    );
    await drain();
    expect((await told()).map((one) => one.message?.state)).toEqual(Array.from({ length: 5 }, () => 'sent'));
  });

  test('what cannot be told does not happen', async () => {
    const { db } = server.deps;
    await db.script(`alter table deliveries add constraint nothing_more check (state <> 'queued') not valid`);
    try {
      expect((await move('accepted')).status).toBe(500);
    } finally {
      await db.script('alter table deliveries drop constraint nothing_more');
    }
    expect((await anh.call<Schemas['Dossier']>('GET', `/dossiers/${receipt.dossierId}`)).body.state).toBe('submitted');
    expect(await told()).toHaveLength(1);
  });

  describe('why a message did not come can be read afterwards', () => {
    const person = () => server.emulator.world.people.get('anh')!;

    test('neither follows nor wrote to us', async () => {
      Object.assign(person(), { followsOfficialAccount: false, lastTouchOfOfficialAccount: null });
      await drain();
      expect(await message()).toMatchObject({ state: 'blocked', reason: 'not-following', zaloCode: '-213' });
    });

    test('silent for more than seven days', async () => {
      person().lastTouchOfOfficialAccount = Date.now() - days(8);
      await drain();
      expect(await message()).toMatchObject({ state: 'blocked', reason: 'silent-too-long', zaloCode: '-230' });
    });

    test.each([
      [-217, 'blocked', 'blocked'],
      [-201, 'refused', 'refused'],
      [-224, 'refused', 'refused'],
    ] as const)('Zalo says %i', async (code, state, reason) => {
      fault({ endpoint: SEND, kind: 'error', code });
      await drain();
      expect(await message()).toMatchObject({ state, reason, zaloCode: String(code), attempts: 1 });
      server.clock.advance(hours(2));
      await drain();
      expect(server.emulator.world.log.find(SEND)).toHaveLength(1);
    });

    test('no Zalo account to send to', async () => {
      await server.deps.db.query('update accounts set oa_user_id = null where zalo_name = $1', ['Ngọc Ánh']);
      await drain();
      expect(await message()).toMatchObject({ state: 'no-recipient', reason: 'no-recipient', zaloCode: null });
    });

    test('the answer was lost: not a second time', async () => {
      fault({ endpoint: SEND, kind: 'answer-lost', times: 1 });
      await drain();
      expect(await message()).toMatchObject({ state: 'unclear', reason: 'answer-lost' });
      server.clock.advance(hours(2));
      await drain();
      expect(server.emulator.world.log.find(SEND)).toHaveLength(1);
    });

    test('a day of trying was enough', async () => {
      fault({ endpoint: SEND, kind: 'html-502' });
      for (let hour = 0; hour < 30; hour += 1) {
        await drain();
        server.clock.advance(hours(1));
      }
      expect(await message()).toMatchObject({ state: 'given-up', reason: 'too-old' });
    });
  });

  test.each([
    ['rate-limited', { endpoint: SEND, kind: 'error', code: -32, times: 1 }, '-32'],
    ['rate-limited', { endpoint: SEND, kind: 'error', code: -211, times: 1 }, '-211'],
    ['not-reached', { endpoint: SEND, kind: 'html-502', times: 1 }, null],
    ['not-reached', { endpoint: REFRESH, kind: 'html-502', times: 1 }, null],
  ] as const)('%s (%j): why it waits can be read; then it is sent once', async (reason, how, zaloCode) => {
    fault(how);
    await drain();
    expect(await message()).toMatchObject({ state: 'queued', reason, zaloCode });
    server.clock.advance(minutes(2));
    await drain();
    expect(await message()).toMatchObject({ state: 'sent', reason: null, zaloCode: null });
    expect(server.emulator.world.people.get('anh')!.messages).toHaveLength(1);
  });

  test('the consent is used up: messages say so and wait for the administrator', async () => {
    const { world } = server.emulator;
    world.officialTokens.rotate(server.deps.settings.ZALO_OA_REFRESH_TOKEN!, Date.now());
    await drain();
    server.clock.advance(minutes(1));
    await drain();
    expect(await message()).toMatchObject({ state: 'queued', reason: 'consent-used-up', attempts: 0 });
    world.officialTokens.consentAgain();
    await server.deps.db.query(`update oa_token set seed_hash = 'of the token before'`);
    server.clock.advance(minutes(16));
    await drain();
    expect(await message()).toMatchObject({ state: 'sent', reason: null });
  });
});

// Two processes need a database that two may open.
if (databaseKinds.includes('pg')) {
  describe('two servers on one PostgreSQL', () => {
    let server: TestServer;
    let dataDir: string;
    const children: Child[] = [];

    beforeAll(async () => {
      server = await buildTestServer({ kind: 'pg' });
      dataDir = await mkdtemp(join(tmpdir(), 'two-servers-'));
    });
    afterAll(async () => {
      await Promise.all(children.map((child) => child.stop('SIGKILL')));
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    });

    test('both want a token for ten messages: it is renewed once, everybody is told once', async () => {
      const { db, notify, settings } = server.deps;
      await (await server.phone('anh').open()).giveContact();
      const { rows } = await db.query<{ id: string }>('select id from accounts');
      await db.tx(async (tx) => {
        for (let count = 1; count <= 10; count += 1) {
          const notice = { title: `Tin ${count}`, body: 'Tin', path: '/ho-so/1', key: `${count}` };
          await notify.tell(tx, { accountId: rows[0]!.id, topic: 'dossier', ...notice });
        }
      });
      const { rows: named } = await db.query<{ name: string }>('select current_database() as name');
      const own = new URL(process.env['TEST_DATABASE_URL'] ?? '');
      own.pathname = `/${named[0]?.name ?? ''}`;
      const env = Object.fromEntries(
        Object.entries(settings).flatMap(([name, value]) => {
          if (Array.isArray(value)) return [[name, value.join(',')]];
          return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
        }),
      );
      // As docs/operating.md says: one folder, and with it one SECRETS_KEY, for all processes.
      for (const port of await freePorts(2)) {
        const where = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: own.href };
        const more = { ...where, LOG_LEVEL: 'fatal', QUIET_HOURS: 'off' };
        children.push(
          startProgram({
            name: 'server',
            program: 'server/src/main.ts',
            imports: ['./emulator/src/localhost-dns.mjs'],
            env: { PATH: process.env['PATH'], ...env, ...more },
          }),
        );
      }
      const chat = () => server.emulator.world.people.get('anh')!.messages;
      await expect.poll(() => chat().length, { timeout: 240_000, interval: 200 }).toBe(10);
      expect(new Set(chat().map(({ text }) => text)).size).toBe(10);
      expect(server.emulator.world.log.find(REFRESH)).toHaveLength(1);
      const states = await db.query('select distinct state from deliveries');
      expect(states.rows).toEqual([{ state: 'sent' }]);
    }, 300_000);
  });
}
