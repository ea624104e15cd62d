import { randomUUID } from 'node:crypto';
import { json, type Cloud } from './cloud.ts';
import { macOfCall } from './payment-mac.ts';

interface RefundAsked {
  appId: string;
  transId: string;
  amount: number;
  description: string;
  mac: string;
}

/** Checkout's refunds: the whole of a payment, once. */
export const refundCalls: Cloud = {
  'POST /api/refund/create': (exchange, world) => {
    const { appId, transId, amount, description, mac } = JSON.parse(exchange.body.toString()) as RefundAsked;
    if (mac !== macOfCall({ appId, transId, amount, description })) return json({ error: -2101, msg: 'Invalid mac' });
    const order = world.orders.find({ transactionId: transId });
    const mayRefund = order?.result === 1 && order.amount === amount && order.refundId === undefined;
    if (order === null || !mayRefund) return json({ error: 0, data: { returnCode: -1, returnMessage: 'Refused' } });
    order.refundId = `refund_${randomUUID()}`;
    return json({ error: 0, data: { refundId: order.refundId, returnCode: 1, returnMessage: 'Success' } });
  },

  'GET /api/refund': (exchange, world) => {
    const query = exchange.url.searchParams;
    const [appId, refundId] = [query.get('appId') ?? '', query.get('refundId') ?? ''];
    if (query.get('mac') !== macOfCall({ appId, refundId })) return json({ error: -2101, msg: 'Invalid mac' });
    const isKnown = world.orders.list().some((order) => order.refundId === refundId);
    return json({ error: 0, data: { returnCode: isKnown ? 1 : -1, returnMessage: isKnown ? 'Success' : 'Unknown' } });
  },
};
