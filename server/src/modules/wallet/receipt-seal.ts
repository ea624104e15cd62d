import { compactVerify, createLocalJWKSet } from 'jose';
import { z } from 'zod';
import type { ReceiptSigner } from '#core/receipt-signer';
import { sha256 } from '#core/secrets';
import type { Receipt } from './ports.ts';

const sealed = z.object({ bienNhan: z.string(), dau: z.string() });

/** What the QR of a printed receipt says: which one it is, and a hash of its signature; signed itself, so anyone can check. */
export function sealReceipt(receipt: Receipt, signer: ReceiptSigner): Promise<string> {
  return signer.sign(JSON.stringify({ bienNhan: receipt.code, dau: sha256(receipt.jws) }));
}

/** The code a QR is of, when the signature is ours; `matches` compares with the receipt that is kept. */
export async function openSeal(text: string, signer: ReceiptSigner) {
  try {
    const { payload } = await compactVerify(text, createLocalJWKSet(signer.publicKeys()), { algorithms: ['EdDSA'] });
    const { bienNhan, dau } = sealed.parse(JSON.parse(new TextDecoder().decode(payload)));
    return { code: bienNhan, matches: (receipt: Receipt) => sha256(receipt.jws) === dau };
  } catch {
    // Whatever it was, it is not what we signed.
    return undefined;
  }
}
