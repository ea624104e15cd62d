/** Readers allow some bytes before the header and after the end. */
const EDGE = 1024;

/**
 * What is wrong with the outer shape of a PDF; undefined when nothing is. It must begin and end as one, lead to its table of
 * objects, and not be locked with a password. Nothing inside is opened or unpacked.
 */
export function pdfFault(bytes: Buffer): 'malformed' | 'encrypted' | undefined {
  const text = bytes.toString('latin1');
  const head = text.slice(0, EDGE);
  const tail = text.slice(-EDGE);
  if (!/%PDF-[12]\.\d/.test(head) || !/%%EOF\s*\0*\s*$/.test(tail)) return 'malformed';
  const [, offset] = /startxref\s+(\d+)\s+%%EOF\s*\0*\s*$/.exec(tail) ?? [];
  if (offset === undefined) return 'malformed';
  const start = text.indexOf('%PDF-');
  const table = text.slice(Number(offset) + start, Number(offset) + start + 64);
  if (!/^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(table)) return 'malformed';
  if (/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text)) return 'encrypted';
  return /\/Root\s+\d+\s+\d+\s+R/.test(text) ? undefined : 'malformed';
}
