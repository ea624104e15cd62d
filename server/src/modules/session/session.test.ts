import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes } from '../../core/clock.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Session = Schemas['Session'];

describe.each(databaseKinds)('sessions on %s', (kind) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { ZALO_TIMEOUT_MS: '3000' } });
  });
  afterAll(() => server.close());

  const rowsOf = async (sql: string) => (await server.deps.db.query(sql)).rows;

  test('Zalo’s token becomes a session of ours at level 0, with nothing asked', async () => {
    const phone = server.phone('anh');
    const { status, body } = await phone.call<Session>('POST', '/session', {
      body: { accessToken: phone.zaloToken() },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ level: 0, unread: 0, person: { phone: null, fullName: null, idNumber: null } });
    expect(body.token).toMatch(/^[\w-]{43}$/);
    expect(new Date(body.expiresAt).getTime() - server.clock.now().getTime()).toBe(minutes(30));
    expect(JSON.stringify(await rowsOf('select * from sessions'))).not.toContain(body.token);
  });

  test('the account is the same the next day', async () => {
    await server.phone('binh').open();
    await server.phone('binh').open();
    expect(await rowsOf(`select count(*) as n from accounts where zalo_name is null and phone is null`)).toEqual([
      { n: 2 },
    ]);
  });

  test('a session is read, ended, and then unknown', async () => {
    const phone = await server.phone('anh').open();
    expect((await phone.call<Session>('GET', '/session')).body.token).toBe(phone.token);
    expect((await phone.call('DELETE', '/session')).status).toBe(204);
    const after = await phone.call('GET', '/session');
    expect([after.status, after.body.code]).toEqual([401, 'session-expired']);
  });

  test('after thirty minutes it is over', async () => {
    const phone = await server.phone('anh').open();
    server.clock.advance(minutes(30) - 1);
    expect((await phone.call('GET', '/session')).status).toBe(200);
    server.clock.advance(1);
    expect((await phone.call('GET', '/session')).body.code).toBe('session-expired');
  });

  test('the secret is proved to Zalo in a header, and no token is in any address', async () => {
    const phone = await server.phone('anh').open();
    await phone.giveContact();
    const asked = server.emulator.world.log.find('graph.zalo.me');
    expect(asked.length).toBeGreaterThan(1);
    for (const { query } of asked) expect(Object.keys(query).sort()).not.toContain('access_token');
    const secret = server.deps.settings.ZALO_APP_SECRET;
    for (const { headers } of asked) {
      const proved = /^[0-9a-f]{64}$/.test(headers['appsecret_proof'] ?? '') || headers['secret_key'] === secret;
      expect(proved).toBe(true);
    }
  });

  test.each([
    ['a token Zalo does not know', 'no-such-token', 401, 'zalo-refused'],
    ['a token no header can carry', 'mã lạ 😀', 401, 'zalo-refused'],
    ['an empty token', '', 400, 'bad-request'],
  ])('%s is refused', async (_what, accessToken, status, code) => {
    const answer = await server.phone('anh').call('POST', '/session', { body: { accessToken } });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test.each([
    ['is down', { kind: 'down' as const }],
    ['answers a gateway’s page', { kind: 'html-502' as const }],
    ['does not answer in time', { kind: 'slow' as const, ms: 4500 }],
    ['says we are abroad', { kind: 'error' as const, code: -501 }],
    ['says we ask too often', { kind: 'error' as const, code: -32 }],
  ])('when Zalo %s the person may try again', async (_what, fault) => {
    server.emulator.world.faults.add({ endpoint: 'graph.zalo.me', times: 1, ...fault });
    const phone = server.phone('anh');
    const answer = await phone.call('POST', '/session', { body: { accessToken: phone.zaloToken() } });
    server.emulator.world.faults.clear();
    expect([answer.status, answer.body.code]).toEqual([503, 'zalo-unavailable']);
    expect(answer.body.retryAfter).toBeGreaterThan(0);
    expect(answer.headers['retry-after']).toBeDefined();
  });

  describe('contact', () => {
    test('name and phone make level 1; the phone is shown masked and kept with its purpose', async () => {
      const phone = await server.phone('chi').open();
      await phone.giveContact();
      const { body } = await phone.call<Session>('GET', '/session');
      expect(body).toMatchObject({ level: 1, person: { zaloName: 'Kim Chi', phone: '0900 ••• 003' } });
      expect(await rowsOf(`select phone from accounts where zalo_name = 'Kim Chi'`)).toEqual([{ phone: '0900000003' }]);
      const consents =
        await rowsOf(`select what, purpose, given_at from consents c join accounts a on a.id = c.account_id
                                      where a.zalo_name = 'Kim Chi'`);
      expect(consents).toMatchObject([{ what: 'phone', purpose: 'contact' }]);
    });

    test('the name is welcome, the phone is what counts', async () => {
      const phone = await server.phone('dung').open();
      const body = { accessToken: phone.zaloToken(), phoneToken: phone.phoneToken() };
      const answer = await phone.call<Session>('POST', '/session/contact', { body });
      expect(answer.body).toMatchObject({ level: 1, person: { zaloName: null, phone: '0900 ••• 004' } });
    });

    test('sent again because the answer was lost, the same phone token still counts, and is decoded once', async () => {
      const phone = await server.phone('em').open();
      const body = { accessToken: phone.zaloToken(), phoneToken: phone.phoneToken() };
      expect((await phone.call('POST', '/session/contact', { body })).status).toBe(200);
      const before = server.emulator.world.log.find('graph.zalo.me/v2.0/me/info').length;
      const again = await phone.call<Session>('POST', '/session/contact', { body });
      expect([again.status, again.body.level]).toEqual([200, 1]);
      expect(server.emulator.world.log.find('graph.zalo.me/v2.0/me/info')).toHaveLength(before);
    });

    test('the session ends while Zalo is thinking: a new one finds the phone kept, with the same token', async () => {
      const phone = await server.phone('phuc').open();
      const body = { accessToken: phone.zaloToken(), phoneToken: phone.phoneToken() };
      const { now } = server.clock;
      server.emulator.world.faults.add({ endpoint: 'graph.zalo.me', kind: 'slow', ms: 500, times: 1 });
      const waiting = phone.call('POST', '/session/contact', { body });
      await new Promise((done) => setTimeout(done, 200));
      const { rows } = await server.deps.db.query(`update sessions set expires_at = $1 returning 1`, [now()]);
      expect(rows.length).toBeGreaterThan(0);
      const answer = await waiting;
      expect([answer.status, answer.body.code]).toEqual([401, 'session-expired']);
      await phone.open();
      expect((await phone.call<Session>('POST', '/session/contact', { body })).body.level).toBe(1);
    });

    test('somebody else’s tokens are no use in my session', async () => {
      const mine = await server.phone('gam').open();
      const other = server.phone('phuc');
      const body = { accessToken: other.zaloToken(), phoneToken: other.phoneToken() };
      const answer = await mine.call('POST', '/session/contact', { body });
      expect([answer.status, answer.body.code]).toEqual([401, 'zalo-refused']);
      const mixed = { accessToken: mine.zaloToken(), phoneToken: other.phoneToken() };
      expect((await mine.call('POST', '/session/contact', { body: mixed })).body.code).toBe('zalo-refused');
      expect((await mine.call<Session>('GET', '/session')).body.level).toBe(0);
    });

    test('a phone token already used elsewhere, or older than two minutes, is refused', async () => {
      const phone = await server.phone('gam').open();
      const old = phone.phoneToken();
      server.emulator.world.advanceClock(minutes(2));
      const answer = await phone.call('POST', '/session/contact', {
        body: { accessToken: phone.zaloToken(), phoneToken: old },
      });
      expect(answer.body.code).toBe('zalo-refused');
    });
  });
});
