import { AppError } from '#lib/app-error';
import { loadCode } from '#lib/load-code';
import { withTimeLimit } from '#lib/time-limit';
import type * as InsideModule from './inside';

export type Inside = typeof InsideModule;

/** On a bad network the SDK may need a while to come; the app is usable meanwhile. */
const arrivalMs = 12_000;
const inside = () => import('./inside');
const outside = () => import('./outside');
let loading: Promise<Inside> | undefined;

const notHere = (cause?: unknown): AppError =>
  navigator.onLine
    ? new AppError('host', { code: 'zalo-not-loaded', retry: true, cause })
    : new AppError('offline', { cause });

/** An ordinary browser: it neither has native's bridge nor says it is Zalo. The SDK would break there, or wait for ever. */
function isOutside(): boolean {
  const { ZaloJavaScriptInterface: bridge } = window as { ZaloJavaScriptInterface?: unknown };
  return bridge === undefined && !/zalo/i.test(navigator.userAgent);
}

/**
 * The SDK and all that speaks with it, fetched once. Its arrival starts Zalo's login, so it must not come before the
 * first paint. Rejects with an AppError; a lost chunk may come at the next try.
 */
export async function loadInside(): Promise<Inside> {
  if (isOutside())
    throw (await loadCode(outside).catch((error: unknown) => Promise.reject(notHere(error)))).outsideZalo();
  loading ??= loadCode(inside).catch((error: unknown) => {
    loading = undefined;
    throw notHere(error);
  });
  return withTimeLimit(loading, arrivalMs, notHere);
}
