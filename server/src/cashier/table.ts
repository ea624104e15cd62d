/** The file was not understood; the message says where. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}

/** One line of a table into its cells; a cell in quotes may hold commas and doubled quotes. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (isQuoted && sign === '"' && line.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') isQuoted = !isQuoted;
    else if (sign === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return [...cells, cell.trim()];
}

/**
 * A table as it comes out of an office program: a line of names, then a line for each row; commas, semicolons or tabs.
 * `names`: the column's name → what it is called here. Throws `BadFile` when a column that is not `optional` is missing.
 */
export function readRows<Field extends string>(
  text: string,
  names: Readonly<Record<string, Field>>,
  optional: readonly string[],
): { at: number; row: Partial<Record<Field, string>> }[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = head.includes(';') ? ';' : head.includes('\t') ? '\t' : ',';
  const columns = cellsOf(head.normalize('NFC').toLowerCase(), separator);
  const missing = Object.keys(names).filter((name) => !columns.includes(name) && !optional.includes(name));
  if (missing.length > 0) throw new BadFile(`Thiếu cột: ${missing.join(', ')}.`);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const cells = cellsOf(line.normalize('NFC'), separator);
    const row: Partial<Record<Field, string>> = {};
    for (const [name, field] of Object.entries(names)) row[field] = cells[columns.indexOf(name)] ?? '';
    return [{ at: index + 2, row }];
  });
}

/** "640.000", "640.000 đồng" → 640000. */
export function readAmount(text: string | undefined, at: number): number {
  const amount = (text ?? '').replace(/[.\s]|đồng|đ$/g, '');
  if (!/^\d+$/.test(amount)) throw new BadFile(`Dòng ${at}: số tiền “${text ?? ''}” không đọc được.`);
  return Number(amount);
}
