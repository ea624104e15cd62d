import type { Route } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Schemas } from '@dvc/contract';
import { pdf } from '../../server/test/support/sample-papers.ts';
import { photographedPaper } from '../support/birth-dossier.ts';
import { officer } from '../support/officer.ts';
import { at, pathOf, type Shot, type Stage } from './stage.ts';

/** What the office asks for, of both kinds. */
export const asked = [
  ...['--item', 'giấy: giay-chung-sinh: Ảnh thiếu mặt sau'],
  ...['--item', 'hỏi: Ai đưa bé đi?: Để gọi lại khi cần'],
  ...['--until', '2027-12-10'],
];

let dossierPath = '';
let code = '';

/** The dossier on the screen; remembered for the pictures after it. */
async function remember(stage: Stage): Promise<void> {
  const text = (await stage.page.getByRole('main').innerText()).replace(/\s/g, '');
  code = /\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4}/.exec(text)?.[0] ?? '';
  dossierPath = pathOf(stage);
}

/** The officer moves the dossier on the screen; the screen is opened anew, as from a message. */
export async function byOfficer(stage: Stage, verb: string, ...more: string[]): Promise<void> {
  if (code === '') await remember(stage);
  await officer(stage.stack, verb, code, ...more);
  await stage.open(dossierPath);
}

/** Somebody who has no more than the code and four digits. */
export async function trackFromElsewhere(stage: Stage): Promise<void> {
  await remember(stage);
  await stage.open('/tra-cuu');
  await stage.app.getByLabel('Mã hồ sơ').fill(code);
  await stage.app.getByLabel('4 số cuối').fill('0001');
  await stage.app.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await stage.app.getByText('Nơi giải quyết').waitFor();
}

const isDossier = (url: URL): boolean => /^\/dossiers\/[0-9a-f-]{36}$/.test(url.pathname);

/** As it reads some days after the promised day: the server's clock cannot be turned forward under an open session. */
async function asIfLate(route: Route): Promise<void> {
  const response = await route.fetch();
  const dossier = (await response.json()) as Schemas['Dossier'];
  const promisedDate = '2026-11-20';
  const at = new Date().toISOString();
  const apologies = [{ at, documentId: '5d0c7b1e-0000-4000-8000-000000000001', promisedDate }];
  return route.fulfill({ response, json: { ...dossier, dueDate: promisedDate, workingDaysLeft: -3, apologies } });
}

export async function showLate(stage: Stage): Promise<void> {
  await stage.page.route(isDossier, asIfLate);
  await stage.open(dossierPath);
  await stage.app
    .getByText(/thư xin lỗi/i)
    .first()
    .waitFor();
}

export const leaveLate = ({ page }: Stage): Promise<void> => page.unroute(isDossier);

/** What was asked for, sent too early, filled and sent. */
export const supplementShots: readonly Shot[] = [
  {
    name: 'supplement',
    go: async ({ app }) => {
      await app.getByRole('link', { name: 'Bổ sung 2 mục' }).click();
      await app.getByRole('heading', { level: 1, name: 'Bổ sung hồ sơ' }).waitFor();
    },
  },
  {
    name: 'supplement-missing',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
      await app.getByRole('alert').first().waitFor();
    },
  },
];

/** Hands the result in; the officer's tool wants a file. */
async function handIn(stage: Stage): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'result-'));
  const file = join(folder, 'ket-qua.pdf');
  await writeFile(file, pdf());
  await byOfficer(stage, 'result', '--file', file, '--title', 'Giấy khai sinh');
  await rm(folder, { recursive: true });
}

async function openDocument({ app }: Stage, title: string | RegExp): Promise<void> {
  await app.getByRole('link', { name: title }).first().click();
  await app.getByText('Ai đã xem').waitFor();
}

const isDocument = (url: URL): boolean => /^\/wallet\/documents\/[^/]+$/.test(url.pathname);

/** As it reads when the last login at the provincial ID is too old. */
async function asIfLoggedInLongAgo(route: Route): Promise<void> {
  const response = await route.fetch();
  const document = (await response.json()) as Schemas['WalletDocument'];
  return route.fulfill({
    response,
    json: { ...document, login: { ...document.login, until: '2026-01-01T00:00:00.000Z' } },
  });
}

/** From the supplement to the result, the rating and the wallet. */
export const afterwardsShots: readonly Shot[] = [
  {
    name: 'supplement-filled',
    go: async (stage) => {
      const { app } = stage;
      await stage.open(`${dossierPath}/bo-sung`);
      await app.getByLabel('Ai đưa bé đi?').fill('Bà ngoại của bé');
      const buffer = await photographedPaper(3);
      await app
        .getByLabel('Chọn ảnh, PDF: Giấy chứng sinh')
        .setInputFiles({ name: 'mat-sau.jpg', mimeType: 'image/jpeg', buffer });
      await app.getByText('Xong: đã có trên máy chủ').waitFor({ timeout: 20_000 });
    },
  },
  {
    name: 'supplement-sent',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
      await app.getByRole('heading', { name: 'Phần bổ sung bạn đã gửi' }).waitFor();
    },
  },
  at('wallet-before-result', '/giay-to'),
  { name: 'dossier-fee', go: (stage) => byOfficer(stage, 'charge', '--amount', '4000', '--note', 'Được giảm một nửa') },
  { name: 'dossier-fee-waived', go: (stage) => byOfficer(stage, 'process') },
  { name: 'dossier-completed', go: handIn },
  { name: 'rating-early', go: ({ app }) => app.getByRole('button', { name: 'Gửi đánh giá' }).click() },
  {
    name: 'rating-sent',
    go: async ({ app }) => {
      await app.getByRole('radio', { name: 'Hài lòng', exact: true }).check();
      await app.getByRole('button', { name: 'Gửi đánh giá' }).click();
      await app.getByText(/đã nhận đánh giá/).waitFor();
    },
  },
  at('wallet', '/giay-to'),
  { name: 'document', go: (stage) => openDocument(stage, /^Giấy khai sinh/) },
  {
    name: 'document-share-ask',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Cho người khác kiểm tra' }).click();
      await app.getByRole('button', { name: 'Tạo mã QR' }).click();
    },
  },
  {
    name: 'document-shared',
    go: async ({ app }) => {
      await app.getByRole('textbox', { name: 'Cho ai xem?' }).fill('Trường Tiểu học Kim Đồng');
      await app.getByRole('button', { name: 'Tạo mã QR' }).click();
      await app.getByRole('img', { name: /^Mã QR/ }).waitFor();
    },
  },
  {
    name: 'document-share-ended',
    go: async ({ app }) => {
      await app.getByRole('button', { name: 'Thu lại mã' }).click();
      await app.getByText('Đã thu lại mã').waitFor();
    },
  },
  {
    name: 'document-login-old',
    go: async (stage) => {
      await stage.page.route(isDocument, asIfLoggedInLongAgo);
      await stage.open(pathOf(stage));
    },
  },
  {
    name: 'document-receipt',
    go: async (stage) => {
      await stage.page.unroute(isDocument);
      await stage.open('/giay-to');
      await openDocument(stage, /khai sinh.*Ủy ban|Làm giấy khai sinh/);
    },
  },
];
