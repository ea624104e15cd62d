import { pause } from '#lib/time-limit';

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
