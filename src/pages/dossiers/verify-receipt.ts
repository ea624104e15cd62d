import { canonicalJson, type Schemas } from '@dvc/contract';
import { callOperation } from '#api';
import { fromBase64Url } from '#lib/base64url';

/** Of a dossier or of a supplement: signed the same way. */
export type SignedReceipt = Schemas['Receipt'] | Schemas['SupplementReceipt'];

/** `unverifiable`: this phone, or the moment, does not let us check; that says nothing about the receipt. */
export type Verdict = 'genuine' | 'forged' | 'unverifiable';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Checks a receipt's signature (compact JWS, EdDSA over Ed25519) with the province's published keys. */
export async function verifyReceipt(receipt: SignedReceipt): Promise<Verdict> {
  const { jws, ...facts } = receipt;
  const [head = '', payload = '', signature = ''] = jws.split('.');
  try {
    // What is shown must be what was signed.
    if (text(fromBase64Url(payload)) !== canonicalJson(facts)) return 'forged';
    const { alg, kid } = JSON.parse(text(fromBase64Url(head))) as { alg?: unknown; kid?: unknown };
    if (alg !== 'EdDSA') return 'forged';
    const { keys } = (await callOperation('readKeys')) as { keys: (JsonWebKey & { kid?: string })[] };
    const key = keys.find((one) => kid === undefined || one.kid === kid);
    if (key === undefined) return 'forged';
    const { kty, crv, x } = key;
    const imported = await crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']);
    const signed = new TextEncoder().encode(`${head}.${payload}`);
    return (await crypto.subtle.verify('Ed25519', imported, fromBase64Url(signature), signed)) ? 'genuine' : 'forged';
  } catch {
    // No WebCrypto here, none with Ed25519, or no answer with the keys.
    return 'unverifiable';
  }
}
