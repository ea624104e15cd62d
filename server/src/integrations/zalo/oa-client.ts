import { foreignId } from '#core/foreign-text';
import type { Settings } from '#core/settings';
import { askZalo, errorCodeOf, saysHowItWent, ZaloSilent } from './ask-zalo.ts';

/** A message as the Official Account sends it: plain words and one button that opens the mini app. */
export interface OaMessage {
  recipient: string;
  text: string;
  button: { title: string; url: string };
}

export type OaOutcome =
  | { outcome: 'sent'; messageId: string | null }
  /** Zalo will never take it as it is. */
  | { outcome: 'refused'; code: number }
  /** The person does not follow, has blocked, or has been silent for seven days. */
  | { outcome: 'blocked'; code: number }
  | { outcome: 'rate-limited'; code: number }
  | { outcome: 'token-expired'; code: number }
  /** Nothing reached Zalo: it may be sent again. */
  | { outcome: 'not-sent' }
  /** Zalo may have it. Sending again could tell the person twice. */
  | { outcome: 'unclear' };

export type OaRefresh =
  /** One of both may be missing: what stood there was no token. */
  | { outcome: 'refreshed'; accessToken: string | null; refreshToken: string | null; lastsSeconds: number }
  /** This refresh token is used up: an administrator must authorise the Official Account again. */
  | { outcome: 'used-up'; code: number }
  | { outcome: 'failed'; code: number | null };

export interface OaClient {
  refresh(refreshToken: string): Promise<OaRefresh>;
  send(accessToken: string, message: OaMessage): Promise<OaOutcome>;
  /** What the first refresh token in the settings is. */
  firstRefreshToken: string;
}

// Codes of openapi.zalo.me. Those of OAuth and of ZNS mean other things.
const TOKEN_EXPIRED = new Set([-216, -220]);
const RATE_LIMITED = new Set([-32, -211]);
const BLOCKED = new Set([-213, -217, -230, -232]);
const REFRESH_TOKEN_USED = new Set([-14014, -14020]);

function outcomeOf(body: Record<string, unknown>): OaOutcome {
  if (!saysHowItWent(body)) return { outcome: 'unclear' };
  const code = errorCodeOf(body);
  if (code === 0) {
    const id = (body['data'] as { message_id?: unknown } | null | undefined)?.message_id;
    return { outcome: 'sent', messageId: foreignId(id) };
  }
  if (TOKEN_EXPIRED.has(code)) return { outcome: 'token-expired', code };
  if (RATE_LIMITED.has(code)) return { outcome: 'rate-limited', code };
  return { outcome: BLOCKED.has(code) ? 'blocked' : 'refused', code };
}

const tokenOf = (said: unknown): string | null => (typeof said === 'string' && said !== '' ? said : null);

const SHORTEST_S = 60;
const LONGEST_S = 30 * 24 * 3600;

/** Tokens are kept whatever is said of their lifetime: the refresh token before them is used up by now. */
function lifetimeOf(said: unknown): number {
  const seconds = Number(said);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.max(seconds, SHORTEST_S), LONGEST_S) : 3600;
}

const wire = ({ recipient, text, button }: OaMessage) => ({
  recipient: { user_id: recipient },
  message: {
    text,
    // `oa.open.miniapp` does not exist; a link to zalo.me/s/<APP_ID> opens the mini app.
    attachment: {
      type: 'template',
      payload: { buttons: [{ title: button.title, type: 'oa.open.url', payload: { url: button.url } }] },
    },
  },
});

/**
 * How much longer than for anything else one waits for new tokens, milliseconds: the old one is used up by asking, and an answer nobody
 * waits for is lost. Less than the lease on the row they are kept in (oa-token.ts).
 */
const renewalPatience = (usual: number): number => Math.min(4 * usual, 40_000);

/** The Official Account over HTTP; undefined when the settings name none. */
export function createOaClient(settings: Settings): OaClient | undefined {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_SECRET: secret, ZALO_OA_REFRESH_TOKEN: firstRefreshToken } = settings;
  if (!appId || !secret || !firstRefreshToken) return undefined;
  return {
    firstRefreshToken,

    async refresh(refreshToken) {
      let body: Record<string, unknown>;
      try {
        const form = new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' });
        const request = { method: 'POST', headers: { secret_key: secret }, body: form };
        const patience = renewalPatience(settings.ZALO_TIMEOUT_MS);
        body = await askZalo(`${settings.ZALO_OAUTH_URL}/v4/oa/access_token`, request, patience);
      } catch (error) {
        if (error instanceof ZaloSilent) return { outcome: 'failed', code: null };
        throw error;
      }
      const [accessToken, nextToken] = [tokenOf(body['access_token']), tokenOf(body['refresh_token'])];
      if (accessToken !== null || nextToken !== null) {
        const lastsSeconds = lifetimeOf(body['expires_in']);
        return { outcome: 'refreshed', accessToken, refreshToken: nextToken, lastsSeconds };
      }
      const code = errorCodeOf(body);
      return REFRESH_TOKEN_USED.has(code) ? { outcome: 'used-up', code } : { outcome: 'failed', code };
    },

    async send(accessToken, message) {
      try {
        const request = {
          method: 'POST',
          headers: { access_token: accessToken, 'content-type': 'application/json' },
          body: JSON.stringify(wire(message)),
        };
        return outcomeOf(
          await askZalo(`${settings.ZALO_OPENAPI_URL}/v3.0/oa/message/cs`, request, settings.ZALO_TIMEOUT_MS),
        );
      } catch (error) {
        if (error instanceof ZaloSilent) return { outcome: error.carriedOut === 'unknown' ? 'unclear' : 'not-sent' };
        throw error;
      }
    },
  };
}
