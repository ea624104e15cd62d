import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { refuse } from './problem.ts';

/** What was kept, as it was then. */
interface Kept {
  size: number;
  sha256: string;
}

/** So much is looked at whole before a word of it is said. */
const LOOKED_AT_WHOLE = 1024 * 1024;

const otherBytes = (): Error => new Error('the store has other bytes than were kept');

/** The whole of a file, or a refusal: what a store gives back need not be what it was given. */
export async function readWhole(source: Readable, { size, sha256 }: Kept): Promise<Buffer> {
  const hash = createHash('sha256');
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    read += chunk.length;
    if (read > size) break;
    hash.update(chunk);
    chunks.push(chunk);
  }
  if (read !== size || hash.digest('hex') !== sha256) refuse('server-busy', { retryAfter: 5 }, otherBytes());
  return Buffer.concat(chunks);
}

/** Of a large one the last piece is held back until all of it is known to be right, so that nobody has it whole when it is not. */
async function* holdingBack(source: Readable, { size, sha256 }: Kept): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let read = 0;
  let last: Buffer | undefined;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    read += chunk.length;
    if (read > size) throw otherBytes();
    hash.update(chunk);
    if (last) yield last;
    last = chunk;
  }
  if (read !== size || hash.digest('hex') !== sha256) throw otherBytes();
  if (last) yield last;
}

/** The bytes of a file for somebody who may have them: as they were kept, or not at all. */
export async function keptBytes(source: Readable, kept: Kept): Promise<Buffer | Readable> {
  if (kept.size <= LOOKED_AT_WHOLE) return readWhole(source, kept);
  return Readable.from(holdingBack(source, kept), { objectMode: false });
}
