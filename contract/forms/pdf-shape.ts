/** Readers allow some bytes before the header and after the end. */
const EDGE = 1024;
/** `(name)`, `<hex>`, `12 0 R`: what may follow a key that carries a script. */
const SCRIPT_KEY = /\/JS\s*(?:[(<]|\d+\s+\d+\s+R)/;
const ACTIVE_NAME = /\/(?:JavaScript|EmbeddedFiles?|Launch|Rendition|RichMedia)(?![A-Za-z0-9])/;

/**
 * What is wrong with the outer shape of a PDF; undefined when nothing is. It must begin and end as one, lead to its table of
 * objects, and not be locked with a password. Nothing inside is opened or unpacked. `text`: one character a byte.
 */
export function pdfFault(text: string): 'malformed' | 'encrypted' | 'active' | undefined {
  const head = text.slice(0, EDGE);
  const tail = text.slice(-EDGE);
  const pointer = /startxref\s+(\d+)\s+%%EOF\s*\0*\s*$/.exec(tail);
  if (!/%PDF-[12]\.\d/.test(head) || pointer === null) return 'malformed';
  const start = text.indexOf('%PDF-') + Number(pointer[1]);
  const table = text.slice(start, start + 64);
  if (!/^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(table)) return 'malformed';
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return 'encrypted';
  if (!/\/Root\s+\d+\s+\d+\s+R/.test(text)) return 'malformed';
  return ACTIVE_NAME.test(plainNames(text)) || SCRIPT_KEY.test(plainNames(outsideStreams(text))) ? 'active' : undefined;
}

/** Whether objects of a PDF, read as they are written, carry scripts, programs or files of their own. */
export function actsByItself(objects: string): boolean {
  const written = plainNames(objects);
  return SCRIPT_KEY.test(written) || ACTIVE_NAME.test(written);
}

/** A name may be written with its letters as numbers: /J#61vaScript. */
export const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

/**
 * Everything but the data of streams: among pixels a short word turns up by chance. A long one does not, and is looked for
 * everywhere: what only says that a stream begins must hide nothing.
 */
function outsideStreams(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const begins = text.indexOf('stream', at);
    if (begins < 0) break;
    parts.push(text.slice(at, begins));
    const ends = text.indexOf('endstream', begins);
    if (ends < 0) return parts.join('\n');
    at = ends + 'endstream'.length;
  }
  parts.push(text.slice(at));
  return parts.join('\n');
}
