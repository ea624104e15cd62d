/** A PDF of exactly so many bytes; `extra` goes into its trailer. */
export function pdfOf(size: number, extra = ''): Uint8Array<ArrayBuffer> {
  const head = '%PDF-1.4\n%';
  const before = '\n1 0 obj\n<< /Type /Catalog >>\nendobj\n';
  const table = 'xref\n0 1\n0000000000 65535 f \n';
  const end = (at: number): string =>
    `trailer\n<< /Size 2 /Root 1 0 R ${extra} >>\nstartxref\n${String(at).padStart(10, '0')}\n%%EOF\n`;
  const filler = size - head.length - before.length - table.length - end(0).length;
  if (filler < 0) throw new Error('a PDF cannot be that small');
  const text = head + 'x'.repeat(filler) + before + table + end(size - table.length - end(0).length);
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}
