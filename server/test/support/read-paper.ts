import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

/** Streams of a PDF of ours, unpacked; keyed by object number. */
function streamsOf(text: string): Map<number, string> {
  const streams = new Map<number, string>();
  for (const [, id, dictionary = '', body = ''] of text.matchAll(
    /(?:^|\n)(\d+) 0 obj\n(<<(?:(?!endobj).)*?>>)\nstream\n(.*?)\nendstream/gs,
  )) {
    const bytes = Buffer.from(body, 'latin1');
    streams.set(Number(id), (/Flate/.test(dictionary) ? inflateSync(bytes) : bytes).toString('latin1'));
  }
  return streams;
}

/** Glyph → letters, as the font's ToUnicode map says: what a reader copies or reads aloud. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const unicode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, first = '', , list = ''] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
    const start = parseInt(first, 16);
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], at) =>
      letters.set(start + at, unicode(hex.replaceAll(' ', ''))),
    );
  }
  return letters;
}

/** The text of a paper made by core/pdf, in its order. */
export function textOfPaper(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = streamsOf(text);
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', id] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, map] = new RegExp(`\\n${id ?? ''} 0 obj\\n<<[^]*?/ToUnicode (\\d+) 0 R`).exec(text) ?? [];
    fonts.set(name, lettersOf(streams.get(Number(map)) ?? ''));
  }
  let said = '';
  for (const content of streams.values()) {
    let letters = new Map<number, string>();
    for (const [whole, font, list] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) letters = fonts.get(font) ?? letters;
      if (!whole.endsWith('TJ')) continue;
      for (const [, hex = ''] of (list ?? '').matchAll(/<([0-9a-f]*)>/gi)) {
        for (const [glyph] of hex.matchAll(/.{4}/g)) said += letters.get(parseInt(glyph, 16)) ?? '□';
      }
      said += ' ';
    }
  }
  return said.replace(/\s+/g, ' ');
}

/** What the QR on a paper says, read by a camera's library from the drawn squares. */
export function qrOfPaper(pdf: Buffer): string | undefined {
  const squares: { x: number; y: number; side: number }[] = [];
  for (const content of streamsOf(pdf.toString('latin1')).values()) {
    for (const [, x, y, width, height] of content.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)) {
      if (width === height) squares.push({ x: Number(x), y: Number(y), side: Number(width) });
    }
  }
  const side = squares[0]?.side ?? 1;
  const left = Math.min(...squares.map(({ x }) => x));
  const top = Math.min(...squares.map(({ y }) => y));
  const size = Math.round((Math.max(...squares.map(({ x }) => x)) - left) / side) + 1;
  const [quiet, dot] = [4, 4];
  const edge = (size + 2 * quiet) * dot;
  const pixels = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const { x, y } of squares) {
    const column = (Math.round((x - left) / side) + quiet) * dot;
    const row = (Math.round((y - top) / side) + quiet) * dot;
    for (let at = 0; at < dot * dot; at += 1) {
      const pixel = ((row + Math.floor(at / dot)) * edge + column + (at % dot)) * 4;
      pixels.fill(0, pixel, pixel + 3);
    }
  }
  return jsQR(pixels, edge, edge)?.data;
}
