import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { fileLimits } from '@dvc/contract/forms';
import {
  beginBirthDossier,
  BIRTH_PROCEDURE,
  fillBirthPages,
  photographedPaper,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import type { Phone } from '../support/phone.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import type { Stack } from '../support/stack.ts';

const DONE = 'Xong: đã có trên máy chủ';

/** Level 2 without screens, then the papers of a birth dossier. */
async function openPapers(phone: Phone, stack: Stack, browserPage: Page): Promise<void> {
  await raiseToCitizen(stack, phone.control, phone.person.id, browserPage, '072188000001');
  await phone.openLink(await linkInto(phone, `/ho-so/nop/${BIRTH_PROCEDURE}`));
  await beginBirthDossier(phone);
  await fillBirthPages(phone);
}

const choose = ({ app }: Phone, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  app.getByLabel('Chọn ảnh, PDF: Giấy chứng sinh').setInputFiles(files);

async function shot(name: string, seed: number, size?: { width: number; height: number }) {
  return { name, mimeType: 'image/jpeg', buffer: await photographedPaper(seed, size) };
}

const isSending = ({ app }: Phone) => app.getByText(/^Đang gửi: \d+ %$/);

test('several photos of one paper: in their order, one taken again, received as pages of one document', async ({
  phone,
  stack,
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext();
  await openPapers(phone, stack, await context.newPage());
  await context.close();
  const blurred = await sharp(await photographedPaper(3))
    .blur(9)
    .jpeg()
    .toBuffer();
  await choose(phone, await shot('truoc.jpg', 1), { name: 'mo.jpg', mimeType: 'image/jpeg', buffer: blurred });
  await expect(phone.app.getByText('Chưa gửi: ảnh mờ, có thể không đọc được chữ')).toBeVisible({ timeout: 20_000 });
  await expect(phone.app.getByText(DONE)).toHaveCount(1, { timeout: 20_000 });
  await phone.app.getByLabel('Chụp lại: mo.jpg').setInputFiles(await shot('sau.jpg', 4));
  await expect(phone.app.getByText(DONE)).toHaveCount(2, { timeout: 20_000 });
  await expect(phone.app.getByText('2 ảnh này thành 1 tệp PDF, theo thứ tự trên.')).toBeVisible();
  await expect(phone.app.getByRole('heading', { level: 3, name: 'Trang 2/2' })).toBeVisible();
  const ordered = page.waitForResponse((response) => response.url().endsWith('/file-order'));
  await phone.app.getByRole('button', { name: 'Đưa trang 2 lên trước' }).click();
  expect((await ordered).status()).toBe(204);
  await reviewAndDeclare(phone);
  const received = page.waitForResponse(
    (response) => response.request().method() === 'POST' && new URL(response.url()).pathname === '/dossiers',
  );
  await send(phone);
  const receipt = (await (await received).json()) as { files: { name: string; sha256: string }[] };
  expect(receipt.files.map(({ name }) => name)).toEqual(['sau.jpg', 'truoc.jpg']);
  await expect(phone.app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
});

test('cut, server restarted, app killed while sending: goes on, said in percent, at most one chunk each sent twice', async ({
  phone,
  stack,
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext();
  await openPapers(phone, stack, await context.newPage());
  await context.close();
  const paper = await shot('giay-chung-sinh.jpg', 1, { width: 2400, height: 1800 });
  let chunks = 0;
  // As if all of a chunk had left the phone, also where it did not arrive.
  let bytes = 0;
  let restarted: Promise<void> | undefined;
  // At the second the line is cut, at the fourth the server dies, at the sixth all stands still.
  await phone.page.route('**/files/*', async (route) => {
    if (route.request().method() !== 'PATCH') return route.fallback();
    chunks += 1;
    bytes += route.request().postDataBuffer()?.length ?? 0;
    if (chunks === 2) return route.abort('connectionreset');
    if (chunks === 4) {
      restarted = stack.restartServer({ signal: 'SIGKILL' });
      return route.abort('connectionreset');
    }
    return chunks === 6 ? undefined : route.continue();
  });
  await choose(phone, paper);
  await expect(isSending(phone)).toBeVisible();
  await expect.poll(() => chunks, { timeout: 40_000 }).toBe(6);
  await restarted;
  const before = Number(/(\d+) %/.exec(await isSending(phone).innerText())?.[1]);
  expect(before).toBeGreaterThan(10);
  await phone.killApp();
  await phone.findApp();
  await expect(phone.app.getByText(/^Bị ngắt ở \d+ %\. Chọn lại đúng ảnh này để gửi tiếp\.$/)).toBeVisible();
  // Chosen again it has another name, as phones do it.
  await choose(phone, { ...paper, name: 'IMG_0001.jpg' });
  await expect(phone.app.getByText(DONE)).toBeVisible({ timeout: 30_000 });
  await expect(phone.app.getByText(/^Bị ngắt/)).toHaveCount(0);
  const size = await sizeOnServer(phone);
  expect(size).toBeGreaterThan(6 * fileLimits.chunkBytes);
  expect(bytes).toBeGreaterThanOrEqual(size);
  // Three troubles, a chunk each.
  expect(bytes).toBeLessThanOrEqual(size + 3 * fileLimits.chunkBytes);
});

test('what cannot be used is named in words, and the good one takes its place', async ({ phone, stack, browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext();
  await openPapers(phone, stack, await context.newPage());
  await context.close();
  const pdf = (extra: string) => {
    const body = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n`;
    return Buffer.from(
      `${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 2 /Root 1 0 R ${extra} >>\nstartxref\n${body.length}\n%%EOF\n`,
    );
  };
  const cases: [string, string, Buffer, RegExp][] = [
    ['phim.jpg', 'image/jpeg', Buffer.from('MZ not a picture'), /Máy chưa đọc được loại tệp này/],
    ['khoa.pdf', 'application/pdf', pdf('/Encrypt 5 0 R'), /PDF này có mật khẩu/],
    ['hong.pdf', 'application/pdf', pdf('').subarray(0, 60), /Tệp này bị hỏng/],
    ['lenh.pdf', 'application/pdf', pdf('/OpenAction << /S /JavaScript /JS (x) >>'), /mã lệnh hoặc tệp khác giấu/],
    ['anh.heic', '', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /ảnh HEIC/],
    ['nen.zip', 'application/zip', Buffer.from('504b0304140000000800', 'hex'), /tệp nén/],
  ];
  for (const [name, mimeType, buffer, words] of cases) {
    await choose(phone, { name, mimeType, buffer });
    await expect(phone.app.getByText(words)).toBeVisible();
    await expect(phone.app.getByText('Chưa dùng được')).toHaveCount(1);
  }
  await choose(phone, await shot('giay.jpg', 2));
  await expect(phone.app.getByText(DONE)).toBeVisible({ timeout: 30_000 });
  await expect(phone.app.getByText('Chưa dùng được')).toHaveCount(0);
});

/** Bytes of the draft's file as the server has them, asked by the app's own request. */
async function sizeOnServer({ page, app }: Phone): Promise<number> {
  const answer = page.waitForResponse((response) => /\/drafts\/[0-9a-f-]{36}$/.test(response.url()) && response.ok());
  await app.getByRole('button', { name: 'Tiếp tục' }).click();
  const { files } = (await (await answer).json()) as { files: { size: number }[] };
  return files[0]?.size ?? 0;
}
