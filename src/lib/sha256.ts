const constants = new Uint32Array(64);
const start = new Uint32Array(8);

/** The first 32 bits of the fractional parts of roots of the first primes (FIPS 180-4 §4.2.2, §5.3.3). */
function fillConstants(): void {
  if (constants[0] !== 0) return;
  const fraction = (value: number): number => ((value - Math.floor(value)) * 4294967296) >>> 0;
  let found = 0;
  for (let candidate = 2; found < 64; candidate += 1) {
    let prime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) prime = false;
    if (!prime) continue;
    if (found < 8) start[found] = fraction(Math.sqrt(candidate));
    constants[found] = fraction(Math.cbrt(candidate));
    found += 1;
  }
}

const turn = (value: number, by: number): number => (value >>> by) | (value << (32 - by));

/** Bytes between two breaths, in which the screen may answer a tap: some 20 ms of work on a cheap phone. */
const slice = 256 * 1024;
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

async function digestHere(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  fillConstants();
  const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  const state = Uint32Array.from(start);
  for (let from = 0; from < padded.length; from += slice) {
    if (from > 0) await breath();
    addBlocks(state, view, from, Math.min(from + slice, padded.length));
  }
  const result = new Uint8Array(32);
  const out = new DataView(result.buffer);
  state.forEach((value, i) => {
    out.setUint32(i * 4, value);
  });
  return result;
}

function addBlocks(state: Uint32Array, view: DataView, from: number, to: number): void {
  const words = new Uint32Array(64);
  const word = (index: number): number => words[index] ?? 0;
  for (let block = from; block < to; block += 64) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(block + i * 4);
    for (let i = 16; i < 64; i += 1) {
      const a = word(i - 15);
      const b = word(i - 2);
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      words[i] = word(i - 16) + s0 + word(i - 7) + s1;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[i] ?? 0) + word(i)) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (state[i] ?? 0) + value));
  }
}

/** SHA-256 of bytes; in plain JavaScript, bit by bit, where the page is no secure context and WebCrypto is withheld. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (subtle === undefined) return digestHere(bytes);
  return new Uint8Array(await subtle.digest('SHA-256', bytes));
}

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Only the plain-JavaScript way, so that a test can hold it against WebCrypto. */
export const sha256WithoutWebCrypto = digestHere;
