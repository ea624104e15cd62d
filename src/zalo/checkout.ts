import { checkTransaction, createOrder, events, EventName } from 'zmp-sdk/apis';
import type { AppError } from '#lib/app-error';
import { askZalo } from './ask';
import { fromRejection, zaloSilent } from './refusal';
import { textIn } from './shape';

/** What our server has signed: handed on letter by letter. */
export interface SignedOrder {
  amount: number;
  desc: string;
  item: { id: string; amount: number }[];
  extradata: string;
  mac: string;
}

export interface CheckoutWatch {
  /** Checkout's own id of the order; its sheet is open. Also when that comes after we gave up waiting. */
  opened: (checkoutOrderId: string) => void;
  /** The person came to an end in the sheet, or closed it. It is no payment. */
  ended: () => void;
}

/** `refused`: nothing was opened, so nobody can pay. `silent`: nobody knows; it may open yet. */
export type CheckoutStart =
  { start: 'opened' } | { start: 'refused'; error: AppError } | { start: 'silent'; error: AppError };

/** Zalo makes the order at its own server, then opens a sheet: two waits on a bad network. */
const openingMs = 45_000;
const checkingMs = 15_000;

let watch: CheckoutWatch | undefined;
let isListening = false;

/**
 * Once for ever, and before the first order: the SDK looks then whether anybody listens, and only then turns the way back
 * from a bank's app, which it swallows, into this event.
 */
function listen(): void {
  if (isListening) return;
  isListening = true;
  events.on(EventName.PaymentDone, () => watch?.ended());
}

/** Opens Zalo's Checkout over the app. Settles when the sheet is open, not when it closes. */
export async function openCheckout(order: SignedOrder, watcher: CheckoutWatch): Promise<CheckoutStart> {
  listen();
  watch = watcher;
  const run = async (): Promise<CheckoutStart> => {
    try {
      const orderId = textIn(await createOrder(order), 'orderId');
      // It may well be open, and somebody may be paying; only which order it is was not said.
      if (orderId === undefined) return { start: 'silent', error: zaloSilent() };
      watcher.opened(orderId);
      return { start: 'opened' };
    } catch (reason) {
      return { start: 'refused', error: fromRejection(reason) };
    }
  };
  try {
    return await askZalo({ name: 'createOrder', run, limitMs: openingMs });
  } catch {
    return { start: 'silent', error: zaloSilent() };
  }
}

/** Whether the person left without paying, as far as Zalo tells a phone; undefined where it does not say. */
export async function wasCheckoutLeft(checkoutOrderId: string): Promise<boolean | undefined> {
  const left = -2;
  try {
    const said: { resultCode?: unknown } = await askZalo({
      name: 'checkTransaction',
      run: () => checkTransaction({ data: { orderId: checkoutOrderId } }),
      limitMs: checkingMs,
    });
    return typeof said.resultCode !== 'number' ? undefined : said.resultCode === left;
  } catch {
    return undefined;
  }
}
