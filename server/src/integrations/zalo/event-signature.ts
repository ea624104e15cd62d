import { createHash } from 'node:crypto';
import { sameHash } from '#core/secrets';

const hex = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

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
