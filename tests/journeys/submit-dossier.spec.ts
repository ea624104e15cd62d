import { toBuffer } from 'qrcode';
import type { Page } from '@playwright/test';
import {
  addBirthNotice,
  beginBirthDossier,
  birthPages,
  BIRTH_PROCEDURE,
  fillBirthPages,
  photographedPaper,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import type { Phone } from '../support/phone.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import type { Stack } from '../support/stack.ts';
import { province } from '../support/province.ts';

const CITIZEN = '072188000001';
const SUBMIT = `/ho-so/nop/${BIRTH_PROCEDURE}`;
const isSubmission = (url: URL): boolean => url.pathname === '/dossiers';

const linkTo = async ({ control }: Phone, path: string): Promise<string> =>
  `https://zalo.me/s/${(await control.ready()).appId}${path}`;

/** Level 2 without screens, then the form open in the app. */
async function openForm(phone: Phone, stack: Stack, browserPage: Page): Promise<void> {
  await raiseToCitizen(stack, phone.control, phone.person.id, browserPage, CITIZEN);
  await phone.openLink(await linkTo(phone, SUBMIT));
  // One sample citizen may have drafts of earlier journeys; this one begins its own.
  await beginBirthDossier(phone);
}

async function savedOnServer({ app }: Phone): Promise<void> {
  await expect(app.getByText(/Đã lưu trên máy chủ lúc/)).toBeVisible();
}

/** The code on the receipt, once there is one. */
async function receivedCode({ app }: Phone): Promise<string> {
  await expect(app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
  const text = await app.getByRole('main').innerText();
  const code = /\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4}/.exec(text.replace(/\s/g, ''))?.[0];
  expect(code, 'a dossier code on the receipt').toBeDefined();
  return code ?? '';
}

async function dossiersOf({ control, person }: Phone, stack: Stack): Promise<{ code: string }[]> {
  const { accessToken } = await control.tokensFor(person.id);
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accessToken }),
  };
  const session = (await (await fetch(`${stack.serverUrl}/session`, post)).json()) as { token: string };
  const headers = { authorization: `Bearer ${session.token}` };
  const list = (await (await fetch(`${stack.serverUrl}/dossiers`, { headers })).json()) as {
    items: { code: string }[];
  };
  return list.items;
}

test.describe('the whole road', () => {
  test('from a QR code to a message that leads back to the dossier', async ({ phone, stack, control }) => {
    test.setTimeout(180_000);
    await control.changePerson(phone.person.id, { followsOfficialAccount: true });
    const urls: string[] = [];
    phone.page.on('request', (request) => urls.push(request.url()));

    await phone.scanCode(await toBuffer(await linkTo(phone, `/thu-tuc/${BIRTH_PROCEDURE}?utm_source=poster`)));
    await expect(phone.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();
    await phone.app.getByRole('link', { name: 'Nộp hồ sơ' }).click();

    await phone.answers('authorize', 'grant');
    await phone.answers('phone-number', 'grant');
    await phone.app.getByRole('button', { name: 'Cho số điện thoại' }).click();
    await phone.app.getByRole('button', { name: `Liên kết ${province.identity.name}` }).click();
    await phone.logInAtProvincialId(CITIZEN);
    await phone.browser.getByRole('link', { name: /^Quay lại/ }).click();

    await beginBirthDossier(phone);
    await fillBirthPages(phone);
    await addBirthNotice(phone);
    await reviewAndDeclare(phone);
    await send(phone);
    const code = await receivedCode(phone);
    await expect(phone.app.getByText('chữ ký đúng, biên nhận chưa bị sửa')).toBeVisible();

    await phone.app.getByRole('link', { name: 'Theo dõi hồ sơ' }).click();
    await expect(phone.app.getByText('Đã nhận', { exact: true }).first()).toBeVisible();
    await officer(stack, 'accept', code);
    await expect
      .poll(async () => (await phone.messages()).map(({ text }) => text).join('\n'), { timeout: 30_000 })
      .toContain('Hồ sơ đã hợp lệ');

    await phone.killApp();
    await phone.tapNewestMessage('Xem hồ sơ');
    await expect(phone.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();
    await expect(phone.app.getByText(code.slice(-4)).first()).toBeVisible();
    await expect(phone.app.getByText(/Hẹn trả kết quả ngày/).first()).toBeVisible();

    await officer(stack, 'supplement', code, '--note', 'Ảnh giấy chứng sinh thiếu mặt sau. Mời bạn chụp mặt sau.');
    await phone.tapNewestMessage('Xem hồ sơ');
    await expect(phone.app.getByRole('heading', { level: 1, name: 'Bổ sung hồ sơ' })).toBeVisible();
    await expect(phone.app.getByText(/Mời bạn chụp mặt sau/).first()).toBeVisible();

    const personal = ['072188000001', 'Nguyễn', 'nguy%E1%BB%85n', phone.person.phoneNumber, 'B%E1%BA%A3o'];
    for (const word of personal) {
      expect(urls.filter((url) => url.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    }
  });
});

test.describe('nothing is lost', () => {
  test('the app is killed on every page and opens again at the same place', async ({ phone, stack, browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext();
    await openForm(phone, stack, await context.newPage());
    await context.close();
    for (const { title, fill } of birthPages) {
      const heading = phone.app.getByRole('heading', { level: 1, name: title });
      await expect(heading).toBeVisible();
      await fill(phone.app);
      await savedOnServer(phone);
      await phone.killApp();
      await phone.findApp();
      await expect(heading).toBeVisible();
      await phone.app.getByRole('button', { name: 'Tiếp tục' }).click();
    }
    await addBirthNotice(phone);
    await phone.killApp();
    await phone.findApp();
    await expect(phone.app.getByText('Xong: đã có trên máy chủ')).toBeVisible();
    await reviewAndDeclare(phone);
    await phone.killApp();
    await phone.findApp();
    await expect(phone.app.getByText('Nguyễn Ngọc Bảo An')).toBeVisible();

    const kept = JSON.stringify([
      await phone.control.nativeStorage(phone.id),
      await phone.frame()?.evaluate(() => Object.entries(localStorage)),
    ]);
    for (const word of ['Bảo An', '072188000001', 'Ánh', phone.person.phoneNumber]) expect(kept).not.toContain(word);
  });

  test('the reply to sending is lost: asked, it is there; one dossier, one receipt', async ({
    phone,
    stack,
    browser,
  }) => {
    test.setTimeout(150_000);
    const context = await browser.newContext();
    await openForm(phone, stack, await context.newPage());
    await context.close();
    await fillBirthPages(phone);
    await addBirthNotice(phone);
    await reviewAndDeclare(phone);
    let arrived = 0;
    await phone.page.route(isSubmission, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      arrived += 1;
      return route.abort('connectionreset');
    });
    await send(phone);
    await expect(phone.app.getByText('Chúng tôi chưa biết hồ sơ đã tới nơi chưa')).toBeVisible({ timeout: 30_000 });
    await expect(phone.app.getByText('Đã nhận hồ sơ')).toHaveCount(0);
    expect(arrived).toBeGreaterThan(0);
    await phone.page.unroute(isSubmission);
    await phone.app.getByRole('button', { name: 'Kiểm tra' }).click();
    const code = await receivedCode(phone);
    expect((await dossiersOf(phone, stack)).filter((dossier) => dossier.code === code)).toHaveLength(1);
  });

  test('the server is killed while sending: sent again, one dossier', async ({ phone, stack, browser }) => {
    test.setTimeout(150_000);
    const context = await browser.newContext();
    await openForm(phone, stack, await context.newPage());
    await context.close();
    await fillBirthPages(phone);
    await addBirthNotice(phone);
    await reviewAndDeclare(phone);
    const before = (await dossiersOf(phone, stack)).length;
    let killed: Promise<void> | undefined;
    await phone.page.route(isSubmission, async (route) => {
      if (route.request().method() !== 'POST' || killed !== undefined) return route.fallback();
      // The request is on its way when the power goes.
      killed = stack.stopServer({ signal: 'SIGKILL' });
      return route.continue();
    });
    await send(phone);
    await expect(phone.app.getByRole('button', { name: 'Kiểm tra' })).toBeVisible({ timeout: 40_000 });
    await killed;
    await stack.startServer();
    await phone.app.getByRole('button', { name: 'Kiểm tra' }).click();
    const again = phone.app.getByRole('button', { name: 'Gửi lại' });
    const receipt = phone.app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' });
    await expect(again.or(receipt)).toBeVisible({ timeout: 20_000 });
    if (await again.isVisible()) await again.click();
    await receivedCode(phone);
    expect(await dossiersOf(phone, stack)).toHaveLength(before + 1);
  });

  test('no network while writing and sending: said so, kept, and goes on', async ({ phone, stack, browser }) => {
    test.setTimeout(150_000);
    const context = await browser.newContext();
    await openForm(phone, stack, await context.newPage());
    await context.close();
    await fillBirthPages(phone);
    await addBirthNotice(phone);
    await reviewAndDeclare(phone);
    await phone.setNetwork('none');
    await send(phone);
    await expect(phone.app.getByText('Chưa có mạng nên hồ sơ chưa được gửi')).toBeVisible();
    await phone.setNetwork('4g');
    await phone.app.getByRole('button', { name: 'Gửi lại' }).click();
    await receivedCode(phone);
  });
});

test.describe('bad input', () => {
  test('an early tap leads to the faults, in the words of the fields', async ({ phone, stack, browser }) => {
    const context = await browser.newContext();
    await openForm(phone, stack, await context.newPage());
    await context.close();
    await birthPages[0]?.fill(phone.app);
    await phone.app.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(phone.app.getByRole('heading', { level: 1, name: 'Về bé' })).toBeVisible();
    await phone.app.getByRole('button', { name: 'Tiếp tục' }).click();
    const summary = phone.app.getByRole('alert');
    await expect(summary).toContainText(/Có \d+ chỗ cần sửa/);
    await summary.getByRole('link', { name: /Họ, chữ đệm, tên của bé/ }).click();
    await expect(phone.app.getByLabel('Họ, chữ đệm, tên của bé')).toBeFocused();
  });

  test('a file that is no picture is refused with the reason; the draft is untouched', async ({
    phone,
    stack,
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext();
    await openForm(phone, stack, await context.newPage());
    await context.close();
    await fillBirthPages(phone);
    const chooser = phone.app.getByLabel('Chọn ảnh, PDF: Giấy chứng sinh');
    await chooser.setInputFiles({
      name: 'anh.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('<script>alert(1)</script>'),
    });
    await expect(phone.app.getByText(/chưa đọc được|bị hỏng/).first()).toBeVisible({ timeout: 20_000 });
    await chooser.setInputFiles({ name: 'giay.jpg', mimeType: 'image/jpeg', buffer: await photographedPaper(2) });
    await expect(phone.app.getByText('Xong: đã có trên máy chủ')).toBeVisible({ timeout: 30_000 });
    // The good photo took the refused one's place: nothing is in the way any more.
    await expect(phone.app.getByText('Chưa dùng được')).toHaveCount(0);
    await phone.app.getByRole('button', { name: 'Tiếp tục' }).click();
    await expect(phone.app.getByRole('heading', { level: 1, name: 'Xem lại và gửi' })).toBeVisible();
  });
});
