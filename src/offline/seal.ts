import { fromBase64Url, toBase64Url } from '#lib/base64url';
import { sha256, toHex } from '#lib/sha256';

/** Closes what must lie in a storage that every mini app can read. The key comes from the server and stays in memory. */
export interface Seal {
  /** Whose key this is, without telling who: the same for one account on every phone. */
  readonly owner: string;
  /** `name` is bound in: what was closed as one thing cannot be opened as another. */
  close(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Rejects when the key is another one, or anything was changed. */
  open(name: string, text: string): Promise<Uint8Array<ArrayBuffer>>;
}

const nonceBytes = 12;

/** AES-GCM with the server's 256 bits, given as base64url. Rejects where the page has no cryptography. */
export async function makeSeal(secret: string): Promise<Seal> {
  const raw = fromBase64Url(secret);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const owner = toHex(await sha256(new TextEncoder().encode(`outbox-owner:${secret}`))).slice(0, 16);
  const way = (iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams => ({
    ...{ name: 'AES-GCM', iv },
    additionalData: new TextEncoder().encode(name),
  });
  return {
    owner,
    async close(name, bytes) {
      const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
      const closed = new Uint8Array(await crypto.subtle.encrypt(way(iv, name), key, bytes));
      const whole = new Uint8Array(nonceBytes + closed.length);
      whole.set(iv);
      whole.set(closed, nonceBytes);
      return toBase64Url(whole);
    },
    async open(name, text) {
      const whole = fromBase64Url(text);
      const iv = whole.slice(0, nonceBytes);
      return new Uint8Array(await crypto.subtle.decrypt(way(iv, name), key, whole.slice(nonceBytes)));
    },
  };
}
