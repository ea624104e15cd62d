import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonical, faultOf, readQr } from './verify-receipt.mjs';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').privateKey;
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }];

interface SigningWish {
  key?: typeof privateKey;
  header?: object;
}

const packed = (text: string) => Buffer.from(text).toString('base64url');
function signed(text: string, { key = privateKey, header = { alg: 'EdDSA', kid: 'k1' } }: SigningWish = {}): string {
  const input = `${packed(JSON.stringify(header))}.${packed(text)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

const said = { code: '000.00.00.H53-261125-0001', office: 'UBND phường Tân Ninh', files: [{ name: 'a', size: 1 }] };
const receipt = { ...said, jws: signed(canonical(said)) };
const mark = createHash('sha256').update(receipt.jws).digest('hex');
const seal = (changes: object = {}) => JSON.stringify({ bienNhan: said.code, dau: mark, ...changes });

test('a receipt as it was signed is right; one letter of anything changed is not', () => {
  expect(faultOf(receipt, keys)).toBeUndefined();
  expect(faultOf({ ...receipt, code: '000.00.00.H53-261125-0002' }, keys)).toContain('changed after signing');
  expect(faultOf({ ...receipt, files: [{ name: 'a', size: 2 }] }, keys)).toContain('changed after signing');
  expect(faultOf({ ...receipt, more: '' }, keys)).toContain('changed after signing');
  expect(faultOf({ ...receipt, jws: signed(canonical(said), { key: stranger }) }, keys)).toContain('not of this key');
  for (const header of [{ alg: 'none' }, { alg: 'EdDSA', kid: 'k2' }, { alg: 'EdDSA', kid: 'k1', crit: ['b64'] }]) {
    expect(faultOf({ ...receipt, jws: signed(canonical(said), { header }) }, keys)).toBeDefined();
  }
  expect(faultOf({ ...receipt, jws: 'x' }, keys)).toContain('not a compact JWS');
});

test('the QR on paper: as an address or as text, beside its receipt or alone', () => {
  const address = `https://smart.tayninh.example/verify/receipt?b=${signed(seal())}`;
  expect(readQr(address, keys)).toEqual({ code: said.code });
  expect(readQr(signed(seal()), keys, receipt)).toEqual({ code: said.code });
  const other = { ...receipt, jws: signed(canonical({ ...said, office: 'Khác' })) };
  expect(readQr(address, keys, other).fault).toContain('another receipt');
  expect(readQr(signed(seal(), { key: stranger }), keys).fault).toContain('not of this key');
  expect(readQr(signed(canonical(said)), keys).fault).toContain('not as the QR');
  expect(readQr('https://smart.tayninh.example/verify/receipt', keys).fault).toBeDefined();
});
