import '../localhost-dns.mjs';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { IDENTITY_CLIENTS, ONE_TIME_CODE } from '../identity.ts';
import type { ClaimsDialect } from '../identity.ts';
import { startTestEmulator } from '../testing/test-emulator.ts';
import type { TestEmulator } from '../testing/test-emulator.ts';
import { SAMPLE_PASSWORD } from './citizens.ts';

let zalo: TestEmulator;
beforeAll(async () => {
  zalo = await startTestEmulator();
});
afterAll(() => zalo.emulator.close());
beforeEach(() => zalo.control.reset());

/** A browser with cookies and without scripts. */
class TextBrowser {
  readonly #cookies = new Map<string, string>();

  /** Follows redirects until a page, or until the address begins with `stop`. */
  async go(
    address: string,
    form?: Record<string, string>,
    stop = 'http://127.0.0.1:',
  ): Promise<{ url: URL; html: string; status: number }> {
    let url = new URL(address);
    let body = form === undefined ? undefined : new URLSearchParams(form);
    for (let hop = 0; hop < 12; hop += 1) {
      if (url.href.startsWith(stop)) return { url, html: '', status: 0 };
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const init = body === undefined ? {} : { method: 'POST', body };
      const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') this.#cookies.delete(name);
        else this.#cookies.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null) return { url, html: await response.text(), status: response.status };
      url = new URL(location, url);
      body = undefined;
    }
    throw new Error(`too many redirects: ${url.href}`);
  }
}

const verifier = randomBytes(32).toString('base64url');
const callback = 'http://127.0.0.1:6999/identity/callback';

const authorizeUrl = (dialect: ClaimsDialect, more: Record<string, string> = {}): string => {
  const query = new URLSearchParams({
    client_id: IDENTITY_CLIENTS[dialect].id,
    response_type: 'code',
    redirect_uri: callback,
    scope: 'openid profile',
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    typeInapp: '1',
    ...more,
  });
  return `${zalo.emulator.issuer}/auth?${query}`;
};

async function logIn(dialect: ClaimsDialect, number = '072188000001'): Promise<URL> {
  const browser = new TextBrowser();
  const login = await browser.go(authorizeUrl(dialect));
  expect(login.html).toContain('Số căn cước');
  expect(login.html).toContain('Mô phỏng');
  const code = await browser.go(`${login.url.href}/login`, { number, password: SAMPLE_PASSWORD });
  expect(code.html).toContain(ONE_TIME_CODE);
  const consent = await browser.go(`${login.url.href}/code`, { code: ONE_TIME_CODE });
  expect(consent.html).toContain('Đồng ý chia sẻ');
  return (await browser.go(`${consent.url.href}/consent`, {})).url;
}

const exchange = (dialect: ClaimsDialect, code: string, codeVerifier = verifier): Promise<Response> =>
  fetch(`${zalo.emulator.issuer}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callback,
      code_verifier: codeVerifier,
      client_id: IDENTITY_CLIENTS[dialect].id,
      client_secret: IDENTITY_CLIENTS[dialect].secret,
    }),
  });

async function claimsOf(dialect: ClaimsDialect): Promise<Record<string, unknown>> {
  const back = await logIn(dialect);
  const tokens = (await (await exchange(dialect, back.searchParams.get('code') ?? '')).json()) as {
    access_token: string;
  };
  const answer = await fetch(`${zalo.emulator.issuer}/me`, {
    headers: { authorization: `Bearer ${tokens.access_token}` },
  });
  return (await answer.json()) as Record<string, unknown>;
}

describe('the provincial ID', () => {
  it('logs a citizen in by number, password and code, and tells who it is, once', async () => {
    const back = await logIn('keycloak');
    expect(back.origin + back.pathname).toBe(callback);
    expect(back.searchParams.get('state')).toBe('state-1');
    const code = back.searchParams.get('code') ?? '';
    const first = await exchange('keycloak', code);
    const tokens = (await first.json()) as { id_token: string };
    const idClaims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(idClaims).toMatchObject({
      iss: zalo.emulator.issuer,
      nonce: 'nonce-1',
      preferred_username: '072188000001',
      name: 'Nguyễn Thị Ánh',
      birthdate: '1988-03-14',
      loa: '2',
    });
    expect((await exchange('keycloak', code)).status).toBe(400);
  });

  it('writes claims as Keycloak, as WSO2 and as the national portal do', async () => {
    expect(await claimsOf('keycloak')).toMatchObject({
      preferred_username: '072188000001',
      phone_number: '+84900000001',
      address: { locality: 'Phường Tân Ninh' },
    });
    expect(await claimsOf('wso2')).toMatchObject({
      username: '072188000001',
      given_name: 'Thị Ánh',
      family_name: 'Nguyễn',
    });
    expect(await claimsOf('national-portal')).toMatchObject({
      SoDinhDanh: '072188000001',
      HoVaTen: 'Nguyễn Thị Ánh',
      NgayThangNamSinh: '19880314',
    });
  });

  it('refuses a code with another verifier, a request without PKCE, and a foreign address to return to', async () => {
    const back = await logIn('keycloak');
    expect(
      (await exchange('keycloak', back.searchParams.get('code') ?? '', randomBytes(32).toString('base64url'))).status,
    ).toBe(400);
    const bare = await new TextBrowser().go(
      authorizeUrl('keycloak', { code_challenge: '', code_challenge_method: '' }),
    );
    expect(bare.url.searchParams.get('error')).toBe('invalid_request');
    const foreign = await new TextBrowser().go(
      authorizeUrl('keycloak', { redirect_uri: 'https://evil.example/identity/callback' }),
    );
    expect(foreign.status).toBe(400);
  });

  it('keeps a person at the step whose answer was wrong, and lets them leave', async () => {
    const browser = new TextBrowser();
    const login = await browser.go(authorizeUrl('keycloak'));
    const wrong = await browser.go(`${login.url.href}/login`, { number: '072188000001', password: 'x' });
    expect(wrong.html).toContain('role="alert"');
    await browser.go(`${login.url.href}/login`, { number: '072188000001', password: SAMPLE_PASSWORD });
    const wrongCode = await browser.go(`${login.url.href}/code`, { code: '000000' });
    expect(wrongCode.html).toContain('Mã chưa khớp');
    const left = await browser.go(`${login.url.href}/cancel`, {});
    expect(left.url.searchParams.get('error')).toBe('access_denied');
    expect(left.url.searchParams.get('state')).toBe('state-1');
  });

  it('asks for the login again even in the same browser', async () => {
    const browser = new TextBrowser();
    const first = await browser.go(authorizeUrl('keycloak'));
    await browser.go(`${first.url.href}/login`, { number: '072188000001', password: SAMPLE_PASSWORD });
    const consent = await browser.go(`${first.url.href}/code`, { code: ONE_TIME_CODE });
    await browser.go(`${consent.url.href}/consent`, {});
    expect((await browser.go(authorizeUrl('keycloak'))).html).toContain('Số căn cước');
  });

  it('can be down', async () => {
    await zalo.control.addFault({ endpoint: 'identity-provider/token', kind: 'down', times: 1 });
    await expect(exchange('keycloak', 'x')).rejects.toThrow();
    expect((await exchange('keycloak', 'x')).status).toBe(400);
  });

  it('can do its work and be heard by nobody: the code is spent', async () => {
    const code = (await logIn('keycloak')).searchParams.get('code') ?? '';
    await zalo.control.addFault({ endpoint: 'identity-provider/token', kind: 'answer-lost', times: 1 });
    await expect(exchange('keycloak', code)).rejects.toThrow();
    expect((await exchange('keycloak', code)).status).toBe(400);
    const requests = await zalo.control.requests('identity-provider/token');
    expect(requests.map(({ status }) => status)).toEqual([0, 400]);
  });
});
