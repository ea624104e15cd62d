/** `npm run cashier -- …`: what a school and whoever keeps the books do, from the command line. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inThousands, type operations, type Problem, type Schemas } from '@dvc/contract';
import { readBills } from './cashier/bill-file.ts';
import { readStatement } from './cashier/statement-file.ts';
import { BadFile } from './cashier/table.ts';

/** The key of the sample cashier that `npm start` gives the server; no real server knows it. */
const SAMPLE_KEY = 'sample-cashier-key-0001';
const AT_ONCE = 500;
const AT_ONCE_ROWS = 1000;

type Imported = operations['importBills']['responses']['200']['content']['application/json'];
type Told = operations['bringStatement']['responses']['200']['content']['application/json'];
type Ledger = operations['readLedger']['responses']['200']['content']['application/json'];

const HELP = `Thu tiền và đối soát.

  npm run cashier -- bills <tệp .csv hoặc .json> --school TH-KIM-DONG --name "Trường Tiểu học Kim Đồng" [--phone 02763822000]
      nhập khoản thu của một trường; tệp mẫu: server/src/cashier/hoc-phi-mau.csv
  npm run cashier -- mismatches              các khoản lệch, cần người xem
  npm run cashier -- settle <mã khoản lệch> --decision sendBack|notPaid|noted --note "Lý do" [--by "Kế toán"]
  npm run cashier -- refund <mã đơn> --note "Lý do" [--by "Kế toán"]
  npm run cashier -- statement <tệp .csv> --provider checkout|national --from 2026-11-26 --until 2026-11-27
      sao kê trọn ngày của cổng thanh toán (từ 0 giờ ngày đầu đến trước 0 giờ ngày sau, giờ Việt Nam); cột: Loại (thu,
      hoàn), Mã đơn ở cổng, Mã giao dịch, Số tiền, Mã đơn (nếu có)
  npm run cashier -- ledger [--from 2026-11-01] [--until 2026-12-01]

  SERVER_URL: địa chỉ máy chủ (mặc định http://127.0.0.1:5301)
  CASHIER_KEY: khóa kết nối (mặc định: khóa mẫu khi chạy với npm start)`;

/** It was not done; the message is for whoever typed it. */
class NotDone extends Error {
  override readonly name = 'NotDone';
}

const server = (process.env['SERVER_URL'] ?? 'http://127.0.0.1:5301').replace(/\/$/, '');
const key = process.env['CASHIER_KEY'] ?? SAMPLE_KEY;

async function ask<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`${server}/integration${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(60_000),
  }).catch((cause: unknown) => {
    throw new NotDone(`Máy chủ ${server} không trả lời. Chạy lại lệnh này không làm gì hai lần.`, { cause });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer as T;
  const problem = answer as Problem | undefined;
  const errors = problem?.errors?.map(({ path: where, message }) => `\n  ${where}: ${message}`).join('') ?? '';
  throw new NotDone(`${problem?.detail ?? problem?.title ?? `Máy chủ trả lời ${response.status}.`}${errors}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    school: { type: 'string' },
    name: { type: 'string' },
    phone: { type: 'string' },
    decision: { type: 'string' },
    note: { type: 'string' },
    by: { type: 'string', default: 'Kế toán' },
    provider: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
  },
});
const [verb, subject] = positionals;
const needed = (value: string | undefined, name: string): string => {
  if (value === undefined) throw new NotDone(`Thiếu ${name}.\n\n${HELP}`);
  return value;
};
const money = (vnd: number | null): string => (vnd === null ? '—' : `${inThousands(vnd)} đồng`);

async function bringBills(): Promise<string> {
  const bills = readBills(await readFile(needed(subject, 'tệp khoản thu'), 'utf8'));
  const school = { code: needed(values.school, '--school'), name: needed(values.name, '--name') };
  const sum = { created: 0, changed: 0, unchanged: 0 };
  const refused: string[] = [];
  for (let at = 0; at < bills.length; at += AT_ONCE) {
    const part = { school: { ...school, phone: values.phone }, bills: bills.slice(at, at + AT_ONCE) };
    const outcome = await ask<Imported>('/tuition/bills', part);
    for (const became of ['created', 'changed', 'unchanged'] as const) sum[became] += outcome[became];
    for (const { billCode, errors } of outcome.refused)
      refused.push(`  ${billCode}: ${errors.map(({ message }) => message).join(' ')}`);
  }
  if (refused.length > 0) process.exitCode = 1;
  const words = `Khoản thu mới: ${sum.created}. Sửa: ${sum.changed}. Như cũ: ${sum.unchanged}. Chưa nhận: ${refused.length}.`;
  return [words, ...refused].join('\n');
}

/** A provider's statement is complete for whole days: in parts it would say that the rest was never paid. */
async function bringStatement(): Promise<string> {
  const rows = readStatement(await readFile(needed(subject, 'tệp sao kê'), 'utf8'));
  if (rows.length > AT_ONCE_ROWS)
    throw new NotDone(`Sao kê có ${rows.length} dòng. Mỗi lần đọc được ${AT_ONCE_ROWS}; xuất từng ngày một.`);
  const provider = needed(values.provider, '--provider');
  const midnight = (day: string) => new Date(`${day}T00:00:00+07:00`).toISOString();
  const span = { from: midnight(needed(values.from, '--from')), until: midnight(needed(values.until, '--until')) };
  const { news, closed } = await ask<Told>('/payment-statements', { provider, ...span, rows });
  return `Đã đọc ${rows.length} dòng: ${news} khoản trước đó chưa biết, ${closed} đơn nay chắc chắn chưa ai trả.`;
}

async function run(): Promise<string> {
  if (verb === 'bills') return bringBills();
  if (verb === 'mismatches') {
    const { items } = await ask<{ items: Schemas['Mismatch'][] }>('/payment-mismatches');
    const line = (one: Schemas['Mismatch']) =>
      `${one.id}  ${one.kind}  ${one.orderCode ?? '—'}  nhận ${money(one.amountVnd)}, đơn ${money(one.expectedVnd)}${one.note ? `\n    ${one.note}` : ''}`;
    return items.length === 0 ? 'Không có khoản nào lệch.' : items.map(line).join('\n');
  }
  if (verb === 'settle') {
    const decided = {
      decision: needed(values.decision, '--decision'),
      note: needed(values.note, '--note'),
      by: values.by,
    };
    await ask(`/payment-mismatches/${encodeURIComponent(needed(subject, 'mã khoản lệch'))}`, decided);
    return 'Đã ghi.';
  }
  if (verb === 'refund') {
    const code = needed(subject, 'mã đơn');
    await ask(`/payments/${encodeURIComponent(code)}/refund`, { reason: needed(values.note, '--note'), by: values.by });
    return `Đang hoàn tiền đơn ${code}. Người nộp được báo khi xong.`;
  }
  if (verb === 'statement') return bringStatement();
  if (verb === 'ledger') {
    const moment = (day: string) => `${day}T00:00:00.000Z`;
    const { from = '2000-01-01', until = '2100-01-01' } = values;
    const span = new URLSearchParams({ from: moment(from), until: moment(until) });
    const { accounts, sum } = await ask<Ledger>(`/ledger?${span.toString()}`);
    const lines = accounts.map((one) => `${one.account}: vào ${money(one.in)}, ra ${money(one.out)}`);
    return [...lines, sum === 0 ? 'Sổ cân.' : `SỔ LỆCH ${money(sum)}.`].join('\n');
  }
  return HELP;
}

try {
  console.log(await run());
} catch (error) {
  if (!(error instanceof NotDone || error instanceof BadFile)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
