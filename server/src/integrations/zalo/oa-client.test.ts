import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { createOaClient, type OaClient } from './oa-client.ts';

let server: Server;
let oa: OaClient | undefined;
let lasts: unknown;
let lateMs = 0;
let spoilt: Record<string, unknown> = {};

beforeAll(async () => {
  server = createServer(
    (_request, response) =>
      void wait(lateMs).then(() =>
        response.end(JSON.stringify({ access_token: 'a', refresh_token: 'r', expires_in: lasts, ...spoilt })),
      ),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  oa = createOaClient(
    readSettings({
      ZALO_APP_ID: '1234567890123456789',
      ZALO_APP_SECRET: 'secret-of-the-app',
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'us',
      OIDC_CLIENT_SECRET: 'hush',
      ZALO_OAUTH_URL: `http://127.0.0.1:${port}`,
      ZALO_TIMEOUT_MS: '500',
      ZALO_OA_APP_ID: '1',
      ZALO_OA_SECRET: 'oa-secret',
      ZALO_OA_REFRESH_TOKEN: 'oa-refresh',
    }),
  );
});
afterAll(() => server.close());

test.each([
  ['90000', 90_000],
  [1e300, 30 * 24 * 3600],
  [-1, 3600],
  ['soon', 3600],
  [null, 3600],
  [0.5, 60],
])('new tokens are kept whatever is said of their lifetime: %j', async (said, seconds) => {
  lasts = said;
  expect(await oa?.refresh('before')).toMatchObject({ outcome: 'refreshed', lastsSeconds: seconds });
});

test('new tokens are waited for longer than anything else: the old one is used up by asking', async () => {
  [lasts, lateMs] = ['90000', 900];
  expect(await oa?.refresh('before')).toMatchObject({ outcome: 'refreshed' });
});

test.each([
  [{ access_token: 7 }, { accessToken: null, refreshToken: 'r' }],
  [{ refresh_token: null }, { accessToken: 'a', refreshToken: null }],
])('of new tokens what can be used is kept: %j', async (said, kept) => {
  [lasts, lateMs, spoilt] = ['90000', 0, said];
  expect(await oa?.refresh('before')).toMatchObject({ outcome: 'refreshed', ...kept });
});
