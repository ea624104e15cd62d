/**
 * Short videos from phones: MP4, QuickTime and 3GPP, which are trees of boxes (ISO/IEC 14496-12). What cameras write about place,
 * owner and device lies in boxes of its own; those are emptied where they stand, so nothing has to be encoded anew.
 */
const CONTAINERS = new Set(['moov', 'trak', 'moof', 'traf']);
const TELLING = new Set(['udta', 'meta', 'uuid', 'loci', 'XMP_', '\xa9xyz']);
const HEAD = 8;
const MOST_BOXES = 5_000;

class Malformed extends Error {}

interface Box {
  type: string;
  start: number;
  /** Where what it holds begins. */
  body: number;
  end: number;
}

function readBox(bytes: Buffer, start: number, limit: number): Box {
  if (start + HEAD > limit) throw new Malformed();
  let size = bytes.readUInt32BE(start);
  const type = bytes.toString('latin1', start + 4, start + HEAD);
  let body = start + HEAD;
  if (size === 1) {
    if (start + 16 > limit) throw new Malformed();
    size = Number(bytes.readBigUInt64BE(start + HEAD));
    body = start + 16;
  } else if (size === 0) size = limit - start;
  if (size < body - start || start + size > limit) throw new Malformed();
  return { type, start, body, end: start + size };
}

function empty(bytes: Buffer, { start, body, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, body, end);
}

/** A track that holds no pictures or sounds but notes along the way, among them places. */
function isOfNotes(bytes: Buffer, track: Box): boolean {
  const handler = bytes.subarray(track.body, track.end).indexOf('hdlr', 0, 'latin1');
  return handler >= 0 && bytes.toString('latin1', track.body + handler + 12, track.body + handler + 16) === 'meta';
}

/**
 * The video without what it tells beside its pictures and sounds; undefined for what is no such video or is broken. Videos are
 * never shown to the public all the same: faces in them cannot be made unreadable here.
 */
export function stripVideo(original: Buffer): Buffer | undefined {
  const bytes = Buffer.from(original);
  let boxes = 0;
  const kinds = new Set<string>();
  function walk(from: number, limit: number): void {
    for (let at = from; at < limit;) {
      boxes += 1;
      if (boxes > MOST_BOXES) throw new Malformed();
      const box = readBox(bytes, at, limit);
      kinds.add(box.type);
      if (TELLING.has(box.type) || (box.type === 'trak' && isOfNotes(bytes, box))) empty(bytes, box);
      else if (CONTAINERS.has(box.type)) walk(box.body, box.end);
      at = box.end;
    }
  }
  try {
    if (readBox(bytes, 0, bytes.length).type !== 'ftyp') return undefined;
    walk(0, bytes.length);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
  return kinds.has('moov') ? bytes : undefined;
}
