import { sha256, toHex } from '#lib/sha256';

/**
 * The idempotency key of sending a draft at a revision, as a UUID (version 8: made from a hash). Always the same for
 * the same draft, so that a resend after a kill or a lost reply gives the same receipt without anything kept.
 */
export async function sendingKey(draftId: string, rev: number): Promise<string> {
  const hash = await sha256(new TextEncoder().encode(`send:${draftId}:${String(rev)}`));
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
