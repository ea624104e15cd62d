import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createLog } from '../../core/log.ts';
import { readSettings } from '../../core/settings.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { createOpenIdProvider } from './openid-provider.ts';

/** A provider that says of itself what it is told to say. */
let server: Server;
let issuer: string;
let wrong: Record<string, unknown> = {};
let discovered = 0;
let provider: IdentityProvider;

beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.includes('openid-configuration') !== true) return response.end('{"something":1}');
    discovered += 1;
    const endpoints = { authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
    return response.end(JSON.stringify({ issuer, ...endpoints, jwks_uri: `${issuer}/jwks`, ...wrong }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

beforeEach(() => {
  wrong = {};
  discovered = 0;
  vi.useFakeTimers({ toFake: ['performance'] });
  const settings = readSettings({
    ZALO_APP_ID: '1234567890123456789',
    ZALO_APP_SECRET: 'secret-of-the-app',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'us',
    OIDC_CLIENT_SECRET: 'hush',
  });
  provider = createOpenIdProvider(settings, 1, createLog('silent'));
});
afterEach(() => vi.useRealTimers());

const attempt = { state: 'st', nonce: 'no', codeVerifier: 'v'.repeat(43) };
const answer = () => new URLSearchParams({ code: 'c', state: 'st', iss: issuer });

test('what it says of itself and cannot be is "later", and is asked anew next time', async () => {
  wrong = { authorization_endpoint: 7 };
  await expect(provider.begin()).rejects.toMatchObject({ code: 'identity-unavailable' });
  wrong = {};
  expect((await provider.begin()).url).toContain(`${issuer}/auth?`);
  expect(discovered).toBe(2);
});

test('a login that fails casts doubt on what was discovered in a bad moment; a "no" does not', async () => {
  wrong = { token_endpoint: 'http://127.0.0.1:9/' };
  await provider.begin();
  vi.advanceTimersByTime(60_000);
  const no = new URLSearchParams({ error: 'access_denied', state: 'st', iss: issuer });
  expect(await provider.finish(attempt, no)).toEqual({ outcome: 'not-verified' });
  await provider.begin();
  expect(discovered).toBe(1);
  await expect(provider.finish(attempt, answer())).rejects.toMatchObject({ code: 'identity-unavailable' });
  await provider.begin();
  expect(discovered).toBe(2);
  // Many who fail in the same moment do not each ask anew.
  await provider.finish(attempt, answer()).catch(() => undefined);
  await provider.begin();
  expect(discovered).toBe(2);
});
