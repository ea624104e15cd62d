/**
 * Text messages, the last step when nothing of Zalo's reached a person. A port: whatever gateway a province has a contract
 * with is put behind these few lines.
 */
import { foreignId } from '#core/foreign-text';
import { readAnswer } from '#core/read-answer';
import type { Settings } from '#core/settings';

export interface TextMessage {
  /** Ours; the gateway sends the same id once. */
  id: string;
  /** `0987654321` */
  phone: string;
  text: string;
}

export type SmsOutcome =
  | { outcome: 'sent'; messageId: string | null }
  | { outcome: 'refused'; code: number }
  | { outcome: 'no-quota'; code: number }
  /** Whether it got there or not, it may be sent again. */
  | { outcome: 'silent' };

export type SmsGateway = (message: TextMessage) => Promise<SmsOutcome>;

const NO_QUOTA = new Set([402, 429]);

/** A gateway that takes `POST {SMS_URL}/messages` `{ id, to, text }` and sends one id once, so that repeating is safe; undefined without settings. */
export function createSmsGateway({ SMS_URL: url, SMS_KEY: key, ZALO_TIMEOUT_MS: patience }: Settings) {
  if (url === undefined || key === undefined) return undefined;
  const send: SmsGateway = async ({ id, phone, text }) => {
    try {
      const response = await fetch(`${url}/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ id, to: phone.replace(/^0/, '84'), text }),
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      if (NO_QUOTA.has(response.status)) return { outcome: 'no-quota', code: response.status };
      if (response.status >= 500) return { outcome: 'silent' };
      if (!response.ok) return { outcome: 'refused', code: response.status };
      const body = JSON.parse(await readAnswer(response)) as { messageId?: unknown } | null;
      return { outcome: 'sent', messageId: foreignId(body?.messageId) };
    } catch {
      return { outcome: 'silent' };
    }
  };
  return send;
}
