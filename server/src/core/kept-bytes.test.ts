import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { keptBytes } from './kept-bytes.ts';

const PIECE = 64 * 1024;
const of = (bytes: Buffer) => ({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });

/** As a store sends it. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function got(stored: Buffer, kept: Buffer): Promise<{ read: number; error: string | undefined }> {
  let read = 0;
  try {
    const bytes = await keptBytes(Readable.from(pieces(stored)), of(kept));
    if (Buffer.isBuffer(bytes)) return { read: bytes.length, error: undefined };
    for await (const chunk of bytes as AsyncIterable<Buffer>) read += chunk.length;
    return { read, error: undefined };
  } catch (error) {
    return { read, error: error instanceof Error ? error.message : 'nothing' };
  }
}

const small = Buffer.alloc(100_000, 'a');
const large = Buffer.alloc(3_000_000, 'a');
const changed = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, -1), Buffer.from('b')]);

test('what was kept comes back', async () => {
  expect(await got(small, small)).toEqual({ read: small.length, error: undefined });
  expect(await got(large, large)).toEqual({ read: large.length, error: undefined });
});

test.each([
  ['other bytes', changed],
  ['less', (bytes: Buffer) => bytes.subarray(0, -1)],
  ['more', (bytes: Buffer) => Buffer.concat([bytes, bytes])],
])(
  'a store that gives %s back: a small file is refused, a large one breaks off before its end',
  async (_what, spoil) => {
    expect(await got(spoil(small), small)).toEqual({ read: 0, error: 'server-busy' });
    const broken = await got(spoil(large), large);
    expect(broken.error).toContain('other bytes');
    expect(broken.read).toBeLessThanOrEqual(large.length - 1);
  },
);
