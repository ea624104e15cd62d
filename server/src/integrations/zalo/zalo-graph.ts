import { createHmac } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { foreignId, foreignText } from '#core/foreign-text';
import { refuse } from '#core/problem';
import type { Settings } from '#core/settings';
import { askZalo, errorCodeOf, ZaloSilent } from './ask-zalo.ts';
import type { ZaloClient } from './zalo-client.ts';

/** The server's own address is not Vietnamese: Zalo tells nobody's data abroad. Ours to repair, not the person's. */
const NOT_IN_VIETNAM = -501;
const TOO_MANY = -32;

/** What a header can carry. Zalo's tokens are such; anything else is none, and asking with it is no silence of Zalo's. */
function expectTokens(...texts: string[]): void {
  if (!texts.every((text) => /^[!-~]+$/.test(text))) refuse('zalo-refused');
}

const LONGEST_NAME = 200;

/** `84987654321` → `0987654321`; undefined when it is no Vietnamese mobile number. */
export function normalisePhone(number: string): string | undefined {
  const local = number.replace(/^\+?84/, '0');
  return /^0\d{9}$/.test(local) ? local : undefined;
}

/** graph.zalo.me over HTTP. Tokens travel in headers only, never in an address. */
export function createZaloGraph(settings: Settings, log: FastifyBaseLogger): ZaloClient {
  const proof = (token: string) => createHmac('sha256', settings.ZALO_APP_SECRET).update(token).digest('hex');

  async function ask(path: string, headers: Record<string, string>): Promise<Record<string, unknown>> {
    let body: Record<string, unknown>;
    try {
      body = await askZalo(`${settings.ZALO_GRAPH_URL}${path}`, { headers }, settings.ZALO_TIMEOUT_MS);
    } catch (error) {
      if (error instanceof ZaloSilent) refuse('zalo-unavailable', { retryAfter: 10 }, error);
      throw error;
    }
    const code = errorCodeOf(body);
    if (code === 0) return body;
    log.warn({ zaloError: code, path: path.split('?')[0] }, 'Zalo refused');
    if (code === NOT_IN_VIETNAM || code === TOO_MANY) refuse('zalo-unavailable', { retryAfter: 60 });
    return refuse('zalo-refused');
  }

  /** What a one-time token stands for. */
  async function decode(accessToken: string, code: string): Promise<Record<string, unknown>> {
    expectTokens(accessToken, code);
    const secrets = { access_token: accessToken, code, secret_key: settings.ZALO_APP_SECRET };
    const { data } = await ask('/v2.0/me/info', secrets);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  }

  return {
    async readPerson(accessToken) {
      expectTokens(accessToken);
      const body = await ask('/v2.0/me?fields=id,name,user_id_by_oa', {
        access_token: accessToken,
        appsecret_proof: proof(accessToken),
      });
      const id = foreignId(body['id']) ?? refuse('zalo-refused');
      return { id, name: foreignText(body['name'], LONGEST_NAME), idByOa: foreignId(body['user_id_by_oa']) };
    },
    async readPhone(accessToken, phoneToken) {
      const { number } = await decode(accessToken, phoneToken);
      return normalisePhone(foreignId(number) ?? '') ?? refuse('zalo-refused');
    },
    async readLocation(accessToken, locationToken) {
      const { latitude, longitude } = await decode(accessToken, locationToken);
      // Written as text.
      const [lat, lng] = [latitude, longitude].map((value) => (value === '' ? Number.NaN : Number(value)));
      if (lat === undefined || lng === undefined || !(Math.abs(lat) <= 90 && Math.abs(lng) <= 180))
        refuse('zalo-refused');
      return { lat, lng };
    },
  };
}
