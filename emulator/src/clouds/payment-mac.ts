import { createHmac } from 'node:crypto';
import { CHECKOUT_PRIVATE_KEY } from '../identity.ts';

const hmac = (text: string): string => createHmac('sha256', CHECKOUT_PRIVATE_KEY).update(text).digest('hex');
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Keys in alphabetical order, `k=v` joined by `&`: the MAC of createOrder and a call-back's `overallMac`. */
export const macOfAll = (fields: Record<string, unknown>): string =>
  hmac(
    Object.keys(fields)
      .sort()
      .map((key) => `${key}=${written(fields[key])}`)
      .join('&'),
  );

/** A call-back's `mac`: these fields in exactly this order. */
export const macOfCallback = (fields: Record<string, unknown>): string =>
  hmac(
    ['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId']
      .map((key) => `${key}=${written(fields[key])}`)
      .join('&'),
  );

/** Calls of the merchant's server: the private key is inside its own message, as Zalo documents it. */
export const macOfCall = (fields: Record<string, string | number>): string =>
  hmac(
    `${Object.entries(fields)
      .map(([key, value]) => `${key}=${value}`)
      .join('&')}&privateKey=${CHECKOUT_PRIVATE_KEY}`,
  );

export const macOfStatus = (appId: string, orderId: string): string => macOfCall({ appId, orderId });
