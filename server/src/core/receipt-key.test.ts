import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, createLocalJWKSet } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReceiptSigner } from './receipt-key.ts';
import type { ReceiptSigner } from './receipt-signer.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipt-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const verify = async (jws: string, signer: ReceiptSigner) =>
  new TextDecoder().decode((await compactVerify(jws, createLocalJWKSet(signer.publicKeys()))).payload);

test('anyone with the published key can check a receipt; the private half is not published', async () => {
  const signer = await createReceiptSigner(undefined, folder);
  const jws = await signer.sign('{"code":"H53"}');
  expect(await verify(jws, signer)).toBe('{"code":"H53"}');
  const [header, , signature] = jws.split('.');
  await expect(
    verify(`${header ?? ''}.${Buffer.from('{"code":"H54"}').toString('base64url')}.${signature ?? ''}`, signer),
  ).rejects.toThrow();
  expect(JSON.stringify(signer.publicKeys())).not.toContain('"d"');
});

test('the same words have the same signature, also after a restart', async () => {
  const before = await createReceiptSigner(undefined, folder);
  const after = await createReceiptSigner(undefined, folder);
  expect(await after.sign('x')).toBe(await before.sign('x'));
});

test('two processes starting at once end with one key, readable by its owner only', async () => {
  const [one, two] = await Promise.all([
    createReceiptSigner(undefined, folder),
    createReceiptSigner(undefined, folder),
  ]);
  expect(one.publicKeys()).toEqual(two.publicKeys());
  expect((await stat(join(folder, 'receipt-key.json'))).mode & 0o777).toBe(0o600);
});

test('a new key signs, the old one still verifies', async () => {
  const old = await createReceiptSigner(undefined, folder);
  const signed = await old.sign('old');
  const oldKey: unknown = JSON.parse(await readFile(join(folder, 'receipt-key.json'), 'utf8'));
  await rm(join(folder, 'receipt-key.json'));
  await createReceiptSigner(undefined, folder);
  const newKey: unknown = JSON.parse(await readFile(join(folder, 'receipt-key.json'), 'utf8'));
  const both = await createReceiptSigner(JSON.stringify({ keys: [newKey, oldKey] }), folder);
  expect(await verify(signed, both)).toBe('old');
  expect(await verify(await both.sign('new'), both)).toBe('new');
  await expect(verify(await both.sign('new'), old)).rejects.toThrow();
});

test.each(['not json', '{}', '{"kty":"RSA"}', '{"keys":[]}'])(
  '%s as RECEIPT_KEY stops the start without showing it',
  async (setting) => {
    await expect(createReceiptSigner(setting, folder)).rejects.toThrow('RECEIPT_KEY is not');
  },
);

test('a damaged key file stops the start instead of being replaced', async () => {
  await writeFile(join(folder, 'receipt-key.json'), '{"kty":');
  await expect(createReceiptSigner(undefined, folder)).rejects.toThrow();
});
