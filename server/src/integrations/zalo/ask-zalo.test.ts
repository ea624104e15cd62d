import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { askZalo } from './ask-zalo.ts';
import { createOaClient } from './oa-client.ts';
import { createZnsClient } from './zns-client.ts';

let server: Server;
let url: string;
let said: { status: number; body: string };

beforeAll(async () => {
  server = createServer((_request, response) => response.writeHead(said.status).end(said.body));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = () => askZalo(url, {}, 1000);

test.each([
  [200, '{"error":0}'],
  [200, '{"error":"-14020"}'],
  [200, '{"id":"1"}'],
  [400, '{"error":-216}'],
  [500, '{"error":-32}'],
])('Zalo’s own words are read: %i %s', async (status, body) => {
  said = { status, body };
  expect(await ask()).toEqual(JSON.parse(body));
});

test.each([
  [503, '{"message":"no healthy upstream"}', 'unlikely'],
  [500, '{"error":"server_error"}', 'unlikely'],
  [429, '{"error":0}', 'unlikely'],
  [403, '<h1>Forbidden</h1>', 'unlikely'],
  [200, '{"error":"no"}', 'unknown'],
  [200, '[]', 'unknown'],
  [200, '<h1>Welcome</h1>', 'unknown'],
])('somebody else’s are not: %i %s', async (status, body, carriedOut) => {
  said = { status, body };
  await expect(ask()).rejects.toMatchObject({ name: 'ZaloSilent', carriedOut });
});

describe('a message', () => {
  const settings = () =>
    readSettings({
      ...{ ZALO_APP_ID: '1234567890123456789', ZALO_APP_SECRET: 'secret-of-the-app' },
      ...{ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'us', OIDC_CLIENT_SECRET: 'hush' },
      ...{ ZALO_OPENAPI_URL: url, ZALO_ZNS_URL: url },
      ...{ ZALO_OA_APP_ID: '1', ZALO_OA_SECRET: 'oa-secret', ZALO_OA_REFRESH_TOKEN: 'oa-refresh' },
    });
  const send = async () => [
    await createOaClient(settings())?.send('a', { recipient: '1', text: 'Chào', button: { title: 'Xem', url } }),
    await createZnsClient(settings())('a', { phone: '0900000001', templateId: '1', fields: {}, trackingId: '1' }),
  ];

  test.each([
    [503, '{"message":"no healthy upstream"}', 'not-sent'],
    [500, '{"error":"server_error"}', 'not-sent'],
    [200, '{"status":"ok"}', 'unclear'],
    [200, '{"error":-999}', 'refused'],
    [200, '{"error":0}', 'sent'],
  ])('goes as Zalo says, and nobody else: %i %s is %s', async (status, body, outcome) => {
    said = { status, body };
    expect(await send()).toMatchObject([{ outcome }, { outcome }]);
  });
});
