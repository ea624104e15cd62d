import type { Schemas } from '@dvc/contract';
import { z } from 'zod';
import { BadFile, readAmount, readRows } from './table.ts';

type Bill = Schemas['ImportedBill'];

const jsonFile = z.array(z.record(z.string(), z.unknown()));

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
  const amountVnd = readAmount(row.amount, at);
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
  const line = { title: row.line || title, ...(row.note ? { note: row.note } : {}), amountVnd };
  bills.set(billCode, { ...bill, lines: [...bill.lines, line] });
}

/** Lines with one bill code are one bill. */
function readTable(text: string): Bill[] {
  const bills = new Map<string, Bill>();
  for (const { at, row } of readRows(text, NAMES, ['ghi chú', 'hạn đóng', 'khoản'])) addLine(bills, row, at);
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
