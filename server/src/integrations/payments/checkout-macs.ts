import { createHmac } from 'node:crypto';
import { sameHash } from '#core/secrets';

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Which fields go into a call-back's `mac`, in Zalo's own order. */
const CALLBACK = ['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId'];
const NOTICE = ['appId', 'orderId', 'method'];

/** Zalo Checkout's signatures (HMAC-SHA256, hex). The private key stays in here: nothing gives it out again. */
export function createCheckoutMacs(privateKey: string) {
  const sign = (text: string): string => createHmac('sha256', privateKey).update(text).digest('hex');
  const line = (keys: readonly string[], fields: Record<string, unknown>): string =>
    keys.map((key) => `${key}=${written(fields[key])}`).join('&');
  /** createOrder's `mac` and a call-back's `overallMac`: every field, by name. */
  const ofAll = (fields: Record<string, unknown>): string => sign(line(Object.keys(fields).sort(), fields));
  return {
    ofAll,
    /** Zalo's own calls: the key is inside its own message, as its documents have it. */
    ofCall: (fields: Record<string, unknown>): string =>
      sign(`${line(Object.keys(fields), fields)}&privateKey=${privateKey}`),
    isCallback: (data: Record<string, unknown>, mac: string, overallMac: string): boolean =>
      sameHash(sign(line(CALLBACK, data)), mac) && sameHash(ofAll(data), overallMac),
    isNotice: (data: Record<string, unknown>, mac: string): boolean => sameHash(sign(line(NOTICE, data)), mac),
  };
}
