import { createHash } from 'node:crypto';
import { sameHash } from '#core/secrets';

const hex = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Whether Zalo signed an event of the mini app: SHA-256 of all its values, in the order of their names, and the key. */
export function isMiniAppEvent(
  event: Readonly<Record<string, unknown>>,
  signature: string | undefined,
  key: string,
): boolean {
  const names = Object.keys(event).sort();
  const given = signature?.replace(/^mac=/, '').toLowerCase() ?? '';
  return sameHash(given, hex(...names.map((name) => textOf(event[name])), key));
}

/** An event of the Official Account, as it came. */
export interface SignedEvent {
  appId: string;
  /** Never written anew: spaces and the order of fields are part of it. */
  bytes: Buffer;
  timestamp: string;
  signature: string | undefined;
}

/** Whether Zalo signed it: SHA-256 (no HMAC) of app id, body, timestamp and the Official Account's secret. */
export function isSignedByZalo({ appId, bytes, timestamp, signature }: SignedEvent, secret: string): boolean {
  const given = signature?.replace(/^mac=/, '').toLowerCase() ?? '';
  return sameHash(given, hex(appId, bytes, timestamp, secret));
}
