import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { minutes } from '../../core/clock.ts';
import { loginAtProvider } from '../../../test/support/provincial-login.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { returnCodeIn, type TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

type Session = Schemas['Session'];

const ANH = '072188000001';
const BINH = '072061000002';

describe.each(databaseKinds)('linking the provincial ID on %s', (kind) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { OIDC_TIMEOUT_MS: '1000', RATE_LIMIT_FACTOR: '100' } });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await server.deps.db.script('delete from identity_links; delete from deliveries; delete from notifications;');
  });

  const contacted = async (person: string) => (await server.phone(person).open()).giveContact();
  const levelOf = async (phone: TestPhone) => (await phone.call<Session>('GET', '/session')).body.level;
  const titlesOf = async (phone: TestPhone) => {
    const { body } = await phone.call<{ items: Schemas['Notification'][] }>('GET', '/notifications');
    return body.items.map(({ title }) => title);
  };
  const present = (phone: TestPhone, code: string, verifier: string) =>
    phone.call<Problem & Schemas['Linked']>('POST', '/identity/links', { body: { code, verifier } });

  test('the whole way: level 1, provincial ID, back into Zalo, level 2, back where one was', async () => {
    const phone = await contacted('anh');
    const { stepUp, verifier } = await phone.startLink('/ho-so/nop/1.001193?trang=2');
    expect(new URL(stepUp.url).pathname).toBe('/identity/start');
    const page = await phone.browse(stepUp.url, ANH);
    expect(page.status).toBe(200);
    const { body } = await present(phone, returnCodeIn(page.text), verifier);
    expect(body.returnTo).toBe('/ho-so/nop/1.001193?trang=2');
    expect(body.session).toMatchObject({
      level: 2,
      token: phone.token,
      person: { fullName: 'Nguyễn Thị Ánh', idNumber: '•••• •••• 0001' },
    });
    expect((await server.phone('anh').open()).token).toBeDefined();
    const { rows } = await server.deps.db.query(
      'select birth_date, address, assurance from citizens where id_number = $1',
      [ANH],
    );
    expect(rows).toEqual([
      {
        birth_date: '1988-03-14',
        address: '12 đường Cách Mạng Tháng Tám, khu phố 3, Phường Tân Ninh, tỉnh Tây Ninh',
        assurance: '2',
      },
    ]);
  });

  test('it still works when Zalo killed the app on the way: another session of the same account', async () => {
    const phone = await contacted('anh');
    const { stepUp, verifier } = await phone.startLink();
    const code = returnCodeIn((await phone.browse(stepUp.url, ANH)).text);
    const restarted = await server.phone('anh').open();
    expect((await present(restarted, code, verifier)).status).toBe(200);
  });

  describe('phishing: an attacker starts, the victim logs in', () => {
    test('the victim’s phone brings the code: burnt, nobody is raised, both are told', async () => {
      const attacker = await contacted('binh');
      const victim = await contacted('anh');
      const { stepUp, verifier } = await attacker.startLink();
      const code = returnCodeIn((await victim.browse(stepUp.url, ANH)).text);
      const answer = await present(victim, code, '');
      expect([answer.status, answer.body.code]).toEqual([403, 'step-up-foreign']);
      const late = await present(attacker, code, verifier);
      expect([late.status, late.body.code]).toEqual([410, 'step-up-expired']);
      expect([await levelOf(attacker), await levelOf(victim)]).toEqual([1, 1]);
      expect(await titlesOf(attacker)).toEqual(['Một lần liên kết đã bị chặn']);
      expect(await titlesOf(victim)).toEqual(['Chúng tôi đã chặn một lần liên kết lạ']);
      const { rows } = await server.deps.db.query('select 1 from step_ups where identity is not null');
      expect(rows).toEqual([]);
    });

    test('even with the attacker’s verifier the victim’s account is not raised', async () => {
      const attacker = await contacted('binh');
      const victim = await contacted('anh');
      const { stepUp, verifier } = await attacker.startLink();
      const code = returnCodeIn((await victim.browse(stepUp.url, ANH)).text);
      expect((await present(victim, code, verifier)).body.code).toBe('step-up-foreign');
      expect(await levelOf(victim)).toBe(1);
    });

    test('the last page says, masked, whose Zalo began; nothing of the person who logged in', async () => {
      const attacker = await contacted('binh');
      const page = await attacker.browse((await attacker.startLink()).stepUp.url, ANH);
      expect(page.text).toContain('B••• Bình');
      for (const secret of ['Nguyễn', 'Ánh', ANH, '1988', 'Ba Bình', '0900']) expect(page.text).not.toContain(secret);
    });

    test('polling gives the attacker nothing: logging in alone raises nobody', async () => {
      const attacker = await contacted('binh');
      await attacker.browse((await attacker.startLink()).stepUp.url, ANH);
      expect(await levelOf(attacker)).toBe(1);
    });
  });

  test('the right account on another phone, without the verifier: burnt, told once, starts again', async () => {
    const phone = await contacted('anh');
    const { stepUp, verifier } = await phone.startLink();
    const code = returnCodeIn((await phone.browse(stepUp.url, ANH)).text);
    expect((await present(phone, code, '')).body.code).toBe('step-up-foreign');
    expect((await present(phone, code, verifier)).body.code).toBe('step-up-expired');
    expect(await titlesOf(phone)).toEqual(['Lần liên kết chưa xong']);
  });

  const linkedEvents = async () =>
    (await server.deps.db.query(`select 1 from identity_link_events where event = 'linked'`)).count;

  describe('the answer was lost, the phone asks again', () => {
    async function linked() {
      const phone = await contacted('anh');
      const { stepUp, verifier } = await phone.startLink('/ho-so/nop/1.001193?trang=2');
      const code = returnCodeIn((await phone.browse(stepUp.url, ANH)).text);
      const before = await linkedEvents();
      const first = await present(phone, code, verifier);
      return { phone, code, verifier, first, before };
    }

    test('the same answer for the rest of the five minutes, then no more', async () => {
      const { phone, code, verifier, first, before } = await linked();
      server.clock.advance(minutes(5) - 1);
      const again = await present(phone, code, verifier);
      expect([again.status, again.body]).toEqual([200, first.body]);
      const restarted = await server.phone('anh').open();
      expect((await present(restarted, code, verifier)).body).toMatchObject({
        session: { level: 2 },
        returnTo: '/ho-so/nop/1.001193?trang=2',
      });
      expect([(await linkedEvents()) - before, await titlesOf(phone)]).toEqual([1, []]);
      server.clock.advance(1);
      expect((await present(phone, code, verifier)).body.code).toBe('step-up-expired');
    });

    test.each(['another account', 'another phone'])('%s gets nothing, and ends it', async (who) => {
      const { phone, code, verifier } = await linked();
      const other = who === 'another account' ? await contacted('binh') : phone;
      const theirs = await present(other, code, who === 'another account' ? verifier : 'not-the-verifier');
      expect([theirs.status, theirs.body.code]).toEqual([410, 'step-up-expired']);
      expect((await present(phone, code, verifier)).body.code).toBe('step-up-expired');
      expect(await levelOf(phone)).toBe(2);
      if (other !== phone) expect(await levelOf(other)).toBe(1);
    });

    test('a link that ended meanwhile does not come back, nor is it said to be there', async () => {
      const { phone, code, verifier } = await linked();
      await phone.call('DELETE', '/identity/links/mine');
      expect((await present(phone, code, verifier)).body.code).toBe('step-up-expired');
      expect(await levelOf(phone)).toBe(1);
    });

    test('fifty presentations at once are one linking', async () => {
      const phone = await contacted('anh');
      const { stepUp, verifier } = await phone.startLink();
      const code = returnCodeIn((await phone.browse(stepUp.url, ANH)).text);
      const before = await linkedEvents();
      const answers = await Promise.all(Array.from({ length: 50 }, () => present(phone, code, verifier)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect((await linkedEvents()) - before).toBe(1);
    });

    test('fifty phones of two accounts at once: the victim is never raised', async () => {
      const attacker = await contacted('binh');
      const victim = await contacted('anh');
      const { stepUp, verifier } = await attacker.startLink();
      const code = returnCodeIn((await victim.browse(stepUp.url, ANH)).text);
      const brought = (index: number) =>
        index % 2 ? present(attacker, code, verifier) : present(victim, code, verifier);
      const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => brought(index)));
      expect(answers.filter(({ status }, index) => index % 2 === 0 && status === 200)).toEqual([]);
      expect(await levelOf(victim)).toBe(1);
    });
  });

  test('a code is good for five minutes, a step-up for fifteen', async () => {
    const phone = await contacted('anh');
    const first = await phone.startLink();
    const code = returnCodeIn((await phone.browse(first.stepUp.url, ANH)).text);
    server.clock.advance(minutes(5));
    expect((await present(phone, code, first.verifier)).body.code).toBe('step-up-expired');
    const second = await phone.startLink();
    server.clock.advance(minutes(15));
    const { pathname, search } = new URL(second.stepUp.url);
    const page = await server.app.inject({ method: 'GET', url: pathname + search });
    expect(page.statusCode).toBe(400);
    expect(page.body).toContain('Đường dẫn này không dùng được nữa');
  });

  test('unknown codes, tickets and answers are all the same: expired', async () => {
    const phone = await contacted('anh');
    expect((await present(phone, 'no-such-code', 'x')).body.code).toBe('step-up-expired');
    for (const url of [
      '/identity/start?ticket=nothing',
      '/identity/callback?state=nothing&code=x',
      '/identity/callback?typeInapp=1',
    ]) {
      const page = await server.app.inject({ method: 'GET', url });
      expect([page.statusCode, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    }
  });

  test('a ticket opens once, an answer of the provider counts once', async () => {
    const phone = await contacted('anh');
    const { stepUp } = await phone.startLink();
    const { pathname, search } = new URL(stepUp.url);
    const open = () => server.app.inject({ method: 'GET', url: pathname + search });
    const opened = await open();
    expect([opened.statusCode, (await open()).statusCode]).toEqual([302, 400]);
    const back = new URL(await loginAtProvider(String(opened.headers.location), ANH));
    const answer = () => server.app.inject({ method: 'GET', url: back.pathname + back.search });
    expect([(await answer()).statusCode, (await answer()).statusCode]).toEqual([200, 400]);
  });

  test('"Thôi" leads back with nothing shared and nothing linked', async () => {
    const phone = await contacted('anh');
    const page = await phone.browse((await phone.startLink()).stepUp.url, null);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Bạn chưa liên kết tài khoản');
    expect(page.text).toContain('/lien-ket?ket-qua=chua-lien-ket&#38;utm_source=tay-ninh-id');
    expect(await levelOf(phone)).toBe(1);
  });

  test('an answer with another state, or a code that is not the provider’s, links nobody', async () => {
    const phone = await contacted('anh');
    const { stepUp } = await phone.startLink();
    const { pathname, search } = new URL(stepUp.url);
    const opened = await server.app.inject({ method: 'GET', url: pathname + search });
    const state = new URL(String(opened.headers.location)).searchParams.get('state') ?? '';
    const issuer = encodeURIComponent(server.emulator.issuer);
    const url = `/identity/callback?state=${state}&code=forged&iss=${issuer}`;
    const page = await server.app.inject({ method: 'GET', url });
    expect(page.body).toContain('Bạn chưa liên kết tài khoản');
    expect(page.body).not.toContain('lien-ket?ma=');
  });

  describe('one identity, one account', () => {
    test('linking elsewhere lowers the old account at once and tells it', async () => {
      const old = await (await contacted('anh')).link(ANH);
      const other = await (await contacted('binh')).link(ANH);
      expect([await levelOf(old), await levelOf(other)]).toEqual([1, 2]);
      expect(await titlesOf(old)).toEqual(['Tây Ninh ID đã liên kết với Zalo khác']);
      expect(await titlesOf(other)).toEqual([]);
    });

    test('an account that links another identity leaves the first one free', async () => {
      const phone = await (await (await contacted('anh')).link(ANH)).link(BINH);
      const { body } = await phone.call<Session>('GET', '/session');
      expect(body.person.idNumber).toBe('•••• •••• 0002');
      expect(await levelOf(await (await contacted('binh')).link(ANH))).toBe(2);
    });

    test('two accounts linking the same identity at the same moment: one ends linked, the other is told', async () => {
      const phones = await Promise.all(['anh', 'binh'].map(contacted));
      const codes = await Promise.all(
        phones.map(async (phone) => {
          const { stepUp, verifier } = await phone.startLink();
          return { phone, verifier, code: returnCodeIn((await phone.browse(stepUp.url, ANH)).text) };
        }),
      );
      const answers = await Promise.all(codes.map(({ phone, code, verifier }) => present(phone, code, verifier)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect((await Promise.all(phones.map(levelOf))).sort()).toEqual([1, 2]);
    });

    test('linking the same again changes nothing and tells nobody', async () => {
      const phone = await (await (await contacted('anh')).link(ANH)).link(ANH);
      expect(await levelOf(phone)).toBe(2);
      expect(await titlesOf(phone)).toEqual([]);
    });

    test('unlinking leads back to level 1', async () => {
      const phone = await (await contacted('anh')).link(ANH);
      const { status, body } = await phone.call<Session>('DELETE', '/identity/links/mine');
      expect([status, body.level, body.person.fullName]).toEqual([200, 1, null]);
      expect((await phone.call('DELETE', '/identity/links/mine')).body).toMatchObject({
        code: 'level-too-low',
        level: 2,
      });
    });
  });
});
