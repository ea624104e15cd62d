/** `npm run directory:import -- places.csv`: checks a list of places whole, then writes it into the directory of a running server. */
import { readFile } from 'node:fs/promises';
import type { Problem } from '@dvc/contract';
import { readCommunes } from '#core/communes';
import { DEFAULT_PROVINCE } from '#core/settings';
import { BadCsv } from './directory-import/csv.ts';
import { readPlaces } from './directory-import/read-places.ts';

/** The key of the sample directory desk that `npm start` gives the server; no real server knows it. */
const SAMPLE_KEY = 'sample-directory-key-0001';
const AT_ONCE = 100;
const PATIENCE_MS = 30_000;
const PROVINCES = new URL('../../provinces/', import.meta.url);

interface Counts {
  written: number;
  unchanged: number;
  removed: number;
}

async function send(server: string, key: string, places: readonly object[]): Promise<Counts> {
  const response = await fetch(`${server}/integration/directory`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ places }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const body = (await response.json()) as Counts & Problem;
  if (response.ok) return body;
  throw new Error(body.errors?.map(({ message }) => message).join('\n') ?? body.detail ?? body.title);
}

async function run(path: string): Promise<string[]> {
  const province = new URL(`${process.env['PROVINCE'] ?? DEFAULT_PROVINCE}/`, PROVINCES);
  const communes = new Set((await readCommunes(province)).map(({ code }) => code));
  const { places, faults } = readPlaces(
    await readFile(path, 'utf8'),
    path.endsWith('.json') ? 'json' : 'csv',
    communes,
  );
  if (faults.length > 0) {
    throw new Error([...faults, '', `Có ${faults.length} chỗ cần sửa. Chưa có gì được ghi.`].join('\n'));
  }
  const server = (process.env['SERVER_URL'] ?? 'http://127.0.0.1:5301').replace(/\/$/, '');
  const total: Counts = { written: 0, unchanged: 0, removed: 0 };
  for (let from = 0; from < places.length; from += AT_ONCE) {
    try {
      const part = await send(server, process.env['DIRECTORY_KEY'] ?? SAMPLE_KEY, places.slice(from, from + AT_ONCE));
      for (const key of ['written', 'unchanged', 'removed'] as const) total[key] += part[key];
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`${words}\nĐã ghi ${from} dòng đầu; chạy lại lệnh này không ghi trùng.`, { cause: error });
    }
  }
  const { written, unchanged, removed } = total;
  return [`Xong: ghi ${written}, giữ nguyên ${unchanged}, bỏ ra ${removed}.`];
}

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Cách viết: npm run directory:import -- danh-ba.csv (hoặc .json)');
  process.exitCode = 1;
} else {
  try {
    console.log((await run(path)).join('\n'));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(error instanceof BadCsv ? `${error.message} Chưa có gì được ghi.` : error.message);
    process.exitCode = 1;
  }
}
