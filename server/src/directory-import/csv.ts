/** A line of a file that is not CSV, named by its number. */
export class BadCsv extends Error {
  override readonly name = 'BadCsv';
}

/**
 * Rows of a CSV file (RFC 4180, comma or semicolon, as spreadsheets write it), with the line each begins on. Quotes may hold
 * separators, line ends and doubled quotes.
 */
export function readCsv(text: string): { line: number; cells: string[] }[] {
  const source = text.replace(/^\uFEFF/, '');
  const head = source.slice(0, source.search(/[\r\n]|$/));
  const separator = head.split(';').length > head.split(',').length ? ';' : ',';
  const rows: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quotedSince = 0;
  let line = 1;
  let start = 1;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one !== '')) rows.push({ line: start, cells });
    cells = [];
    start = line;
  };
  for (let at = 0; at < source.length; at += 1) {
    const letter = source.charAt(at);
    if (letter === '\n') line += 1;
    if (quotedSince > 0) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quotedSince = 0;
    } else if (letter === '"' && cell.trim() === '') {
      cell = '';
      quotedSince = line;
    } else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (quotedSince > 0) throw new BadCsv(`Dòng ${quotedSince}: dấu ngoặc kép mở mà không đóng.`);
  endRow();
  return rows;
}
