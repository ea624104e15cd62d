/** Readers allow some bytes before the header and after the end. */
const EDGE = 1024;
/** `(name)`, `<hex>`, `12 0 R`: what may follow a key that carries a script. */
const SCRIPT_KEY = /\/JS\s*(?:[(<]|\d+\s+\d+\s+R)/;
const ACTIVE_NAME = /\/(?:JavaScript|EmbeddedFiles?|Launch|RichMedia)(?![A-Za-z0-9])/;

/**
 * What is wrong with the outer shape of a PDF; undefined when nothing is. It must begin and end as one, lead to its table of
 * objects, and not be locked with a password. Nothing inside is opened or unpacked. `text`: one character a byte.
 */
export function pdfFault(text: string): 'malformed' | 'encrypted' | 'active' | undefined {
  const head = text.slice(0, EDGE);
  const tail = text.slice(-EDGE);
  if (!/%PDF-[12]\.\d/.test(head) || !/%%EOF\s*\0*\s*$/.test(tail)) return 'malformed';
  const [, offset] = /startxref\s+(\d+)\s+%%EOF\s*\0*\s*$/.exec(tail) ?? [];
  if (offset === undefined) return 'malformed';
  const start = text.indexOf('%PDF-');
  const table = text.slice(Number(offset) + start, Number(offset) + start + 64);
  if (!/^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(table)) return 'malformed';
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return 'encrypted';
  if (!/\/Root\s+\d+\s+\d+\s+R/.test(text)) return 'malformed';
  return actsByItself(outsideStreams(text)) ? 'active' : undefined;
}

/** Whether objects of a PDF, read as they are written, carry scripts, programs or files of their own. */
export function actsByItself(objects: string): boolean {
  // A name may be written with its letters as numbers: /J#61vaScript.
  const plain = objects.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return SCRIPT_KEY.test(plain) || ACTIVE_NAME.test(plain);
}

/** Everything but the data of streams: among pixels any word turns up by chance. */
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
