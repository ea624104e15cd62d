import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromBase64Url, toBase64Url } from './base64url';
import { randomSecret, randomUuid } from './random';
import { sha256, sha256WithoutWebCrypto, toHex } from './sha256';

afterEach(() => {
  vi.unstubAllGlobals();
});

const byWebCrypto = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

describe('SHA-256', () => {
  test('without WebCrypto it is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const given = Uint8Array.from(bytes);
        expect(toHex(await sha256WithoutWebCrypto(given))).toBe(await byWebCrypto(given));
      }),
    );
  });

  test('at the edges of a block', async () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 100_000]) {
      const bytes = new Uint8Array(length).fill(0xa5);
      expect(toHex(await sha256WithoutWebCrypto(bytes)), String(length)).toBe(await byWebCrypto(bytes));
    }
  });

  test('where the page is no secure context, the plain way is taken', async () => {
    vi.stubGlobal('crypto', {});
    expect(toHex(await sha256(new TextEncoder().encode('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});

describe('base64url', () => {
  test('comes back as it was, and needs no escaping in an address', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect([...fromBase64Url(text)]).toEqual([...bytes]);
      }),
    );
  });
});

describe('secrets and ids', () => {
  test('a secret has 256 bits and is another each time', () => {
    expect(randomSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(randomSecret()).not.toBe(randomSecret());
  });

  test('a UUID says its version, also without crypto.randomUUID', () => {
    expect(randomUuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
