import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { ticketOf, until, type Moments } from './conformance-moments.ts';
import { call, type Cast } from './conformance-scenes.ts';
import type { HttpPhone } from './http-phone.ts';

const FEE = 8000;

/** What needs money that came: paid by nobody, but told of by the gateway's statement. `send` sends one more dossier. */
export function moneyMoments(
  { citizen, oneStop }: Cast,
  cashier: HttpPhone,
  send: () => Promise<{ dossierId: string; code: string }>,
): Moments {
  async function charged(): Promise<string> {
    const { dossierId, code } = await send();
    const move = (body: object): Promise<unknown> =>
      call(oneStop, 'POST', `/integration/dossiers/${code}/transitions`, { by: 'Một cửa mẫu', ...body });
    await move({ to: 'accepted' });
    await move({ to: 'paymentRequired', fee: { amountVnd: FEE }, note: 'Thêm một bản sao' });
    return dossierId;
  }
  async function statement(reference?: string): Promise<void> {
    const now = Date.now();
    const row = { kind: 'payment', providerOrderId: `CO-${randomUUID()}`, transactionId: randomUUID(), amountVnd: FEE };
    await call(cashier, 'POST', '/integration/payment-statements', {
      ...{ provider: 'checkout', rows: [{ ...row, ...(reference === undefined ? {} : { reference }) }] },
      ...{ from: new Date(now - 3_600_000).toISOString(), until: new Date(now).toISOString() },
    });
  }
  const ordered = async () => call<Schemas['PaymentOrder']>(citizen, 'POST', `/dossiers/${await charged()}/fee-order`);
  async function paid(): Promise<Schemas['PaymentOrder']> {
    const order = await ordered();
    await call(citizen, 'POST', `/payments/${order.id}/checkout`);
    await statement(order.code);
    return until('the money', async () => {
      const now = await call<Schemas['PaymentOrder']>(citizen, 'GET', `/payments/${order.id}`);
      return now.state === 'paid' ? now : undefined;
    });
  }

  return {
    payDossierFee: async () => ({ path: { dossierId: await charged() } }),
    openCheckout: async () => ({ path: { orderId: (await ordered()).id } }),
    openFeeReceipt: async () => ({ path: { orderId: (await paid()).id } }),
    readFeeReceipt: async () =>
      ticketOf((await call<{ url: string }>(citizen, 'POST', `/payments/${(await paid()).id}/receipt`)).url),
    refundPayment: async () => ({
      path: { orderCode: (await paid()).code },
      body: { reason: 'Thu nhầm', by: 'Kế toán mẫu' },
    }),
    settleMismatch: async () => {
      await statement();
      const { items } = await call<{ items: Schemas['Mismatch'][] }>(cashier, 'GET', '/integration/payment-mismatches');
      return {
        path: { mismatchId: items[0]?.id ?? '' },
        body: { decision: 'noted', note: 'Đã xem', by: 'Kế toán mẫu' },
      };
    },
  };
}
