import { OFFICIAL_ACCOUNT } from '../identity.ts';
import { formOf } from '../http/exchange.ts';
import { json } from './cloud.ts';
import type { Cloud } from './cloud.ts';

const refused = (error: number, name: string, description: string): ReturnType<typeof json> =>
  json({ error, error_name: name, error_description: description });

/** oauth.zaloapp.com: the Official Account's tokens (v4) and the old login of mini apps (v3). */
export const oauthCloud: Cloud = {
  'POST /v4/oa/access_token': (exchange, world) => {
    const form = formOf(exchange);
    if (exchange.headers['secret_key'] !== OFFICIAL_ACCOUNT.appSecret) {
      return refused(-14004, 'Invalid secret key', 'The secret key of the app is wrong');
    }
    if (form.get('app_id') !== OFFICIAL_ACCOUNT.appId) return refused(-14002, 'Invalid app id', 'No such app');
    if (form.get('grant_type') !== 'refresh_token') {
      return refused(-14001, 'Unsupported grant type', 'The emulator knows refresh_token only');
    }
    const rotated = world.officialTokens.rotate(form.get('refresh_token') ?? '', world.now());
    return rotated === null ? refused(-14020, 'Invalid refresh token', 'Used, expired or unknown') : json(rotated);
  },

  'GET /v3/access_token': (exchange, world) => {
    const issued = world.loginTokens.exchangeCode(exchange.url.searchParams.get('code') ?? '', null, world.now());
    return json(issued ?? { error: -14019, message: 'Invalid code' });
  },
};
