import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson, type Schemas } from '@dvc/contract';
import { refreshAnswers } from '#api';
import { toBase64Url } from '#lib/base64url';
import { installFakeServer, type FakeServer } from '../../../tests/support/fake-server';
import { verifyReceipt } from './verify-receipt';

type Facts = Omit<Schemas['Receipt'], 'jws'>;

const facts: Facts = {
  dossierId: '5d0c7b1e-0000-4000-8000-000000000009',
  code: '000.00.00.H53-261123-0042',
  procedureCode: '1.001193',
  procedureName: 'Làm giấy khai sinh',
  formVersion: '2026-11-01.1',
  office: 'Ủy ban nhân dân phường Tân Ninh',
  receivedAt: '2026-11-23T03:31:08.000Z',
  answersHash: '0'.repeat(64),
  files: [],
  declaration: ['Tôi cam đoan'],
};

const encode = (text: string) => toBase64Url(new TextEncoder().encode(text));
let keys: CryptoKeyPair;
let server: FakeServer;

async function sign(head: object, what: Facts): Promise<Schemas['Receipt']> {
  const input = `${encode(JSON.stringify(head))}.${encode(canonicalJson(what))}`;
  const signature = await crypto.subtle.sign('Ed25519', keys.privateKey, new TextEncoder().encode(input));
  return { ...what, jws: `${input}.${toBase64Url(new Uint8Array(signature))}` };
}

beforeEach(async () => {
  keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  server = installFakeServer();
  const jwk = await crypto.subtle.exportKey('jwk', keys.publicKey);
  server.on('GET /.well-known/jwks.json', { keys: [{ ...jwk, kid: 'k1', use: 'sig', alg: 'EdDSA' }] });
  refreshAnswers();
});

describe('a receipt', () => {
  test('signed by the province is genuine', async () => {
    expect(await verifyReceipt(await sign({ alg: 'EdDSA', kid: 'k1' }, facts))).toBe('genuine');
  });

  test('with anything changed afterwards is not', async () => {
    const receipt = await sign({ alg: 'EdDSA', kid: 'k1' }, facts);
    expect(await verifyReceipt({ ...receipt, code: '000.00.00.H53-261123-0043' })).toBe('forged');
    expect(
      await verifyReceipt({ ...receipt, jws: receipt.jws.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')) }),
    ).toBe('forged');
  });

  test('signed by somebody else, or with another algorithm, is not', async () => {
    expect(await verifyReceipt(await sign({ alg: 'EdDSA', kid: 'other' }, facts))).toBe('forged');
    expect(await verifyReceipt(await sign({ alg: 'none' }, facts))).toBe('forged');
  });

  test('without the keys at hand nothing is claimed either way', async () => {
    server.on('GET /.well-known/jwks.json', new TypeError('no network'));
    expect(await verifyReceipt(await sign({ alg: 'EdDSA', kid: 'k1' }, facts))).toBe('unverifiable');
  }, 20_000);
});
