import { singleFlight } from '#lib/single-flight';
import { askZalo } from './ask';
import { outsideZalo } from './refusal';

/** Zalo's login has no time limit of its own and is never repeated by the SDK; everything after it would wait for ever. */
const loginLimitMs = 6_000;

/**
 * Zalo's access token of the person holding the phone; needs no consent and yields only who they are to us.
 * Calls made together share one answer. Rejects with an AppError of kind `host`.
 */
export const readAccessToken = singleFlight(async () => {
  const token = await askZalo({ name: 'getAccessToken', run: (sdk) => sdk.getAccessToken(), limitMs: loginLimitMs });
  if (token === '') throw outsideZalo();
  return token;
});
