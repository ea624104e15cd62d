import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 32 random bytes, base64url: what we hand out. Kept by us only as its hash. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Hex SHA-256. Enough for tokens of 32 random bytes; not for passwords. */
export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares in a time which says nothing about where two hashes differ. */
export function sameHash(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}
