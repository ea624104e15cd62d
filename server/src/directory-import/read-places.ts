import { placeFaults, type Schemas } from '@dvc/contract';
import { contractShape } from '#core/contract-schemas';
import { readCsv } from './csv.ts';

type Row = Schemas['PlaceInput'];

interface Written {
  /** Where in the file: `Dòng 12` of a CSV, `Mục 3` of a JSON list. */
  where: string;
  value: unknown;
}

export interface ReadPlaces {
  places: Row[];
  /** Every fault of every row, in words; nothing is sent while there is one. */
  faults: string[];
}

const columns =
  'id topic kind name oldNames address communeCode phones email web hours lat lon geoAccuracy confidence source note removed';
const known = new Set(columns.split(' '));
const numbers = new Set(['lat', 'lon']);

const parts = (cell: string): string[] =>
  cell
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `0272 3838 454`, or `0272 3838 454:M` with its own confidence; without one the row's. */
function phonesOf(cell: string, confidence: string): unknown[] {
  return parts(cell).map((part) => {
    const [number = '', own = confidence] = part.split(':');
    return { number: number.replace(/[\s.()-]/g, ''), confidence: own.trim() };
  });
}

function valueOf(column: string, cell: string, confidence: string): unknown {
  if (column === 'phones') return phonesOf(cell, confidence);
  if (column === 'oldNames') return parts(cell);
  if (column === 'removed') return /^(x|1|có|true)$/i.test(cell);
  // A decimal comma is how Vietnamese spreadsheets write numbers.
  if (numbers.has(column)) return Number.isNaN(Number(cell.replace(',', '.'))) ? cell : Number(cell.replace(',', '.'));
  return cell;
}

function fromCsv(text: string): { rows: Written[]; faults: string[] } {
  const [head, ...body] = readCsv(text);
  const names = head?.cells ?? [];
  const faults = names
    .filter((name) => !known.has(name))
    .map((name) => `Dòng 1: không có cột “${name}”. Các cột: ${columns.replaceAll(' ', ', ')}.`);
  const rows = body.map(({ line, cells }) => {
    const confidence = cells[names.indexOf('confidence')] ?? '';
    const pairs = names
      .map((name, index) => [name, cells[index] ?? ''] as const)
      .filter(([, cell]) => cell !== '')
      .map(([name, cell]) => [name, valueOf(name, cell, confidence)]);
    return { where: `Dòng ${line}`, value: Object.fromEntries(pairs) as unknown };
  });
  return { rows, faults };
}

function fromJson(text: string): { rows: Written[]; faults: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { rows: [], faults: [`Tệp không phải JSON: ${error instanceof Error ? error.message : ''}`] };
  }
  if (!Array.isArray(value)) return { rows: [], faults: ['Tệp JSON phải là một danh sách.'] };
  return { rows: value.map((one, index) => ({ where: `Mục ${index + 1}`, value: one as unknown })), faults: [] };
}

interface SchemaFault {
  keyword: string;
  instancePath: string;
  params: Record<string, unknown>;
}

function inWords({ keyword, instancePath, params }: SchemaFault): string {
  const field = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'required') return `thiếu ${String(params['missingProperty'])}`;
  if (keyword === 'additionalProperties') return `không có mục “${String(params['additionalProperty'])}”`;
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as (string | null)[]).filter((one) => one !== null).join(', ');
    return `${field}: chỉ nhận ${allowed}`;
  }
  if (keyword === 'pattern' && field === 'id') return 'id: chỉ chữ thường không dấu, số và dấu gạch ngang';
  if (keyword === 'pattern') return `${field}: số điện thoại từ 3 đến 12 chữ số`;
  if (keyword === 'type') return `${field}: phải là ${String(params['type'])}`;
  return `${field}: quá ngắn, quá dài hoặc ngoài khoảng cho phép`;
}

/** Reads and checks a whole list before anything is sent. */
export function readPlaces(text: string, kind: 'csv' | 'json', communes: ReadonlySet<string>): ReadPlaces {
  const { rows, faults } = kind === 'csv' ? fromCsv(text) : fromJson(text);
  const isPlace = contractShape<Row>('PlaceInput');
  const seen = new Map<string, string>();
  const places: Row[] = [];
  for (const { where, value } of rows) {
    if (!isPlace(value)) {
      const [first] = (isPlace.errors ?? []) as SchemaFault[];
      faults.push(`${where}: ${first === undefined ? 'không đúng dạng' : inWords(first)}.`);
      continue;
    }
    const before = seen.get(value.id);
    if (before !== undefined) faults.push(`${where}: mã ${value.id} đã có ở ${before.toLowerCase()}.`);
    seen.set(value.id, where);
    faults.push(...placeFaults(value, communes).map(({ field, message }) => `${where}, ${field}: ${message}.`));
    places.push(value);
  }
  if (rows.length === 0 && faults.length === 0) faults.push('Tệp không có dòng nào.');
  return { places, faults };
}
