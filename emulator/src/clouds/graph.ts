import { createHmac, timingSafeEqual } from 'node:crypto';
import { ZALO_APP } from '../identity.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Person } from '../world/person.ts';
import type { World } from '../world/world.ts';
import { json } from './cloud.ts';
import type { Cloud } from './cloud.ts';

/** hex HMAC-SHA256(app secret, access token): how a server proves that it is the app's own. */
export const secretProof = (accessToken: string): string =>
  createHmac('sha256', ZALO_APP.secret).update(accessToken).digest('hex');

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** Browsers say where a request comes from and scripts cannot lie about it; the SDK's own call has no proof to give. */
const isFromMiniApp = (exchange: Exchange, world: World): boolean =>
  exchange.headers['sec-fetch-site'] !== undefined &&
  exchange.url.searchParams.get('miniapp_id') === world.options.appId;

function ownerOf(exchange: Exchange, world: World): Person | null {
  const personId = world.loginTokens.ownerOf(exchange.headers['access_token'] ?? '', world.now());
  return personId === null ? null : (world.people.get(personId) ?? null);
}

const sessionInvalid = { error: 452, message: 'Session key invalid' };

/** graph.zalo.me: who a person is. HTTP is always 200; `error` decides. */
export const graphCloud: Cloud = {
  'GET /v2.0/me': (exchange, world) => {
    const accessToken = exchange.headers['access_token'] ?? '';
    const proof = exchange.headers['appsecret_proof'];
    if (proof === undefined && !isFromMiniApp(exchange, world)) {
      return json({ error: -1241, message: 'appsecret_proof is required' });
    }
    if (proof !== undefined && !sameText(proof, secretProof(accessToken))) {
      return json({ error: -1241, message: 'Invalid appsecret_proof' });
    }
    const person = ownerOf(exchange, world);
    if (person === null) return json(sessionInvalid);
    const named = person.consents['scope.userInfo'] === true;
    return json({
      error: 0,
      message: 'Success',
      id: person.userId,
      user_id_by_oa: person.userIdByOa,
      is_sensitive: person.isSensitive,
      is_follower: person.followsOfficialAccount,
      ...(named ? { name: person.name, picture: { data: { url: '' } } } : {}),
    });
  },

  'GET /v2.0/me/info': (exchange, world) => {
    const { headers } = exchange;
    if (!sameText(headers['secret_key'] ?? '', ZALO_APP.secret))
      return json({ error: -1242, message: 'Invalid secret_key' });
    const person = ownerOf(exchange, world);
    if (person === null) return json(sessionInvalid);
    const spent = world.oneShotTokens.spend(headers['code'] ?? '', person.id, world.now());
    if (spent === 'phone-number') return json({ error: 0, message: 'Success', data: { number: person.phoneNumber } });
    if (spent === 'location') {
      const data = { provider: 'gps', ...person.place, timestamp: String(world.now()) };
      return json({ error: 0, message: 'Success', data });
    }
    return json({ error: 2017, message: `Invalid code: ${spent}` });
  },
};
