import { join } from 'node:path';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { keptOnce } from './kept-once.ts';
import type { ReceiptSigner } from './receipt-signer.ts';
import { BadSettings } from './settings.ts';

const ALGORITHM = 'EdDSA';

const privateKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  d: z.string(),
});
const keyFile = z.union([
  z.object({ keys: z.array(privateKey).min(1) }),
  privateKey.transform((key) => ({ keys: [key] })),
]);

async function makeKey(): Promise<string> {
  const { privateKey: made } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  return JSON.stringify(await exportJWK(made));
}

async function withId({ kty, crv, x }: z.infer<typeof privateKey>): Promise<JWK & { kid: string }> {
  return { kty, crv, x, alg: ALGORITHM, use: 'sig', kid: await calculateJwkThumbprint({ kty, crv, x }) };
}

/**
 * The key that signs receipts: `RECEIPT_KEY` (one Ed25519 private JWK, or a JWK set of which the first signs and the others
 * only verify what was signed before), or one made once and kept in the data folder. Several server processes need the same
 * key, so they need the setting.
 */
export async function createReceiptSigner(setting: string | undefined, dataDir: string): Promise<ReceiptSigner> {
  let parsed: z.infer<typeof keyFile>;
  try {
    parsed = keyFile.parse(JSON.parse(setting ?? (await keptOnce(join(dataDir, 'receipt-key.json'), makeKey))));
  } catch (cause) {
    throw new BadSettings('RECEIPT_KEY is not an Ed25519 private key as JWK (or a set of them)', { cause });
  }
  const publicKeys = await Promise.all(parsed.keys.map(withId));
  const [signing] = parsed.keys;
  const [published] = publicKeys;
  if (!signing || !published) throw new BadSettings('RECEIPT_KEY holds no key');
  const key = await importJWK(signing, ALGORITHM);
  return {
    sign: (payload) =>
      new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: ALGORITHM, kid: published.kid })
        .sign(key),
    publicKeys: () => ({ keys: publicKeys }),
  };
}
