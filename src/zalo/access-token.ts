import { getAccessToken } from 'zmp-sdk/apis';
import { askZalo } from './ask';
import { outsideZalo } from './outside';
import { neededText } from './shape';

/** Zalo's login has no time limit of its own and is never repeated by the SDK; everything after it would wait for ever. */
const loginLimitMs = 6_000;

/** Zalo's access token of the person holding the phone; needs no consent and yields only who they are to us. */
export async function readAccessToken(): Promise<string> {
  const token: unknown = await askZalo({ name: 'getAccessToken', run: () => getAccessToken(), limitMs: loginLimitMs });
  if (token === '') throw outsideZalo();
  return neededText(token);
}
