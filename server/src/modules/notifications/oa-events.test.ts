import { signOaEvent } from '@dvc/emulator/src/clouds/official-events.ts';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accountOf } from '../../../test/support/notice-person.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

const URL = '/zalo-events/official-account';
const SEND = 'openapi.zalo.me/v3.0/oa/message/cs';

describe.each(databaseKinds)('what Zalo tells of the Official Account, on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000' } });
    phone = await (await server.phone('anh').open()).giveContact();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await server.deps.db.script('delete from oa_contacts; delete from jobs; delete from deliveries;');
  });

  const person = () => server.emulator.world.people.get('anh')!;
  async function post(payload: string, headers: Record<string, string>) {
    const response = await server.app.inject({ method: 'POST', url: URL, payload, headers });
    return { status: response.statusCode, body: response.json<{ outcome?: string } & Partial<Problem>>() };
  }
  const event = (name: string, at: number) => {
    const { userIdByOa, userId } = person();
    const who = name.startsWith('user_') ? { sender: { id: userIdByOa } } : { follower: { id: userIdByOa } };
    return signOaEvent({ event_name: name, ...who, user_id_by_app: userId }, at);
  };
  const hear = async (name: string, at: number) => {
    const { body, headers } = event(name, at);
    return post(body, headers);
  };
  const follows = async () => (await phone.call<Schemas['NoticeChoices']>('GET', '/notice-choices')).body.reach.follows;
  /** What the ladder does with a notice now. */
  async function told(): Promise<string> {
    server.emulator.world.log.clear();
    await server.deps.db.script('delete from deliveries; delete from notifications;');
    const notice = {
      accountId: await accountOf(server, 'anh'),
      topic: 'report' as const,
      title: 'Tin',
      body: 'Tin',
      path: null,
      key: 'k',
    };
    await server.deps.db.tx((tx) => server.deps.notify.tell(tx, notice));
    await server.deps.jobs.drain();
    const { rows: steps } = await server.deps.db.query<{ state: string; reason: string | null }>(
      'select state, reason from deliveries',
    );
    return `${steps[0]!.state} ${steps[0]!.reason ?? ''}, asked ${server.emulator.world.log.find(SEND).length}`;
  }

  test('follow and unfollow are known, and who left is not written to', async () => {
    expect(await follows()).toBeNull();
    expect(await hear('follow', 1_000)).toEqual({ status: 200, body: { outcome: 'noted' } });
    expect(await follows()).toBe(true);
    await hear('unfollow', 2_000);
    expect(await follows()).toBe(false);
    expect(await told()).toBe('skipped not-following, asked 0');
    await hear('follow', 3_000);
    expect(await told()).toBe('sent , asked 1');
  });

  test('who left and writes to us may be answered', async () => {
    await hear('unfollow', 2_000);
    await hear('user_send_text', 3_000);
    expect(await follows()).toBe(false);
    expect(await told()).toBe('sent , asked 1');
  });

  test('again and in any order it is the same', async () => {
    const events = [
      ['follow', 1_000],
      ['unfollow', 2_000],
      ['user_send_image', 2_500],
      ['follow', 3_000],
      ['unfollow', 4_000],
    ] as const;
    const orders = [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 4, 0, 0, 3, 1, 4, 2],
    ];
    const rows: unknown[] = [];
    for (const order of orders) {
      await server.deps.db.script('delete from oa_contacts');
      for (const index of order) {
        const [name, at] = events[index]!;
        await hear(name, at);
      }
      expect(await follows()).toBe(false);
      rows.push((await server.deps.db.query('select * from oa_contacts')).rows);
    }
    expect(rows[1]).toEqual(rows[0]);
    expect(rows[2]).toEqual(rows[0]);
  });

  test('the account learns its name at the Official Account', async () => {
    await server.deps.db.query('update accounts set oa_user_id = null');
    expect(await told()).toBe('no-recipient no-recipient, asked 0');
    await hear('follow', 1_000);
    expect(await told()).toBe('sent , asked 1');
  });

  test('forged, changed, written anew, unsigned: refused clearly, nothing noted', async () => {
    const { body, headers } = event('unfollow', 5_000);
    const forged = [
      [body, { ...headers, 'x-zevent-signature': `mac=${'0'.repeat(64)}` }],
      [body.replace('unfollow', 'follow'), headers],
      [JSON.stringify(JSON.parse(body), null, 1), headers],
      [body.replace('"5000"', '"6000"'), headers],
      [body, { 'content-type': 'application/json' }],
    ] as const;
    for (const [payload, more] of forged) {
      const answer = await post(payload, more);
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'forbidden', detail: 'Chữ ký của sự kiện không đúng.' },
      });
    }
    expect(await follows()).toBeNull();
    expect(await post('{"a"', headers)).toMatchObject({ status: 400 });
  });

  test('the prefix may be absent, spaces are part of what is signed, other events are let by', async () => {
    const { body, headers } = event('follow', 7_000);
    const bare = headers['x-zevent-signature']!.slice('mac='.length);
    expect(await post(body, { ...headers, 'x-zevent-signature': bare })).toMatchObject({ status: 200 });
    expect(await hear('oa_send_text', 8_000)).toEqual({ status: 200, body: { outcome: 'ignored' } });
    expect(await follows()).toBe(true);
  });
});
