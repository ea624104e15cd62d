import { pipeline } from 'node:stream/promises';
import { Readable, Writable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { actsByItself, pdfFault, plainNames } from '@dvc/contract/forms';

/** Scans of many pages unpack to some hundred megabytes; a bomb to thousands. */
const MOST_UNPACKED = 512 * 1024 * 1024;
/** Objects are text: nobody's are longer, and all of them is read for words. */
const MOST_OBJECTS = 16 * 1024 * 1024;

/** Of a file of ten megabytes nobody's has a tenth of these; each takes time to look into. */
const MOST_STREAMS = 20_000;

const FLATE_ALONE = /\/Filter\s*(?:\/Fl(?:ateDecode)?\b|\[\s*\/Fl(?:ateDecode)?\s*\])/;

interface PackedStream {
  packed: Buffer;
  /** Its content is objects, which may carry what objects outside may not. */
  holdsObjects: boolean;
}

/**
 * Streams packed with Flate, as far as they can be found without trusting the table of objects. What only says that a stream
 * begins, in a comment or a text, hides none that does.
 */
function* packedStreams(bytes: Buffer, text: string): Generator<PackedStream | 'nested' | 'too many' | 'hidden'> {
  const mark = /stream\r?\n/g;
  let [ends, count] = [0, 0];
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    if (text.startsWith('end', found.index - 3)) continue;
    count += 1;
    if (count > MOST_STREAMS) yield 'too many';
    const begins = mark.lastIndex;
    // Never farther back: a file may be nothing but beginnings.
    const before = text.slice(Math.max(0, found.index - 4096), found.index);
    const dictionary = plainNames(before.slice(Math.max(0, before.lastIndexOf(' obj'))));
    const holdsObjects = /\/ObjStm\b/.test(dictionary);
    if (ends < begins) ends = text.indexOf('endstream', begins);
    if (ends < 0) return;
    const filters = dictionary.match(/\/(FlateDecode|Fl)\b/g) ?? [];
    if (filters.length > 1) yield 'nested';
    // Objects packed as nobody packs them, so that nobody reads them here.
    else if (holdsObjects && /\/Filter\b/.test(dictionary) && !FLATE_ALONE.test(dictionary)) yield 'hidden';
    else if (filters.length === 1 && /\/Filter\s*\[?\s*\/Fl/.test(dictionary)) {
      yield { packed: bytes.subarray(begins, ends), holdsObjects };
    }
  }
}

class TooMuch extends Error {}

/** Unpacks while counting, keeping nothing but objects; a stream that breaks off gives what there was. */
async function unpack({ packed, holdsObjects }: PackedStream, most: number): Promise<{ length: number; text: string }> {
  const kept: Buffer[] = [];
  const limit = holdsObjects ? Math.min(most, MOST_OBJECTS) : most;
  let length = 0;
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (holdsObjects) kept.push(chunk);
      done(length > limit ? new TooMuch() : null);
    },
  });
  try {
    await pipeline(
      Readable.from([packed]),
      createInflate({ chunkSize: packed.length < 16_384 ? 16_384 : 256 * 1024 }),
      count,
    );
  } catch (error) {
    if (error instanceof TooMuch) throw error;
  }
  return { length, text: Buffer.concat(kept).toString('latin1') };
}

/**
 * What is wrong with a PDF: its shape, and what it has packed away. Everything packed is unpacked once, counted and
 * thrown away, so that neither a bomb nor a hidden script passes.
 */
export async function pdfTrouble(bytes: Buffer): Promise<'malformed' | 'encrypted' | 'active' | 'bomb' | undefined> {
  const text = bytes.toString('latin1');
  const fault = pdfFault(text);
  if (fault) return fault;
  let left = MOST_UNPACKED;
  for (const stream of packedStreams(bytes, text)) {
    // Packed twice is how bombs are built; no scanner or printer writes it.
    if (stream === 'nested' || stream === 'too many') return 'bomb';
    if (stream === 'hidden') return 'active';
    try {
      const unpacked = await unpack(stream, left);
      left -= unpacked.length;
      if (actsByItself(unpacked.text)) return 'active';
    } catch (error) {
      if (error instanceof TooMuch) return 'bomb';
      throw error;
    }
  }
  return undefined;
}
