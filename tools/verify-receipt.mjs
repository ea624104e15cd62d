// Checks a receipt without asking anybody: node tools/verify-receipt.mjs <receipt.json> <keys.json or its address> [file …]
// Or what the QR code of a printed receipt says: node tools/verify-receipt.mjs --qr <address or text> <keys.json …> [receipt.json]
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

/** What a compact JWS says, when one of the keys signed it; else what is wrong with it. */
function signedText(jws, keys) {
  const parts = String(jws).split('.');
  if (parts.length !== 3) return { fault: 'the signature is not a compact JWS' };
  const [head, payload, signature] = parts;
  let header;
  try {
    header = JSON.parse(Buffer.from(head, 'base64url').toString());
  } catch {
    return { fault: 'the signature has no readable header' };
  }
  if (header?.alg !== 'EdDSA' || header.crit !== undefined) {
    return { fault: `signed in a way we do not know (${header?.alg})` };
  }
  const key = keys.find(({ kid, crv }) => kid === header.kid && crv === 'Ed25519');
  if (!key) return { fault: `no key ${header.kid} among the province's keys` };
  const publicKey = createPublicKey({ key, format: 'jwk' });
  const isSigned = verify(null, Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(signature, 'base64url'));
  return isSigned
    ? { text: Buffer.from(payload, 'base64url').toString() }
    : { fault: 'the signature is not of this key' };
}

/** Says what is wrong with a receipt, or nothing. */
export function faultOf({ jws, ...said }, keys) {
  const { fault, text } = signedText(jws, keys);
  if (fault) return fault;
  return text === canonical(said) ? undefined : 'the receipt was changed after signing';
}

/** The code on a printed receipt whose QR says this; else what is wrong. A receipt beside it must be the very one. */
export function readQr(said, keys, receipt) {
  const sealed = /^https?:/.test(said) ? new URL(said).searchParams.get('b') : said;
  const { fault, text } = signedText(sealed, keys);
  if (fault) return { fault };
  const { bienNhan, dau } = JSON.parse(text);
  if (typeof bienNhan !== 'string' || typeof dau !== 'string')
    return { fault: 'signed, but not as the QR of a receipt' };
  const isOther = receipt && createHash('sha256').update(receipt.jws).digest('hex') !== dau;
  return isOther ? { fault: 'the QR is of another receipt' } : { code: bienNhan };
}

async function readKeys(place) {
  const text = /^https?:/.test(place) ? await (await fetch(place)).text() : readFileSync(place, 'utf8');
  return JSON.parse(text).keys;
}

async function checkQr([said, keysPlace, receiptPath]) {
  const receipt = receiptPath && JSON.parse(readFileSync(receiptPath, 'utf8'));
  const { fault, code } = readQr(said, await readKeys(keysPlace), receipt);
  if (fault) console.error(`KHÔNG ĐÚNG: ${fault}`);
  else console.log(`ĐÚNG: mã trên giấy do tỉnh ký, của hồ sơ ${code}`);
  return fault ? 1 : 0;
}

async function main([receiptPath, keysPlace, ...files]) {
  if (receiptPath === '--qr' && files.length > 0) return checkQr([keysPlace, ...files]);
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
