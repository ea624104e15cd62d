/** Signs receipts so that anyone can check them without us. */
export interface ReceiptSigner {
  /** A compact JWS (EdDSA, Ed25519) over exactly these bytes; the same payload gives the same signature. */
  sign(payload: string): Promise<string>;
  /** The public half, as in `/.well-known/jwks.json`. */
  publicKeys(): { keys: Record<string, unknown>[] };
}
