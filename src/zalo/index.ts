/**
 * The only room that talks to Zalo (zmp-sdk, and the few things Zalo's web view lends the page). Every call has our own
 * time limit and answers in our words: a person's "no" is a value, breakage is an `AppError`. The SDK is fetched after
 * the first paint or at first need. Never shows anything, never leaves /zapps/<APP_ID>, never asks for consent by itself.
 */
import { province } from '#config';
import { singleFlight } from '#lib/single-flight';
import type { Answer } from './ask';
import type { CheckoutStart, CheckoutWatch, SignedOrder } from './checkout';
import type { ContactAnswer } from './contact';
import { loadInside } from './load';
import { forgetMemory } from './storage';

export { onZaloEvent, type ZaloEvents } from './events';
export { onlineStore, watchNetwork } from './online';
export { statusBarHeight } from './safe-area';
export { dependableStorage, memoryOf, phoneStorage, type Kept, type PhoneStorage } from './storage';
export type { ContactAnswer };

/**
 * Zalo's access token of the person holding the phone; needs no consent. Calls made together share one answer.
 * Rejects with an AppError of kind `host` or `offline`, after six seconds of silence at the latest.
 */
export const readAccessToken = singleFlight(async () => (await loadInside()).readAccessToken());

/** Asks the person, by Zalo's own sheet, for name and phone number; only ever after a tap that explained what for. */
export async function askForContact(): Promise<ContactAnswer> {
  return (await loadInside()).askForContact();
}

/** Asks where the phone is, by Zalo's own sheet the first time; the token is decoded by our server, once, within two minutes. */
export async function askForPlace(): Promise<Answer<string>> {
  return (await loadInside()).askForPlace();
}

/** Opens a web page over the app, in Zalo's own browser; settles when it is open, not when it closes. */
export async function openInAppBrowser(url: string): Promise<void> {
  await (await loadInside()).openInAppBrowser(url);
}

/** Zalo's own scanner: the text of the code, or the person's no. Rejects with an AppError where Zalo may not scan. */
export async function scanQr(): Promise<Answer<string>> {
  return (await loadInside()).scanQr();
}

/** Shows a PDF in Zalo's own viewer, over the app; native fetches it itself and sends no token. Rejects where it cannot. */
export async function showPdf(url: string, title: string): Promise<void> {
  await (await loadInside()).showPdf(url, title);
}

/** Saves a file to the phone; settles when it is there. */
export async function saveToPhone(url: string): Promise<void> {
  await (await loadInside()).saveToPhone(url);
}

/** Forgets everything this app has left on the phone. */
export async function wipeStorage(): Promise<void> {
  forgetMemory();
  await (await loadInside()).wipeStorage();
}

/** Opens the phone's dialling screen with a number. Rejects where Zalo may not. */
export async function dialNumber(number: string): Promise<void> {
  await (await loadInside()).dial(number);
}

/** Opens Zalo's Checkout with an order our server has signed; what comes of it is for the server to find out. */
export async function openCheckout(order: SignedOrder, watch: CheckoutWatch): Promise<CheckoutStart> {
  return (await loadInside()).openCheckout(order, watch);
}

/** Whether somebody left Checkout without paying; undefined where Zalo does not say. */
export async function wasCheckoutLeft(checkoutOrderId: string): Promise<boolean | undefined> {
  return (await loadInside()).wasCheckoutLeft(checkoutOrderId);
}

/** Zalo's own sheet asks whether to follow an Official Account; only after a tap. A no is a value. */
export async function followAccount(oaId: string): Promise<Answer<true>> {
  return (await loadInside()).follow(oaId);
}

/** Zalo's sheet of friends and groups, to send them the link to a path of this app; only after a tap. A no is a value. */
export async function sharePlace(path: string): Promise<Answer<true>> {
  return (await loadInside()).share(`https://zalo.me/s/${province.zalo.appId}${path}`);
}
