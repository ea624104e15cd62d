import { signAppEvent } from '@dvc/emulator/src/clouds/official-events.ts';
import { APP_ID } from '@dvc/emulator/src/identity.ts';
import type { Problem } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { hours, minutes } from '../../core/clock.ts';
import type { Deps } from '../../core/deps.ts';

const URL = '/zalo-events/mini-app';

describe.each(databaseKinds)('consent taken back in Zalo, on %s', (kind) => {
  let server: TestServer;
  let broken = false;
  const erased: string[] = [];

  beforeAll(async () => {
    /** The real erasing, which may be out of order. */
    const beforeModules = (deps: Deps): void => {
      const { erasePerson } = deps;
      deps.erasePerson = async (accountId, reason) => {
        if (broken) throw new Error('the database is away');
        await erasePerson(accountId, reason);
        erased.push(accountId);
      };
    };
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' }, beforeModules });
  });
  afterAll(() => server.close());
  beforeEach(() => {
    broken = false;
    erased.length = 0;
    server.clock.set(new Date());
  });

  const userId = (person: string) => server.emulator.world.people.get(person)!.userId;
  const revocation = (person: string, at: Date, more: Record<string, string> = {}) =>
    signAppEvent({
      event: 'user.revoke.consent',
      appId: APP_ID,
      userId: userId(person),
      timestamp: String(at.getTime()),
      ...more,
    });
  async function post({ body, headers }: ReturnType<typeof signAppEvent>) {
    const response = await server.app.inject({ method: 'POST', url: URL, payload: body, headers });
    return { status: response.statusCode, body: response.json<{ outcome?: string } & Partial<Problem>>() };
  }
  const accounts = async (person: string) => {
    const { rows } = await server.deps.db.query<{ id: string }>('select id from accounts where zalo_id = $1', [
      userId(person),
    ]);
    return rows.map(({ id }) => id);
  };
  const states = async () =>
    (await server.deps.db.query<{ state: string }>('select state from revocations order by received_at')).rows.map(
      ({ state }) => state,
    );

  test('the person is erased, their session ends, and the proof does not say who it was', async () => {
    const phone = await (await server.phone('anh').open()).giveContact();
    const [accountId] = await accounts('anh');
    server.clock.advance(minutes(1));
    expect(await post(revocation('anh', server.clock.now()))).toEqual({ status: 200, body: { outcome: 'noted' } });
    await server.deps.jobs.drain();
    expect(erased).toEqual([accountId]);
    expect(await accounts('anh')).toEqual([]);
    expect((await phone.call('GET', '/session')).status).toBe(401);
    expect(await states()).toEqual(['erased']);
    const { rows } = await server.deps.db.query('select * from revocations');
    expect(JSON.stringify(rows)).not.toContain(userId('anh'));
    expect(server.logLines.join('\n')).not.toContain(userId('anh'));
  });

  test('again, together and after the person came back: once', async () => {
    await (await server.phone('binh').open()).giveContact();
    server.clock.advance(minutes(1));
    const signed = revocation('binh', server.clock.now());
    const answers = await Promise.all([post(signed), post(signed), post(signed)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await server.deps.jobs.drain();
    expect(erased).toHaveLength(1);
    server.clock.advance(minutes(5));
    await (await server.phone('binh').open()).giveContact();
    const back = await accounts('binh');
    expect(back).toHaveLength(1);
    await post(signed);
    // Written before they came back, with a stamp of its own: an event that was long on its way.
    await post(revocation('binh', new Date(server.clock.now().getTime() - minutes(3))));
    await server.deps.jobs.drain();
    expect(await accounts('binh')).toEqual(back);
    expect(erased).toHaveLength(1);
  });

  test('while it cannot be done it is tried again, said loudly, and done within the promised time', async () => {
    await (await server.phone('chi').open()).giveContact();
    server.clock.advance(minutes(1));
    broken = true;
    await post(revocation('chi', server.clock.now()));
    for (let hour = 0; hour < 20; hour += 1) {
      await server.deps.jobs.drain();
      server.clock.advance(hours(1));
    }
    expect(await states()).toContain('erasing');
    expect(server.logLines.some((line) => line.includes('is not erased yet'))).toBe(true);
    broken = false;
    await server.deps.jobs.drain();
    expect(await accounts('chi')).toEqual([]);
    expect(await states()).not.toContain('erasing');
  });

  test('whom we do not know, another app, another event: nothing to erase', async () => {
    const now = server.clock.now();
    expect(await post(revocation('dung', now))).toMatchObject({ status: 200, body: { outcome: 'noted' } });
    expect(await post(revocation('dung', now, { appId: '1' }))).toMatchObject({ body: { outcome: 'ignored' } });
    const review = { event: 'versions.review.done', versionId: '7', status: '0' };
    expect(await post(revocation('dung', now, review))).toMatchObject({ body: { outcome: 'ignored' } });
    await server.deps.jobs.drain();
    expect(erased).toEqual([]);
  });

  test('forged or changed: refused clearly, nobody is erased', async () => {
    await (await server.phone('gam').open()).giveContact();
    server.clock.advance(minutes(1));
    const signed = revocation('phuc', server.clock.now());
    const forged = [
      { ...signed, body: signed.body.replace(userId('phuc'), userId('gam')) },
      { ...signed, headers: { 'content-type': 'application/json' } },
      { ...signed, headers: { ...signed.headers, 'x-zevent-signature': '0'.repeat(64) } },
      { ...signed, body: JSON.stringify({ ...JSON.parse(signed.body), more: '1' }) },
    ];
    for (const one of forged) {
      expect(await post(one)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    await server.deps.jobs.drain();
    expect(await accounts('gam')).toHaveLength(1);
    expect(erased).toEqual([]);
  });
});
