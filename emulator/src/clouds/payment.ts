import { formOf } from '../http/exchange.ts';
import type { Order, OrderResult } from '../world/orders.ts';
import type { World } from '../world/world.ts';
import { checkoutPage } from './checkout-page.ts';
import { json } from './cloud.ts';
import type { Cloud } from './cloud.ts';
import { macOfAll, macOfCallback, macOfStatus } from './payment-mac.ts';
import { refundCalls } from './payment-refunds.ts';
import { readSessionToken } from './session-token.ts';

const RESULT_WORDS: Record<OrderResult, string> = {
  1: 'Giao dịch thành công',
  0: 'Đang xử lý',
  [-1]: 'Giao dịch thất bại',
  [-2]: 'Chưa thanh toán',
};

/** The SDK encodes some fields before the form does. */
const decoded = (form: URLSearchParams, key: string): string => decodeURIComponent(form.get(key) ?? '');

/** What Zalo's server tells the merchant of an order, with both MACs. */
export function callbackOf(order: Order, world: World) {
  const data = {
    appId: world.options.appId,
    orderId: order.id,
    transId: order.transactionId,
    method: order.method || 'ZALOPAY_SANDBOX',
    transTime: world.now(),
    merchantTransId: '',
    amount: order.amount,
    description: order.description,
    resultCode: order.result,
    message: RESULT_WORDS[order.result],
    extradata: encodeURIComponent(order.extradata),
  };
  return { data, mac: macOfCallback(data), overallMac: macOfAll(data) };
}

/** Tells the merchant. A dead merchant is the merchant's affair. */
export async function callBack(order: Order, world: World): Promise<void> {
  if (world.paymentCallbackUrl === null) return;
  await fetch(world.paymentCallbackUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(callbackOf(order, world)),
  }).catch(() => undefined);
}

/** payment-mini.zalo.me: Checkout's orders. */
export const paymentCloud: Cloud = {
  'POST /api/order/create-v2': (exchange, world) => {
    const person = readSessionToken(exchange, world);
    if (person === null) return json({ err: -12104, msg: 'Not Authorize' });
    const form = formOf(exchange);
    const item: unknown = JSON.parse(decoded(form, 'item') || '[]');
    const method = form.get('method') ?? '';
    const isCustom = form.get('isCustom') === 'true';
    const amount = Number(form.get('amount'));
    const extradata = decoded(form, 'extradata');
    const signed: Record<string, unknown> = { amount, desc: decoded(form, 'desc'), item };
    if (extradata !== '') signed['extradata'] = extradata;
    if (method !== '') signed['method'] = JSON.stringify({ id: method, isCustom });
    if (macOfAll(signed) !== form.get('mac')) return json({ err: -12101, msg: 'Invalid mac' });
    const description = decoded(form, 'desc');
    const createdAt = world.now();
    const order = world.orders.create({
      personId: person.id,
      amount,
      description,
      item,
      extradata,
      method,
      isCustom,
      createdAt,
    });
    const chosen = method === '' ? {} : { method, isCustom };
    return json({
      err: 0,
      msg: 'Success',
      data: { id: order.id, jwt: `checkout.${order.id}`, messageToken: 'sample', ...chosen },
    });
  },

  'GET /api/transaction': (exchange, world) => {
    if (readSessionToken(exchange, world) === null) return json({ err: -12104, msg: 'Not Authorize' });
    const query = exchange.url.searchParams;
    const order = world.orders.find({ orderId: query.get('orderId'), transactionId: query.get('transId') });
    if (order === null) return json({ err: -12107, msg: 'Transaction not found' });
    return json({
      err: order.result === -2 ? 0 : 1,
      msg: 'Success',
      data: {
        orderId: order.id,
        transId: order.transactionId,
        resultCode: order.result,
        resultMessage: RESULT_WORDS[order.result],
        transTime: String(world.now()),
        createdAt: String(order.createdAt),
        method: order.method || 'ZALOPAY_SANDBOX',
        isCustom: order.isCustom,
      },
    });
  },

  'GET /api/transaction/get-status': (exchange, world) => {
    const query = exchange.url.searchParams;
    const order = world.orders.find({ orderId: query.get('orderId') });
    const isSigned = query.get('mac') === macOfStatus(query.get('appId') ?? '', query.get('orderId') ?? '');
    if (!isSigned) return json({ error: -2101, msg: 'Invalid mac' });
    if (order === null) return json({ error: -2102, msg: 'Order not found' });
    return json({
      error: 0,
      data: {
        returnCode: order.result === 1 ? 1 : order.result === -1 ? -1 : 0,
        returnMessage: RESULT_WORDS[order.result],
        isProcessing: order.result === 0,
        transId: order.transactionId,
        amount: order.amount,
        method: order.method || 'ZALOPAY_SANDBOX',
        extradata: encodeURIComponent(order.extradata),
      },
    });
  },

  'GET /': (exchange, world) => {
    const order = world.orders.find({ orderId: exchange.url.searchParams.get('orderId') });
    return {
      status: order === null ? 404 : 200,
      body: checkoutPage(order, world.options.appId),
      type: 'text/html; charset=utf-8',
    };
  },

  ...refundCalls,

  /** The checkout page's own button; not an endpoint of Zalo's. */
  'POST /settle': async (exchange, world) => {
    const form = formOf(exchange);
    const wanted = Number(form.get('result'));
    const result = ([1, 0, -1, -2] as const).find((one) => one === wanted) ?? -1;
    const order = world.orders.settle(form.get('orderId') ?? '', result);
    if (order === null) return { status: 404, body: { err: -1 } };
    await callBack(order, world);
    return json({ err: 0, transId: order.transactionId });
  },
};
