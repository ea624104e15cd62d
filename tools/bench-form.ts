import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../emulator/src/testing/launch-browser.ts';
import { startStack } from '../tests/support/stack.ts';
import { citizensPhone } from './bench-modules.ts';
import { newPhone, slowDown } from './bench-page.ts';
import { undoAtEnd } from './children.mjs';

const FIELDS = 60;
/** As many as a form may have on one page. */
const ON_A_PAGE = 40;
const PROCEDURE = '1.001193';

/** Times of one filling, milliseconds; `answers` from a key or a tap to the picture after it. */
export interface LongForm {
  shown: number;
  answers: { times: number; median: number; p95: number; longest: number };
}

/** The province's procedures, one of them with sixty fields more, on two pages. @returns the folder. */
function withLongForm(): string {
  const folder = mkdtempSync(join(tmpdir(), 'long-form-'));
  cpSync('provinces', folder, { recursive: true });
  const path = join(folder, 'tay-ninh/procedures', `${PROCEDURE}.json`);
  const procedure = JSON.parse(readFileSync(path, 'utf8')) as {
    form: { version: string; pages: object[]; english: Record<string, string> };
    guide: { formVersion: string };
  };
  const kinds = [{ type: 'text' }, { type: 'personName' }, { type: 'date' }, { type: 'text', required: true }];
  const fields = Array.from({ length: FIELDS }, (_, at) => ({
    required: false,
    id: `long${String(at)}`,
    label: `Câu hỏi dài thứ ${String(at + 1)}`,
    ...(at === ON_A_PAGE - 1 ? { type: 'text' } : kinds[at % kinds.length]),
  }));
  const page = (id: string, on: object[]) => ({ id, title: 'Trang dài', fields: on });
  procedure.form.pages = [
    page('long-1', fields.slice(0, ON_A_PAGE)),
    page('long-2', fields.slice(ON_A_PAGE)),
    ...procedure.form.pages,
  ];
  const words = ['Trang dài', ...fields.map(({ label }) => label)];
  Object.assign(procedure.form.english, Object.fromEntries(words.map((text) => [text, `${text} (en)`])));
  procedure.form.version = '2099-01-01.1';
  procedure.guide.formVersion = procedure.form.version;
  writeFileSync(path, JSON.stringify(procedure));
  return folder;
}

/** Opens the form once and writes into the last field of its first page, a letter at a time. */
async function fillOnce(address: string, cpu: number): Promise<LongForm> {
  const browser = await launchBrowser();
  try {
    const context = await newPhone(browser);
    const page = await context.newPage();
    await slowDown(page, cpu);
    const url = new URL(address);
    url.pathname += `ho-so/nop/${PROCEDURE}`;
    await page.goto(url.href);
    await page.getByRole('button', { name: /^Bắt đầu (ghi|hồ sơ mới)$/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const began = performance.now();
    await page.getByRole('button', { name: /^Bắt đầu (ghi|hồ sơ mới)$/ }).click();
    const last = page.getByLabel(`Câu hỏi dài thứ ${String(ON_A_PAGE)}`);
    await last.waitFor();
    const shown = performance.now() - began;
    await page.waitForLoadState('networkidle');
    await page.evaluate('window.benchAnswers.length = 0');
    await last.click();
    await page.keyboard.type('Nguyễn Thị Ngọc Ánh, ấp Tân Lập', { delay: 120 });
    await page.waitForTimeout(1_000);
    const all = await page.evaluate<{ duration: number }[]>('window.benchAnswers');
    const durations = all.map(({ duration }) => duration).sort((one, other) => one - other);
    const at = (share: number): number =>
      durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0;
    return {
      shown,
      answers: { times: durations.length, median: at(0.5), p95: at(0.95), longest: durations.at(-1) ?? 0 },
    };
  } finally {
    await browser.close();
  }
}

/** A form of sixty fields, forty of them on its first page, on a phone `cpu` times slower: until it stands there, and what writing in it is like. */
export async function measureLongForm(cpu: number, rounds: number): Promise<LongForm[]> {
  const folder = withLongForm();
  const clearAway = (): void => rmSync(folder, { recursive: true, force: true });
  const forget = undoAtEnd(clearAway);
  const stack = await startStack({ server: { PROVINCES_DIR: folder } });
  const browser = await launchBrowser();
  try {
    const runs: LongForm[] = [];
    for (let round = 0; round < rounds; round += 1) {
      runs.push(await fillOnce(await citizensPhone(browser, stack), cpu));
    }
    return runs;
  } finally {
    await browser.close();
    await stack.stop();
    clearAway();
    forget();
  }
}
