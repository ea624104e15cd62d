import { pause } from '#lib/time-limit';

export type Sdk = typeof import('./sdk-calls');

let loading: Promise<Sdk> | undefined;

/** The SDK, fetched once. Its arrival starts Zalo's login, so it must not come before the first paint. */
export function loadSdk(): Promise<Sdk> {
  loading ??= import('./sdk-calls').catch((error: unknown) => {
    // A lost chunk may come at the next try.
    loading = undefined;
    throw error;
  });
  return loading;
}

const perSecond = 3;
const recent = new Map<string, number[]>();

/**
 * The SDK refuses the fourth call of one kind within a second (-1409), also to somebody who only taps quickly.
 * Waits until the call fits.
 */
export async function waitForTurn(name: string): Promise<void> {
  const calls = (recent.get(name) ?? []).filter((at) => Date.now() - at < 1_100);
  recent.set(name, calls);
  const first = calls[calls.length - perSecond];
  const at = first === undefined ? Date.now() : first + 1_100;
  calls.push(at);
  if (at > Date.now()) await pause(at - Date.now());
}
