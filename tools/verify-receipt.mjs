// Checks a receipt without asking anybody: node tools/verify-receipt.mjs <receipt.json> <keys.json or its address> [file …]
// The keys are the province's /.well-known/jwks.json, saved or fetched. Files named after them are compared with the hashes.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** RFC 8785 for what receipts hold: texts, whole numbers, lists, objects. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const names = Object.keys(value).sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** Says what is wrong with a receipt, or nothing. */
export function faultOf({ jws, ...said }, keys) {
  const parts = String(jws).split('.');
  if (parts.length !== 3) return 'the signature is not a compact JWS';
  const [head, payload, signature] = parts;
  let header;
  try {
    header = JSON.parse(Buffer.from(head, 'base64url').toString());
  } catch {
    return 'the signature has no readable header';
  }
  if (header.alg !== 'EdDSA' || header.crit !== undefined) return `signed in a way we do not know (${header.alg})`;
  const key = keys.find(({ kid, crv }) => kid === header.kid && crv === 'Ed25519');
  if (!key) return `no key ${header.kid} among the province's keys`;
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const isSigned = verify(null, Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
  if (!isSigned) return 'the signature is not of this key';
  if (Buffer.from(payload, 'base64url').toString() !== canonical(said)) return 'the receipt was changed after signing';
  return undefined;
}

async function readKeys(place) {
  const text = /^https?:/.test(place) ? await (await fetch(place)).text() : readFileSync(place, 'utf8');
  return JSON.parse(text).keys;
}

async function main([receiptPath, keysPlace, ...files]) {
  if (!receiptPath || !keysPlace) {
    console.error('Cách dùng: node tools/verify-receipt.mjs <biên-nhận.json> <jwks.json hoặc địa chỉ> [tệp …]');
    return 2;
  }
  const receipt = JSON.parse(readFileSync(receiptPath, 'utf8'));
  const fault = faultOf(receipt, await readKeys(keysPlace));
  if (fault) {
    console.error(`KHÔNG ĐÚNG: ${fault}`);
    return 1;
  }
  console.log(`ĐÚNG: ${receipt.code}, ${receipt.procedureName}, nhận lúc ${receipt.receivedAt}, ${receipt.office}`);
  let strangers = 0;
  for (const path of files) {
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const listed = receipt.files.find((file) => file.sha256 === sha256);
    if (!listed) strangers += 1;
    console.log(listed ? `ĐÚNG: ${path} là “${listed.name}”` : `KHÔNG CÓ trong biên nhận: ${path}`);
  }
  return strangers === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
