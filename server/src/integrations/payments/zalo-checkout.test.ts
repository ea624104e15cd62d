import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { ProviderSilent } from './payment-provider.ts';
import { createZaloCheckout, type CheckoutDesk } from './zalo-checkout.ts';

const said = { status: 200, body: '' };
let server: Server;
let desk: CheckoutDesk;

beforeAll(async () => {
  server = createServer((_request, response) => response.writeHead(said.status).end(said.body));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const settings = readSettings({
    ZALO_APP_ID: '1234567890123456789',
    ZALO_APP_SECRET: 'secret-of-the-app',
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'us',
    OIDC_CLIENT_SECRET: 'hush',
    ZALO_CHECKOUT_PRIVATE_KEY: 'sample-checkout-private-key',
    ZALO_PAYMENT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  const created = createZaloCheckout(settings);
  if (!created) throw new Error('no desk');
  desk = created;
});
afterAll(() => server.close());

/** Whether the money may have gone back when this was answered. */
async function afterRefund(status: number, body: string): Promise<string> {
  Object.assign(said, { status, body });
  try {
    await desk.refund({ transactionId: 't-1', amountVnd: 1000, reason: 'hoàn' });
  } catch (error) {
    if (error instanceof ProviderSilent) return error.carriedOut;
    throw error;
  }
  return 'answered';
}

async function status(data: object): Promise<string> {
  Object.assign(said, { status: 200, body: JSON.stringify({ error: 0, data }) });
  try {
    return (await desk.status({ providerOrderId: 'o-1', orderCode: 'HP261126-0001' })).outcome;
  } catch (error) {
    return error instanceof ProviderSilent ? 'not said' : 'broken';
  }
}

test('what is no number says neither that somebody paid nor that nobody did', async () => {
  const data = { returnCode: 1, isProcessing: false, transId: 't-1', amount: 1000 };
  expect(await status(data)).toBe('paid');
  expect(await status({ ...data, returnCode: '1', amount: '1000' })).toBe('paid');
  expect(await status({ ...data, returnCode: 0 })).toBe('unpaid');
  for (const returnCode of [null, true, [1], '', 'soon', 1e300, {}]) {
    expect(await status({ ...data, returnCode })).toBe('not said');
  }
  for (const transId of ['t\u0000', {}, 't'.repeat(101)]) expect(await status({ ...data, transId })).toBe('not said');
});

test.each([
  ['its own no', 200, '{"error":-2101,"msg":"Invalid mac"}', 'never'],
  ['the page of a gateway', 502, '<h1>502 Bad Gateway</h1>', 'unknown'],
  ['a gateway that lost patience', 504, '', 'unknown'],
  ['other JSON', 200, '{"error":0,"data":{"something":1}}', 'unknown'],
  ['a page', 200, '<h1>Welcome</h1>', 'unknown'],
])('a refund answered with %s: whether it happened', async (_what, status, body, expected) => {
  expect(await afterRefund(status, body)).toBe(expected);
});
