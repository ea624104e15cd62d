import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ScannerSilent } from '#core/scanner';
import { hasDebianClamd, startDebianClamd } from '../../../test/support/debian-clamd.ts';
import { EICAR, startEmulatedClamd, type EmulatedClamd } from '../../../test/support/emulated-clamd.ts';
import { clamdAddress, createClamd } from './clamd.ts';

const daemons: [string, () => Promise<{ url: string; stop(): Promise<void> }>][] = [
  ['the emulated clamd', () => startEmulatedClamd({ maxLength: 1024 * 1024 })],
  ...(hasDebianClamd ? [['Debian’s clamd', startDebianClamd] as [string, typeof startDebianClamd]] : []),
];

describe.each(daemons)('%s', (_, start) => {
  let clamd: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    clamd = await start();
  }, 30_000);
  afterAll(() => clamd.stop());
  const scan = (bytes: Buffer) => createClamd({ url: clamd.url, timeoutMs: 10_000 }).scan(bytes);

  test('says what is clean, small and large', async () => {
    for (const size of [1, 64 * 1024, 900_000]) expect(await scan(randomBytes(size))).toEqual({ clean: true });
  });

  test('finds the test virus wherever it lies, and names it', async () => {
    const hidden = Buffer.concat([randomBytes(65_500), Buffer.from(EICAR), randomBytes(1000)]);
    for (const bytes of [Buffer.from(EICAR), hidden]) {
      const scanned = await scan(bytes);
      expect(scanned).toEqual({ clean: false, threat: expect.stringMatching(/^Eicar-Test-Signature/) });
    }
  });

  test('what is longer than its limit is no verdict', async () => {
    await expect(scan(randomBytes(3 * 1024 * 1024))).rejects.toBeInstanceOf(ScannerSilent);
  });

  test('eight at once do not mix', async () => {
    const files = Array.from({ length: 8 }, (_each, at) => Buffer.from(at % 2 ? `x${EICAR}` : `clean ${at}`));
    const scanned = await Promise.all(files.map(scan));
    expect(scanned.map(({ clean }) => clean)).toEqual(files.map((_each, at) => at % 2 === 0));
  });
});

describe('trouble is never a verdict', () => {
  let clamd: EmulatedClamd;
  beforeEach(async () => {
    clamd = await startEmulatedClamd();
  });
  afterEach(() => clamd.stop().catch(() => undefined));
  const scan = (timeoutMs = 5000) => createClamd({ url: clamd.url, timeoutMs }).scan(Buffer.from('paper'));

  test('slow, but in time', async () => {
    clamd.mood = 'slow';
    expect(await scan()).toEqual({ clean: true });
  });

  test.each([
    ['slow', 100, 'no answer in 100 ms'],
    ['silent', 100, 'no answer in 100 ms'],
    ['hanging-up', 5000, 'hung up without an answer'],
    ['raving', 5000, 'an endless answer'],
    ['failing', 5000, 'it answers: stream: Can'],
  ] as const)('%s', async (mood, timeoutMs, words) => {
    clamd.mood = mood;
    const scanning = scan(timeoutMs);
    await expect(scanning).rejects.toBeInstanceOf(ScannerSilent);
    await expect(scanning).rejects.toThrow(words);
  });

  test('down', async () => {
    await clamd.stop();
    await expect(scan()).rejects.toThrow('ECONNREFUSED');
    await clamd.start();
    expect(await scan()).toEqual({ clean: true });
  });

  test('over a socket file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    const local = await startEmulatedClamd({ path: join(folder, 'c.sock') });
    expect(await createClamd({ url: local.url, timeoutMs: 5000 }).scan(Buffer.from(EICAR))).toMatchObject({
      clean: false,
    });
    await local.stop();
    await rm(folder, { recursive: true });
  });
});

test.each([
  ['tcp://scanner.local:3310', { host: 'scanner.local', port: 3310 }],
  ['tcp://[::1]:3310', { host: '::1', port: 3310 }],
  ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
])('%s is an address', (url, address) => expect(clamdAddress(url)).toEqual(address));
