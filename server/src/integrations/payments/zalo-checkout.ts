import type { Schemas } from '@dvc/contract';
import { z } from 'zod';
import type { Settings } from '#core/settings';
import { askZalo, ZaloSilent } from '../zalo/ask-zalo.ts';
import { createCheckoutMacs } from './checkout-macs.ts';
import {
  ProviderSilent,
  type PaymentOutcome,
  type PaymentProvider,
  type ProviderNews,
  type RefundAnswer,
} from './payment-provider.ts';

export interface OrderToSign {
  id: string;
  amountVnd: number;
  description: string;
  items: readonly { id: string; amount: number }[];
}

/** Zalo's Checkout: signs what the phone hands it, reads what it calls back, asks it. */
export interface CheckoutDesk extends PaymentProvider {
  sign(order: OrderToSign): Schemas['CheckoutOrder'];
  /** Undefined when it is not Zalo's word about an order of this app. */
  readCallback(body: { data: Record<string, unknown>; mac: string; overallMac: string }): ProviderNews | undefined;
  /** Somebody chose a method; it is no payment. */
  isNotice(body: { data: Record<string, unknown>; mac: string }): boolean;
}

const callbackData = z.object({
  appId: z.coerce.string(),
  orderId: z.string().min(1).max(100),
  transId: z.coerce.string().max(100).optional(),
  amount: z.coerce.number().int().nonnegative(),
  resultCode: z.coerce.number().int(),
  extradata: z.string().max(1000).optional(),
});

/** Some write numbers as text. Nothing else is a number: what is missing must not read as 0, which says something. */
const whole = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,15}$/)
      .transform(Number),
  ])
  .pipe(z.number().int());
/** A name the provider gave, as it can be kept. */
const named = z.union([z.number().transform(String), z.string()]).pipe(
  z
    .string()
    .max(100)
    .regex(/^\P{Cc}*$/u),
);

const statusData = z.object({
  returnCode: whole,
  isProcessing: z.boolean(),
  transId: named.nullish(),
  amount: whole.pipe(z.number().nonnegative()).nullish(),
  extradata: z.string().max(1000).nullish(),
});

const refundData = z.object({ returnCode: whole, refundId: named.nullish() });

const ourOrder = z.object({ orderId: z.uuid() });

/** The SDK percent-encodes the field before the form does, so it comes back that way. */
function readExtradata(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return ourOrder.parse(JSON.parse(decodeURIComponent(text))).orderId;
  } catch {
    return undefined;
  }
}

const outcomeOf = (code: number, isProcessing: boolean): PaymentOutcome => {
  if (code === 1) return 'paid';
  if (isProcessing) return 'processing';
  return code === -1 ? 'failed' : 'unpaid';
};

function refundAnswer({ returnCode, refundId }: z.infer<typeof refundData>): RefundAnswer {
  const outcome = returnCode === 1 ? 'done' : returnCode > 1 ? 'processing' : 'failed';
  return { outcome, providerRefundId: refundId ?? null };
}

/** Undefined where the province has no private key yet. */
export function createZaloCheckout({
  ZALO_CHECKOUT_PRIVATE_KEY: privateKey,
  ZALO_PAYMENT_URL: url,
  ZALO_APP_ID: appId,
  ZALO_TIMEOUT_MS: patience,
}: Settings): CheckoutDesk | undefined {
  if (privateKey === undefined) return undefined;
  const macs = createCheckoutMacs(privateKey);

  async function ask<T>(path: string, shape: z.ZodType<T>, init: RequestInit): Promise<T> {
    let body: Record<string, unknown>;
    try {
      body = await askZalo(`${url}${path}`, init, patience);
    } catch (error) {
      if (error instanceof ZaloSilent)
        throw new ProviderSilent(error.carriedOut === 'never' ? 'never' : 'unknown', error);
      throw error;
    }
    const read = shape.safeParse(body['data'] ?? body);
    if (read.success) return read.data;
    // Its own no has done nothing; whatever is no answer of its own may come from after it was done.
    const code = Number(body['error'] ?? 0);
    const isNo = Number.isInteger(code) && code !== 0;
    throw new ProviderSilent(isNo ? 'never' : 'unknown', new Error(isNo ? `Checkout said error ${code}` : 'no answer'));
  }

  const get = <T>(path: string, shape: z.ZodType<T>, fields: Record<string, string>): Promise<T> => {
    const query = new URLSearchParams({ ...fields, mac: macs.ofCall(fields) });
    return ask(`${path}?${query.toString()}`, shape, { method: 'GET' });
  };

  return {
    name: 'checkout',

    sign({ id, amountVnd, description, items }) {
      // Written once, here: the phone hands on the very string.
      const extradata = JSON.stringify({ orderId: id });
      const fields = { amount: amountVnd, desc: description, item: [...items], extradata };
      return { ...fields, mac: macs.ofAll(fields) };
    },

    readCallback({ data, mac, overallMac }) {
      if (!macs.isCallback(data, mac, overallMac)) return undefined;
      const read = callbackData.safeParse(data);
      if (!read.success || read.data.appId !== appId) return undefined;
      const { orderId, transId, amount, resultCode, extradata } = read.data;
      const outcome = outcomeOf(resultCode, resultCode === 0);
      const news = { provider: 'checkout', providerOrderId: orderId, outcome, amountVnd: amount } as const;
      return { ...news, ours: readExtradata(extradata), transactionId: transId ?? null };
    },

    isNotice: ({ data, mac }) => macs.isNotice(data, mac) && String(data['appId']) === appId,

    async status({ providerOrderId }) {
      const fields = { appId, orderId: providerOrderId };
      const said = await get('/api/transaction/get-status', statusData, fields);
      return {
        provider: 'checkout',
        providerOrderId,
        ours: readExtradata(said.extradata),
        outcome: outcomeOf(said.returnCode, said.isProcessing),
        transactionId: said.transId || null,
        amountVnd: said.amount ?? null,
      };
    },

    async refund({ transactionId, amountVnd, reason }) {
      const fields = { appId, transId: transactionId, amount: amountVnd, description: reason };
      const body = JSON.stringify({ ...fields, mac: macs.ofCall(fields) });
      const headers = { 'content-type': 'application/json' };
      return refundAnswer(await ask('/api/refund/create', refundData, { method: 'POST', headers, body }));
    },

    async refundStatus(refundId) {
      const answer = refundAnswer(await get('/api/refund', refundData, { appId, refundId }));
      return { ...answer, providerRefundId: refundId };
    },
  };
}
