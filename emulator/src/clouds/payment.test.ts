import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestEmulator } from '../testing/test-emulator.ts';
import type { TestEmulator } from '../testing/test-emulator.ts';
import { checkoutPage } from './checkout-page.ts';
import { macOfAll, macOfCallback, macOfStatus } from './payment-mac.ts';
import { sessionToken } from './session-token.ts';

let zalo: TestEmulator;
beforeAll(async () => {
  zalo = await startTestEmulator();
});
afterAll(() => zalo.emulator.close());

const create = async (mac: string): Promise<{ err: number; data?: { id: string } }> => {
  const { world } = zalo.emulator;
  const person = world.findPerson((one) => one.id === 'anh');
  if (person === null) throw new Error('no sample person');
  const response = await fetch(zalo.cloud('payment-mini.zalo.me/api/order/create-v2'), {
    method: 'POST',
    headers: { authorization: `Bearer ${sessionToken(person, world.options.appId)}` },
    body: new URLSearchParams({
      amount: '8000',
      desc: encodeURIComponent('Lệ phí'),
      item: encodeURIComponent('[]'),
      mac,
    }),
  });
  return (await response.json()) as { err: number; data?: { id: string } };
};

it('takes an order only with the right MAC, and reports the settled one with both MACs', async () => {
  expect(await create('wrong')).toMatchObject({ err: -12101 });
  const order = await create(macOfAll({ amount: 8000, desc: 'Lệ phí', item: [] }));
  const orderId = order.data?.id ?? '';

  const heard: { data: Record<string, unknown>; mac: string; overallMac: string }[] = [];
  const merchant = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      heard.push(JSON.parse(body) as (typeof heard)[number]);
      response.end('{"returnCode":1}');
    });
  });
  await new Promise<void>((resolve) => merchant.listen(0, '127.0.0.1', resolve));
  await zalo.control.setPaymentCallback(`http://127.0.0.1:${(merchant.address() as AddressInfo).port}/callback`);
  await fetch(zalo.cloud('payment-mini.zalo.me/settle'), {
    method: 'POST',
    body: new URLSearchParams({ orderId, result: '1' }),
  });
  merchant.close();

  expect(heard).toHaveLength(1);
  const [callback] = heard;
  expect(callback?.data).toMatchObject({ orderId, amount: 8000, resultCode: 1 });
  expect(callback?.mac).toBe(macOfCallback(callback?.data ?? {}));
  expect(callback?.overallMac).toBe(macOfAll(callback?.data ?? {}));

  const { appId } = zalo.emulator.world.options;
  const status = (mac: string): Promise<Response> =>
    fetch(zalo.cloud(`payment-mini.zalo.me/api/transaction/get-status?orderId=${orderId}&appId=${appId}&mac=${mac}`));
  expect(await (await status('wrong')).json()).toMatchObject({ error: -2101 });
  expect(await (await status(macOfStatus(appId, orderId))).json()).toMatchObject({
    data: { returnCode: 1, amount: 8000 },
  });
});

it('leads back from a bank’s app into the mini app of the province that runs, whichever that is', async () => {
  const order = await create(macOfAll({ amount: 8000, desc: 'Lệ phí', item: [] }));
  const found = zalo.emulator.world.orders.find({ orderId: order.data?.id ?? null });
  expect(checkoutPage(found, '42')).toContain('appId:"42"');
});
