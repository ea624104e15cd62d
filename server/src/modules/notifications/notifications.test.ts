import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days, hours, minutes, seconds } from '../../core/clock.ts';
import { createOaClient } from '../../integrations/zalo/oa-client.ts';
import { createOaToken } from '../../integrations/zalo/oa-token.ts';
import { somebodyToTell, type ToldPerson } from '../../../test/support/notice-person.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Inbox = { items: Schemas['Notification'][]; next: string | null; unread: number };

const SEND = 'openapi.zalo.me/v3.0/oa/message/cs';
const REFRESH = 'oauth.zaloapp.com/v4/oa/access_token';

describe.each(databaseKinds)('notices on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;
  let accountId: string;
  let person: ToldPerson;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { ZALO_TIMEOUT_MS: '2000', RATE_LIMIT_FACTOR: '100' } });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    person = await somebodyToTell(server, 'anh', new Date());
    ({ phone, accountId } = person);
  });

  const tell = (key: string, more: Partial<Parameters<ToldPerson['tell']>[0]> = {}) =>
    person.tell({
      topic: 'dossier',
      title: 'Hồ sơ đã hợp lệ',
      body: 'Hẹn trả kết quả ngày 30/11/2026.',
      path: '/ho-so/0b7e2c52-3c40-4c0e-8a65-1f1d64a5b001',
      key,
      ...more,
    });
  const inbox = async (query = '') => (await phone.call<Inbox>('GET', `/notifications${query}`)).body;
  const deliveries = async () =>
    (await server.deps.db.query<{ state: string }>('select state, error_code, attempts from deliveries')).rows;
  const chat = () => server.emulator.world.people.get('anh')!.messages;
  const asked = (endpoint: string) => server.emulator.world.log.find(endpoint).length;

  describe('the inbox', () => {
    test('is paged newest first, without losing or repeating one', async () => {
      for (let index = 1; index <= 7; index += 1) {
        await tell(`n${index}`, { title: `Tin ${index}` });
        if (index % 2) server.clock.advance(1000);
      }
      const seen: string[] = [];
      const times: string[] = [];
      let cursor = '';
      for (;;) {
        const page = await inbox(`?limit=3${cursor}`);
        seen.push(...page.items.map(({ title }) => title));
        times.push(...page.items.map(({ createdAt }) => createdAt));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
      expect(times).toEqual([...times].sort().reverse());
      expect((await phone.call('GET', '/notifications?cursor=nonsense')).body.code).toBe('bad-request');
    });

    test('the same key is one notice', async () => {
      await tell('once');
      await tell('once', { title: 'again' });
      expect((await inbox()).items).toHaveLength(1);
      expect(await server.deps.jobs.drain()).toBe(1);
    });

    test('what is rolled back was never told', async () => {
      const broken = server.deps.db.tx(async (tx) => {
        await server.deps.notify.tell(tx, { accountId, topic: 'dossier', title: 'x', body: 'x', path: null, key: 'x' });
        throw new Error('no');
      });
      await expect(broken).rejects.toThrow('no');
      expect((await inbox()).items).toEqual([]);
      expect(await server.deps.jobs.drain()).toBe(0);
    });

    test('reading counts down, twice is once', async () => {
      await tell('a');
      await tell('b');
      const { items, unread } = await inbox();
      expect(unread).toBe(2);
      const url = `/notifications/${items[0]!.id}/read`;
      expect((await phone.call('PUT', url)).status).toBe(204);
      const { readAt } = (await inbox()).items[0]!;
      server.clock.advance(minutes(1));
      expect((await phone.call('PUT', url)).status).toBe(204);
      expect(await inbox()).toMatchObject({ unread: 1, items: [{ readAt }, { readAt: null }] });
      expect((await phone.call<Schemas['Session']>('GET', '/session')).body.unread).toBe(1);
    });
  });

  describe('the Official Account message', () => {
    test('comes once, with a button that opens the mini app at the place', async () => {
      await tell('one');
      await server.deps.jobs.drain();
      expect(chat()).toMatchObject([
        {
          channel: 'cs',
          text: 'Hồ sơ đã hợp lệ\nHẹn trả kết quả ngày 30/11/2026.',
          buttons: [
            {
              type: 'oa.open.url',
              title: 'Xem hồ sơ',
              target: `${server.deps.settings.ZALO_LINK_URL}/${server.deps.settings.ZALO_APP_ID}/ho-so/0b7e2c52-3c40-4c0e-8a65-1f1d64a5b001?utm_source=zalo-oa`,
            },
          ],
        },
      ]);
      expect(await deliveries()).toEqual([{ state: 'sent', error_code: null, attempts: 1 }]);
      server.clock.advance(days(1));
      expect(await server.deps.jobs.drain()).toBe(0);
      expect(chat()).toHaveLength(1);
    });

    test('a person who does not follow keeps the inbox; nothing is tried again', async () => {
      server.emulator.world.people.get('anh')!.followsOfficialAccount = false;
      server.emulator.world.people.get('anh')!.lastTouchOfOfficialAccount = null;
      await tell('one');
      await server.deps.jobs.drain();
      expect(await deliveries()).toEqual([{ state: 'blocked', error_code: '-213', attempts: 1 }]);
      server.clock.advance(hours(2));
      expect(await server.deps.jobs.drain()).toBe(0);
    });

    test('Zalo busy: later; Zalo unreachable: later, with growing patience; both arrive once', async () => {
      server.emulator.world.faults.add({ endpoint: SEND, kind: 'error', code: -32, times: 1 });
      await tell('busy');
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'queued', error_code: '-32' }]);
      server.emulator.world.faults.add({ endpoint: SEND, kind: 'html-502', times: 2 });
      for (let time = 0; time < 4; time += 1) {
        server.clock.advance(minutes(2));
        await server.deps.jobs.drain();
      }
      expect(await deliveries()).toMatchObject([{ state: 'sent' }]);
      expect(chat()).toHaveLength(1);
    });

    test.each([
      ['the answer is lost', { kind: 'answer-lost' as const }],
      ['the time runs out', { kind: 'slow' as const, ms: 3000 }],
    ])('when %s it is not sent a second time', async (_what, fault) => {
      server.emulator.world.faults.add({ endpoint: SEND, times: 1, ...fault });
      await tell('one');
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'unclear' }]);
      server.clock.advance(hours(2));
      await server.deps.jobs.drain();
      await new Promise((done) => setTimeout(done, 1_500));
      expect(chat()).toHaveLength(1);
      expect(asked(SEND)).toBe(1);
    });

    test('a process that died while sending is not followed by a second message', async () => {
      await tell('one');
      await server.deps.db.query(`update deliveries set state = 'sending'`);
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'unclear' }]);
      expect(asked(SEND)).toBe(0);
    });

    test('news of yesterday is not sent any more', async () => {
      server.emulator.world.faults.add({ endpoint: SEND, kind: 'html-502' });
      await tell('one');
      for (let hour = 0; hour < 30; hour += 1) {
        await server.deps.jobs.drain();
        server.clock.advance(hours(1));
      }
      expect(await deliveries()).toMatchObject([{ state: 'given-up' }]);
      server.emulator.world.faults.clear();
      server.clock.advance(days(1));
      await server.deps.jobs.drain();
      expect(chat()).toEqual([]);
    });

    test('a person the Official Account cannot name is left to the inbox', async () => {
      await server.deps.db.query('update accounts set oa_user_id = null where id = $1', [accountId]);
      await tell('one');
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'no-recipient' }]);
    });
  });

  describe('the Official Account’s token', () => {
    const tokens = () => createOaToken(server.deps, createOaClient(server.deps.settings)!);

    test('ten processes at once renew it once', async () => {
      const used = await Promise.all(Array.from({ length: 10 }, () => tokens().current()));
      expect(new Set(used.map(({ accessToken }) => accessToken)).size).toBe(1);
      expect(asked(REFRESH)).toBe(1);
    });

    test('when Zalo says it is not good, ten processes renew it once more', async () => {
      const first = await tokens().current();
      const used = await Promise.all(Array.from({ length: 10 }, () => tokens().renew(first)));
      expect(new Set(used.map(({ version }) => version)).size).toBe(1);
      expect(asked(REFRESH)).toBe(2);
    });

    test('it is renewed before its end', async () => {
      await tokens().current();
      server.clock.advance(hours(19));
      await tokens().current();
      expect(asked(REFRESH)).toBe(1);
      server.clock.advance(hours(2));
      await tokens().current();
      expect(asked(REFRESH)).toBe(2);
    });

    test('near its end the old one serves while Zalo cannot be reached', async () => {
      const first = await tokens().current();
      server.clock.advance(hours(21));
      server.emulator.world.faults.add({ endpoint: REFRESH, kind: 'html-502' });
      expect(await tokens().current()).toEqual(first);
    });

    test('a message meets a token that Zalo dropped: renewed, sent, told once', async () => {
      await tokens().current();
      const dropped = server.deps.secrets.seal('oa_token.access_token', 'dropped');
      await server.deps.db.query('update oa_token set access_token = $1', [dropped]);
      await tell('one');
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
      expect(chat()).toHaveLength(1);
    });

    test('used up: said loudly, messages wait, a new consent in the settings sets it right', async () => {
      server.emulator.world.officialTokens.rotate(server.deps.settings.ZALO_OA_REFRESH_TOKEN!, Date.now());
      await tell('one');
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'queued' }]);
      expect(server.logLines.some((line) => line.includes('OA cần cấp quyền lại'))).toBe(true);
      expect((await server.deps.metrics.oaNeedsConsent.get()).values[0]?.value).toBe(1);
      await expect(tokens().current()).rejects.toThrow('again in');
      // Consent given anew: the row is begun again from the token in the settings.
      server.emulator.world.officialTokens.consentAgain();
      await server.deps.db.query(`update oa_token set seed_hash = 'of the token before'`);
      server.clock.advance(minutes(16));
      await server.deps.jobs.drain();
      expect(await deliveries()).toMatchObject([{ state: 'sent' }]);
    });

    test('whoever held the lease died: another renews when it has run out', async () => {
      await tokens()
        .current()
        .catch(() => undefined);
      const { rows } = await server.deps.db.query<{ version: number }>('select version from oa_token');
      await server.deps.db.query(`update oa_token set leased_until = $1`, [server.clock.now()]);
      server.clock.advance(seconds(1));
      const next = await tokens().renew({ accessToken: '', version: rows[0]!.version });
      expect(next.version).toBe(rows[0]!.version + 1);
    });
  });

  test('no token, phone or name of anybody is in the log', () => {
    const all = server.logLines.join('\n');
    expect(all.length).toBeGreaterThan(500);
    expect(all).not.toMatch(
      /0900000001|84900000001|Ngọc|Ánh|oa-access\.|oa-refresh\.|access\.[0-9a-f-]{36}|phone-number\./,
    );
    expect(all).not.toContain(phone.token);
  });
});
