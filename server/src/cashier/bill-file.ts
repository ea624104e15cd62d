import type { Schemas } from '@dvc/contract';
import { z } from 'zod';

type Bill = Schemas['ImportedBill'];

/** The file was not understood; the message says where. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}

const jsonFile = z.array(z.record(z.string(), z.unknown()));

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

const NAMES = {
  'mã khoản thu': 'billCode',
  'mã học sinh': 'studentCode',
  'ngày sinh': 'birthDate',
  'họ tên': 'fullName',
  lớp: 'className',
  'tên đợt thu': 'title',
  'hạn đóng': 'dueDate',
  khoản: 'line',
  'ghi chú': 'note',
  'số tiền': 'amount',
} as const;

/** 01/05/2018 or 2018-05-01 */
function readDay(text: string): string {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

type Row = Partial<Record<(typeof NAMES)[keyof typeof NAMES], string>>;

function addLine(bills: Map<string, Bill>, row: Row, at: number): void {
  const { billCode = '', studentCode = '', birthDate = '', fullName = '', className = '', title = '' } = row;
  const amount = (row.amount ?? '').replace(/[.\s]|đồng|đ$/g, '');
  if (!/^\d+$/.test(amount)) throw new BadFile(`Dòng ${at}: số tiền “${row.amount ?? ''}” không đọc được.`);
  if (billCode === '') throw new BadFile(`Dòng ${at}: chưa ghi mã khoản thu.`);
  const bill = bills.get(billCode) ?? {
    billCode,
    studentCode,
    birthDate: readDay(birthDate),
    fullName,
    className,
    title,
    ...(row.dueDate ? { dueDate: readDay(row.dueDate) } : {}),
    lines: [],
  };
  if (bill.studentCode !== studentCode)
    throw new BadFile(`Dòng ${at}: mã khoản thu ${billCode} đã dùng cho học sinh khác.`);
  const line = { title: row.line || title, ...(row.note ? { note: row.note } : {}), amountVnd: Number(amount) };
  bills.set(billCode, { ...bill, lines: [...bill.lines, line] });
}

/** A table as schools keep it: a line of names, then a line for each sum; lines with one bill code are one bill. */
function readTable(text: string): Bill[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const separator = head.includes(';') ? ';' : head.includes('\t') ? '\t' : ',';
  const columns = cellsOf(head.normalize('NFC').toLowerCase(), separator);
  const missing = Object.keys(NAMES).filter(
    (name) => !columns.includes(name) && !['ghi chú', 'hạn đóng', 'khoản'].includes(name),
  );
  if (missing.length > 0) throw new BadFile(`Thiếu cột: ${missing.join(', ')}.`);
  const bills = new Map<string, Bill>();
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = cellsOf(line.normalize('NFC'), separator);
    const row: Row = {};
    for (const [name, field] of Object.entries(NAMES)) row[field] = cells[columns.indexOf(name)] ?? '';
    addLine(bills, row, index + 2);
  });
  return [...bills.values()];
}

/** Bills out of a school's file: a table (CSV) or JSON as the contract has it. Throws `BadFile`. */
export function readBills(text: string): Bill[] {
  if (!/^\s*\[/.test(text)) return readTable(text);
  try {
    // What is in them the server judges, row by row.
    return jsonFile.parse(JSON.parse(text)) as unknown as Bill[];
  } catch (cause) {
    throw new BadFile('Tệp JSON này không phải một danh sách khoản thu.', { cause });
  }
}
