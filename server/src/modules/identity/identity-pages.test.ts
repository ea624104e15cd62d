import type { Schemas } from '@dvc/contract';
import { serverEnvironment } from '@dvc/emulator/src/server-environment.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { minutes } from '../../core/clock.ts';
import { createOpenIdProvider } from '../../integrations/identity-provider/openid-provider.ts';
import { loginAtProvider } from '../../../test/support/provincial-login.ts';
import { returnCodeIn } from '../../../test/support/test-phone.ts';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

const ANH = '072188000001';
/** Level of assurance 1. */
const GAM = '080147000006';

// Each test here has a server of its own to start.
describe('providers', { timeout: 90_000 }, () => {
  test('the provider is down: said in words, the ticket stays good, and it works when the provider is back', async () => {
    const own = await buildTestServer({ env: { OIDC_TIMEOUT_MS: '500' } });
    try {
      own.emulator.world.faults.add({ endpoint: 'identity-provider', kind: 'down' });
      const phone = await (await own.phone('anh').open()).giveContact();
      const { stepUp, verifier } = await phone.startLink();
      const { pathname, search } = new URL(stepUp.url);
      const page = await own.app.inject({ method: 'GET', url: pathname + search });
      expect(page.statusCode).toBe(503);
      expect(page.body).toContain('Tây Ninh ID đang bận');
      expect(page.body).toContain('Thử lại');
      own.emulator.world.faults.clear();
      await new Promise((done) => setTimeout(done, 2_100));
      const code = returnCodeIn((await phone.browse(stepUp.url, ANH)).text);
      const answer = await phone.call<Schemas['Linked']>('POST', '/identity/links', { body: { code, verifier } });
      expect(answer.body.session.level).toBe(2);
    } finally {
      await own.close();
    }
  });

  test.each(['wso2', 'national-portal'] as const)('the claims of %s are read', async (claims) => {
    const { OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '' } = serverEnvironment(
      { phonePort: 1, serverPort: 1, idPort: 1 },
      claims,
    );
    const own = await buildTestServer({ env: { OIDC_CLAIMS: claims, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } });
    try {
      const phone = await (await (await own.phone('anh').open()).giveContact()).link(ANH);
      const { body } = await phone.call<Schemas['Session']>('GET', '/session');
      expect(body).toMatchObject({ level: 2, person: { fullName: 'Nguyễn Thị Ánh', idNumber: '•••• •••• 0001' } });
      const { rows } = await own.deps.db.query('select birth_date from citizens');
      expect(rows).toEqual([{ birth_date: '1988-03-14' }]);
    } finally {
      await own.close();
    }
  });
});

describe('the pages of the in-app browser', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await buildTestServer();
  });
  afterAll(() => server.close());

  const contacted = async (person: string) => (await server.phone(person).open()).giveContact();

  test('the pages need no script, load nothing and are framed by nobody but the emulated phone', async () => {
    const phone = await contacted('anh');
    const page = await phone.browse((await phone.startLink()).stepUp.url, null);
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`frame-ancestors ${server.deps.settings.EMBEDDED_IN}`);
    expect(page.text).not.toMatch(/<script|<img|<link|http-equiv/);
  });

  test('an account below the province’s level of assurance links nothing, and the page says what to do', async () => {
    const phone = await contacted('gam');
    const page = await phone.browse((await phone.startLink()).stepUp.url, GAM);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Cần tài khoản Tây Ninh ID mức 2');
    expect(page.text).toContain('Chưa có gì được liên kết. Phần bạn đang làm vẫn còn.');
    expect(page.text).toContain('gọi 1022');
    expect(page.text).toContain('ket-qua=chua-lien-ket');
    expect(page.text).not.toContain('lien-ket?ma=');
    for (const secret of ['Huỳnh', GAM]) expect(page.text).not.toContain(secret);
    expect((await phone.call<Schemas['Session']>('GET', '/session')).body.level).toBe(1);
    const { rows } = await server.deps.db.query('select 1 from citizens where id_number = $1', [GAM]);
    expect(rows).toEqual([]);
    expect((await server.deps.db.query('select 1 from step_ups where identity is not null')).rows).toEqual([]);
  });

  test.each([
    [0, 'verified'],
    [1, 'verified'],
    [2, 'assurance-too-low'],
  ] as const)('where the province asks for level %i, an account of level 1 is %s', async (minimum, outcome) => {
    const provider = createOpenIdProvider(server.deps.settings, minimum, server.deps.log);
    const { url, ...attempt } = await provider.begin();
    const back = new URL(await loginAtProvider(url, GAM));
    expect(await provider.finish(attempt, back.searchParams)).toMatchObject({ outcome });
  });

  test('a code taken from another login is no use: PKCE and nonce bind it to the one it was made for', async () => {
    const provider = createOpenIdProvider(server.deps.settings, 2, server.deps.log);
    const mine = await provider.begin();
    const theirs = await provider.begin();
    const back = new URL(await loginAtProvider(theirs.url, ANH)).searchParams;
    const injected = new URLSearchParams(back);
    injected.set('state', mine.state);
    expect(await provider.finish(mine, injected)).toEqual({ outcome: 'not-verified' });
    const again = await provider.begin();
    const answer = new URL(await loginAtProvider(again.url, ANH)).searchParams;
    expect(await provider.finish({ ...again, nonce: mine.nonce }, answer)).toEqual({ outcome: 'not-verified' });
    const good = await provider.begin();
    const whole = new URL(await loginAtProvider(good.url, ANH)).searchParams;
    expect(await provider.finish(good, whole)).toMatchObject({ outcome: 'verified' });
  });

  test('a password is asked for every time: a session somebody left at the provider is nobody’s proof', async () => {
    const provider = createOpenIdProvider(server.deps.settings, 2, server.deps.log);
    const { url, ...attempt } = await provider.begin();
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ prompt: 'login', max_age: '900' });
    const answer = new URL(await loginAtProvider(url, ANH)).searchParams;
    expect(await provider.finish(attempt, answer)).toMatchObject({ outcome: 'verified' });
    // A provider that does not listen says at least when it was typed.
    server.emulator.world.passwordAgeMs = minutes(16);
    const { url: again, ...second } = await provider.begin();
    const old = new URL(await loginAtProvider(again, ANH)).searchParams;
    server.emulator.world.passwordAgeMs = 0;
    expect(await provider.finish(second, old)).toEqual({ outcome: 'not-verified' });
  });

  test('a Zalo name is written as text, whatever is in it', async () => {
    server.emulator.world.addPerson({
      id: 'x',
      name: '<b>"x"</b> &<i>',
      phoneNumber: '84900000099',
      citizenNumber: null,
    });
    const phone = await contacted('x');
    const page = await phone.browse((await phone.startLink()).stepUp.url, ANH);
    expect(page.text).toContain('&#60;••• &#38;&#60;i&#62;');
    expect(page.text).not.toContain('<i>');
  });

  test.each(['//evil.example', 'https://evil.example', '/a b', '/a\\b', ''])(
    'returnTo %j is refused',
    async (returnTo) => {
      const phone = await contacted('anh');
      const challenge = 'x'.repeat(43);
      const answer = await phone.call('POST', '/identity/step-ups', { body: { returnTo, challenge } });
      expect([answer.status, answer.body.code]).toEqual([400, 'bad-request']);
    },
  );
});
