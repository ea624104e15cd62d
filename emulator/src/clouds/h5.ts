import { formOf } from '../http/exchange.ts';
import { readSessionToken } from './session-token.ts';
import { json } from './cloud.ts';
import type { Cloud } from './cloud.ts';

/** h5.zalo.me: what the SDK itself asks while a mini app runs. */
export const h5Cloud: Cloud = {
  'POST /openapi/access_token': (exchange, world) => {
    const form = formOf(exchange);
    if (form.get('app_id') !== world.options.appId) return json({ error: -14003, message: 'Invalid app id' });
    const issued =
      form.get('grant_type') === 'refresh_token'
        ? world.loginTokens.exchangeRefresh(form.get('refresh_token') ?? '', world.now())
        : world.loginTokens.exchangeCode(form.get('code') ?? '', form.get('code_verifier') ?? '', world.now());
    return json(issued ?? { error: -14019, message: 'Invalid code or refresh token' });
  },

  'GET /apis/users/auth-settings': (exchange, world) => {
    const person = readSessionToken(exchange, world);
    if (person === null) return json({ err: -1401, msg: 'Unauthorized' });
    return json({ err: 0, msg: 'Success', data: person.consents });
  },

  'GET /apps/get-info': (exchange, world) => {
    const appId = exchange.url.searchParams.get('appId');
    if (appId !== world.options.appId) return json({ err: -1, msg: 'App not found' });
    return json({
      err: 0,
      data: {
        name: world.options.appName,
        version: world.options.appVersion,
        description: `${world.options.appName} (mô phỏng)`,
        appUrl: `https://zalo.me/s/${appId}/`,
        qrCodeUrl: '',
        logoUrl: '',
        cateType: '1',
      },
    });
  },

  'POST /openapi/create-sharelink': () =>
    json({ err: 0, data: { shareId: 'sample-share', zinstantApi: '', ztemplateId: '' } }),

  'POST /openapi/check-interact-oa': (exchange, world) => {
    const person = readSessionToken(exchange, world);
    return json({ err: person?.followsOfficialAccount === true ? 0 : -1 });
  },

  'POST /log/async': () => json({ err: 0 }),
};
