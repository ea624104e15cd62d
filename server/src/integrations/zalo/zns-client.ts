import { foreignId } from '#core/foreign-text';
import type { Settings } from '#core/settings';
import { askZalo, errorCodeOf, saysHowItWent, ZaloSilent } from './ask-zalo.ts';

/** A notice to a phone number, by an approved template. */
export interface ZnsMessage {
  /** `0987654321` */
  phone: string;
  templateId: string;
  fields: Record<string, string>;
  /** Ours, never used twice. */
  trackingId: string;
}

export type ZnsOutcome =
  | { outcome: 'sent'; messageId: string | null }
  | { outcome: 'refused'; code: number }
  /** Nobody on Zalo has this number. */
  | { outcome: 'not-on-zalo'; code: number }
  /** Today's messages, or the money for them, are used up. */
  | { outcome: 'no-quota'; code: number }
  | { outcome: 'token-expired'; code: number }
  /** Nothing reached Zalo: it may be sent again. */
  | { outcome: 'not-sent' }
  /** Zalo may have it. */
  | { outcome: 'unclear' };

export type ZnsClient = (accessToken: string, message: ZnsMessage) => Promise<ZnsOutcome>;

// Codes of business.openapi.zalo.me. The Official Account's mean other things.
const TOKEN_EXPIRED = -124;
const NO_ACCOUNT = -118;
const NO_QUOTA = new Set([-110, -115, -1472]);

function outcomeOf(body: Record<string, unknown>): ZnsOutcome {
  if (!saysHowItWent(body)) return { outcome: 'unclear' };
  const code = errorCodeOf(body);
  if (code === 0) {
    const id = (body['data'] as { msg_id?: unknown } | null | undefined)?.msg_id;
    return { outcome: 'sent', messageId: foreignId(id) };
  }
  if (code === TOKEN_EXPIRED) return { outcome: 'token-expired', code };
  if (code === NO_ACCOUNT) return { outcome: 'not-on-zalo', code };
  return { outcome: NO_QUOTA.has(code) ? 'no-quota' : 'refused', code };
}

/** Zalo's notices by phone number (ZNS), over HTTP. */
export const createZnsClient =
  (settings: Settings): ZnsClient =>
  async (accessToken, { phone, templateId, fields, trackingId }) => {
    const body = {
      phone: phone.replace(/^0/, '84'),
      template_id: templateId,
      template_data: fields,
      tracking_id: trackingId,
    };
    const request = {
      method: 'POST',
      headers: { access_token: accessToken, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    try {
      return outcomeOf(await askZalo(`${settings.ZALO_ZNS_URL}/message/template`, request, settings.ZALO_TIMEOUT_MS));
    } catch (error) {
      if (error instanceof ZaloSilent) return { outcome: error.carriedOut === 'unknown' ? 'unclear' : 'not-sent' };
      throw error;
    }
  };
