import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { somebodyToTell, type ToldPerson } from '../../../test/support/notice-person.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';
import { hours, minutes } from '../../core/clock.ts';
import { createLadder } from './ladder.ts';

const OA = 'openapi.zalo.me/v3.0/oa/message/cs';
const ZNS = 'business.openapi.zalo.me/message/template';
const SMS = 'sms-gateway/messages';

type Told = Parameters<ToldPerson['tell']>[0];
type Choices = Schemas['NoticeChoices'];

describe.each(databaseKinds)('the ladder on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;
  let told: ToldPerson['tell'];

  beforeAll(async () => {
    const env = { ZALO_TIMEOUT_MS: '1500', RATE_LIMIT_FACTOR: '1000', QUIET_HOURS: '22:00-06:00' };
    server = await buildTestServer({ kind, env });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    // Does not follow, never wrote: the Official Account reaches nobody.
    ({ phone, tell: told } = await somebodyToTell(server, 'binh', noon()));
  });

  /** Zalo's tokens live by the real clock, so the day is today. */
  const today = (time: string) => new Date(`${new Date().toISOString().slice(0, 10)}T${time}:00+07:00`);
  const noon = () => today('12:00');

  const tell = (more: Partial<Told> = {}) =>
    told({
      topic: 'dossier',
      title: 'Làm giấy khai sinh: cần bạn bổ sung',
      body: 'Gửi thêm ảnh mặt sau trước 30/11/2026.',
      path: '/ho-so/0b7e2c52-3c40-4c0e-8a65-1f1d64a5b001/bo-sung',
      key: 'n1',
      deadline: true,
      ...more,
    });
  /** Something without a deadline. */
  const plain = (more: Partial<Told> = {}) =>
    told({ topic: 'report', title: 'Tin', body: 'Tin', path: null, key: 'p1', ...more });
  const drain = () => server.deps.jobs.drain();
  const person = () => server.emulator.world.people.get('binh')!;
  const follows = () =>
    Object.assign(person(), { followsOfficialAccount: true, lastTouchOfOfficialAccount: Date.now() });
  const texts = () => server.emulator.world.texts;
  const fault = (...what: Parameters<TestServer['emulator']['world']['faults']['add']>) =>
    server.emulator.world.faults.add(...what);
  const choose = (body: object) => phone.call<Choices>('PATCH', '/notice-choices', { body });

  async function steps(): Promise<Schemas['DeliveryStep'][]> {
    const response = await server.app.inject({
      url: '/integration/deliveries?limit=1',
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
    });
    return response.json<{ items: Schemas['Delivery'][] }>().items[0]!.steps;
  }
  const seen = async () => (await steps()).map(({ channel, state, reason }) => [channel, state, reason].join(' '));

  test('whom the Official Account does not reach, ZNS does: by number, with a way to the place', async () => {
    await tell();
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following', 'zns sent ']);
    const [message] = person().messages;
    expect(message).toMatchObject({
      channel: 'zns',
      templateId: '378101',
      title: 'Làm giấy khai sinh: cần bạn bổ sung',
      buttons: [{ target: expect.stringMatching(/\/ho-so\/0b7e2c52[^?]*\/bo-sung\?utm_source=zns$/) as string }],
    });
    expect((await steps())[1]).toMatchObject({ messageId: message!.id, attempts: 1 });
    expect(texts()).toEqual([]);
  });

  test('a number without Zalo gets a text message: one part, plain letters, nothing of the matter but what it is', async () => {
    fault({ endpoint: ZNS, kind: 'error', code: -118 });
    await tell();
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following', 'zns blocked not-on-zalo', 'sms sent ']);
    expect(texts()).toMatchObject([{ to: '84900000002' }]);
    const { text, messageId } = texts()[0]!;
    expect(text).toMatch(/^Tay Ninh Smart: Lam giay khai sinh.* http\S+\/bo-sung\?utm_source=sms$/);
    expect(text.length).toBeLessThanOrEqual(160);
    expect((await steps())[2]).toMatchObject({ messageId });
  });

  test('who was reached is not told again', async () => {
    follows();
    await tell();
    await drain();
    expect(await seen()).toEqual(['oa sent ']);
    expect(person().messages).toHaveLength(1);
    expect(texts()).toEqual([]);
  });

  test('what has no deadline, and news, do not climb', async () => {
    await plain();
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following']);
    server.clock.advance(1000);
    await plain({ topic: 'news', key: 'p2' });
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following']);
    expect(server.emulator.world.log.find(ZNS)).toEqual([]);
    expect(texts()).toEqual([]);
  });

  test.each(['payment', 'security'] as const)('%s climbs by itself', async (topic) => {
    await plain({ topic });
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following', 'zns sent ']);
  });

  test('no quota and no answer at all: every step says why, and the inbox has it', async () => {
    fault({ endpoint: ZNS, kind: 'error', code: -110 });
    fault({ endpoint: SMS, kind: 'html-502' });
    await tell();
    for (let minute = 0; minute < 60; minute += 5) {
      await drain();
      server.clock.advance(minutes(5));
    }
    expect(await seen()).toEqual(['oa blocked not-following', 'zns blocked no-quota', 'sms given-up too-old']);
    expect(server.emulator.world.log.find(SMS)).toHaveLength(8);
    await phone.open();
    expect((await phone.call<{ unread: number }>('GET', '/notifications')).body.unread).toBe(1);
    expect(await server.deps.db.query('select 1 from jobs')).toMatchObject({ count: 0 });
  });

  test('a channel that is out of order for ten minutes is passed by; the next is used', async () => {
    fault({ endpoint: OA, kind: 'html-502' });
    follows();
    await tell();
    for (let minute = 0; minute < 20; minute += 1) {
      await drain();
      server.clock.advance(minutes(1));
    }
    expect(await seen()).toEqual(['oa given-up not-reached', 'zns sent ']);
  });

  test('a lost answer of the gateway is asked for again and is one text; of ZNS it is not', async () => {
    await choose({ choices: [{ topic: 'dossier', channel: 'zns', wanted: false }] });
    fault({ endpoint: SMS, kind: 'answer-lost', times: 1 });
    await tell();
    await drain();
    server.clock.advance(minutes(1));
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following', 'zns skipped not-chosen', 'sms sent ']);
    expect(server.emulator.world.log.find(SMS)).toHaveLength(2);
    expect(texts()).toHaveLength(1);

    await choose({ choices: [{ topic: 'dossier', channel: 'zns', wanted: true }] });
    server.clock.advance(1000);
    fault({ endpoint: ZNS, kind: 'answer-lost', times: 1 });
    await tell({ key: 'n2' });
    await drain();
    server.clock.advance(minutes(1));
    await drain();
    expect(await seen()).toEqual(['oa blocked not-following', 'zns unclear answer-lost']);
    expect(person().messages.filter(({ channel }) => channel === 'zns')).toHaveLength(1);
  });

  test('two workers with the same job tell once', async () => {
    follows();
    await tell();
    const { rows } = await server.deps.db.query<{ payload: { notificationId: string } }>('select payload from jobs');
    await drain();
    await createLadder(server.deps, {})({ id: 'x', kind: 'notice', attempt: 1, payload: rows[0]!.payload });
    expect(await seen()).toEqual(['oa sent ']);
  });

  describe('choices', () => {
    test('everything is wanted until somebody says otherwise, and safety cannot be switched off', async () => {
      const { body } = await phone.call<Choices>('GET', '/notice-choices');
      expect(body.topics.flatMap(({ channels }) => channels).every(({ wanted }) => wanted)).toBe(true);
      expect(body.topics.map(({ topic }) => topic)).not.toContain('security');
      expect(body).toMatchObject({
        quietHours: { from: '22:00', to: '06:00' },
        reach: { follows: null, phone: '0900 ••• 002' },
      });
      const safety = { topic: 'security', channel: 'oa', wanted: false };
      expect((await choose({ choices: [safety] })).status).toBe(400);
      expect((await choose({ choices: [{ ...safety, topic: 'news', channel: 'sms' }] })).status).toBe(400);
      expect((await choose({})).status).toBe(400);
    });

    test('one that does not fit undoes the others of the same change', async () => {
      const choices = [
        { topic: 'report', channel: 'oa', wanted: false },
        { topic: 'news', channel: 'sms', wanted: false },
      ];
      expect((await choose({ choices })).status).toBe(400);
      const { body } = await phone.call<Choices>('GET', '/notice-choices');
      expect(body.topics.flatMap(({ channels }) => channels).every(({ wanted }) => wanted)).toBe(true);
    });

    test('a topic without Zalo stays in the inbox, and the log says who wanted it so', async () => {
      follows();
      const { body } = await choose({ choices: [{ topic: 'report', channel: 'oa', wanted: false }] });
      const report = body.topics.find(({ topic }) => topic === 'report');
      expect(report).toEqual({ topic: 'report', channels: [{ channel: 'oa', wanted: false }] });
      await plain();
      await drain();
      expect(await seen()).toEqual(['oa skipped not-chosen']);
      expect(server.emulator.world.log.find(OA)).toEqual([]);
      expect((await phone.call<{ unread: number }>('GET', '/notifications')).body.unread).toBe(1);
      server.clock.advance(1000);
      await plain({ topic: 'question', key: 'p2' });
      await drain();
      expect(await seen()).toEqual(['oa sent ']);
    });

    test('one person’s choices are nobody else’s', async () => {
      await choose({ quietHours: null, choices: [{ topic: 'report', channel: 'oa', wanted: false }] });
      const other = await (await server.phone('chi').open()).giveContact();
      const { body } = await other.call<Choices>('GET', '/notice-choices');
      expect(body.quietHours).toEqual({ from: '22:00', to: '06:00' });
      expect(body.topics.flatMap(({ channels }) => channels).every(({ wanted }) => wanted)).toBe(true);
    });
  });

  describe('quiet hours', () => {
    beforeEach(() => void follows());

    test('over midnight: what is due waits for the morning, and says so', async () => {
      server.clock.set(today('23:30'));
      await plain();
      await drain();
      expect(await seen()).toEqual(['oa queued quiet-hours']);
      server.clock.advance(hours(6));
      await drain();
      expect(person().messages).toEqual([]);
      server.clock.advance(minutes(30));
      await drain();
      expect(await seen()).toEqual(['oa sent ']);
    });

    test('danger passes, news goes to the inbox only', async () => {
      server.clock.set(today('02:00'));
      await plain({ topic: 'news', key: 'p1', urgent: true });
      await drain();
      expect(await seen()).toEqual(['oa sent ']);
      server.clock.advance(1000);
      await plain({ topic: 'news', key: 'p2' });
      await drain();
      expect(await seen()).toEqual(['oa skipped quiet-hours']);
      server.clock.set(today('07:00'));
      await drain();
      expect(person().messages).toHaveLength(1);
    });

    test('one’s own hours, and none', async () => {
      expect((await choose({ quietHours: { from: '12:00', to: '12:00' } })).status).toBe(400);
      expect((await choose({ quietHours: { from: '24:00', to: '12:00' } })).status).toBe(400);
      await choose({ quietHours: { from: '11:30', to: '13:00' } });
      await plain();
      await drain();
      expect(await seen()).toEqual(['oa queued quiet-hours']);
      server.clock.set(today('13:00'));
      await drain();
      expect(await seen()).toEqual(['oa sent ']);
      await phone.open();
      expect((await choose({ quietHours: null })).body.quietHours).toBeNull();
      server.clock.set(today('23:00'));
      await plain({ key: 'p2' });
      await drain();
      expect(await seen()).toEqual(['oa sent ']);
    });
  });
});
