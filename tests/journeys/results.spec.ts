import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdf } from '../../server/test/support/sample-papers.ts';
import {
  addBirthNotice,
  beginBirthDossier,
  BIRTH_PROCEDURE,
  fillBirthPages,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { officer } from '../support/officer.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import { province } from '../support/province.ts';

const CITIZEN = '072188000001';

test('a result comes: a message, the wallet, its PDF; somebody else checks it by a code and later cannot', async ({
  phone,
  stack,
  control,
  browser,
}) => {
  test.setTimeout(150_000);
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const elsewhere = await browser.newContext();
  const stranger = await elsewhere.newPage();
  await raiseToCitizen(stack, control, phone.person.id, stranger, CITIZEN);
  await phone.openLink(await linkInto(phone, `/ho-so/nop/${BIRTH_PROCEDURE}`));
  await beginBirthDossier(phone);
  await fillBirthPages(phone);
  await addBirthNotice(phone);
  await reviewAndDeclare(phone);
  await send(phone);
  await expect(phone.app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
  const shown = (await phone.app.getByRole('main').innerText()).replace(/\s/g, '');
  const code = /\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4}/.exec(shown)?.[0] ?? '';

  await test.step('the officer hands in a PDF; one message leads to it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'result-'));
    const file = join(folder, 'ket-qua.pdf');
    await writeFile(file, pdf());
    await officer(stack, 'accept', code);
    expect(await officer(stack, 'result', code, '--file', file, '--title', 'Giấy khai sinh')).toContain(
      'Đã trả kết quả',
    );
    await rm(folder, { recursive: true });
    await expect
      .poll(async () => (await phone.messages()).map(({ text }) => text).join('\n'), { timeout: 30_000 })
      .toContain('Có kết quả: Giấy khai sinh');
    await phone.tapNewestMessage('Xem kết quả');
    await expect(phone.app.getByRole('heading', { level: 1, name: 'Giấy khai sinh' })).toBeVisible();
  });

  await test.step('one tap opens it in Zalo’s viewer, and the log says so', async () => {
    const fetched = phone.page.waitForResponse((answer) => answer.url().includes('/wallet/opened/'));
    await phone.app.getByRole('button', { name: 'Mở', exact: true }).click();
    const answer = await fetched;
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
    await phone.page.getByRole('button', { name: 'Đóng tài liệu' }).click();
    await expect(phone.app.getByText('Bạn mở giấy tờ')).toBeVisible({ timeout: 15_000 });
    // Whoever finds the address afterwards finds nothing.
    expect((await stranger.goto(answer.url()))?.status()).toBe(410);
  });

  let address = '';
  await test.step('the school scans the code: real, and no more of its owner than that', async () => {
    const made = phone.page.waitForResponse((answer) => answer.url().endsWith('/shares') && answer.status() === 201);
    await phone.app.getByRole('button', { name: 'Cho người khác kiểm tra' }).click();
    await phone.app.getByRole('textbox', { name: 'Cho ai xem?' }).fill('Trường Kim Đồng');
    await phone.app.getByRole('button', { name: 'Tạo mã QR' }).click();
    await expect(phone.app.getByRole('img', { name: /^Mã QR để Trường Kim Đồng/ })).toBeVisible();
    await expect(phone.app.getByRole('timer')).toContainText(/Còn [45] phút/);
    address = ((await (await made).json()) as { url: string }).url;
    await stranger.goto(address);
    await expect(stranger.getByRole('heading', { level: 1, name: 'Giấy tờ này là thật' })).toBeVisible();
    await expect(stranger.getByText('N••• T••• Ánh')).toBeVisible();
    await expect(stranger.getByText('Nguyễn Thị Ánh')).toHaveCount(0);
    await expect(phone.app.getByText('Người có mã của Trường Kim Đồng đã kiểm tra')).toBeVisible({ timeout: 15_000 });
  });

  await test.step('half an hour later the code is over, and the document asks for a new login', async () => {
    await stack.restartServer({ aheadMs: 31 * 60_000 });
    await stranger.goto(address);
    await expect(stranger.getByRole('heading', { level: 1, name: 'Mã này không còn dùng được' })).toBeVisible();
    await expect(phone.app.getByText('Có người quét mã cũ của Trường Kim Đồng, không xem được')).toBeVisible({
      timeout: 20_000,
    });
    await expect(phone.app.getByText(/Lần đăng nhập trước đã quá 30 phút/)).toBeVisible();
    const place = phone.place();
    await phone.app.getByRole('button', { name: `Đăng nhập ${province.identity.name}` }).click();
    await expect(phone.browser.getByRole('heading', { name: `Đăng nhập ${province.identity.name}` })).toBeVisible();
    // The provincial ID lives in the present, and so must whoever checks what it signs.
    await stack.restartServer();
    await phone.logInAtProvincialId(CITIZEN);
    await phone.browser.getByRole('link', { name: /^Quay lại/ }).click();
    await expect(phone.page.locator('iframe[title="Trang web"]')).toHaveCount(0);
    await phone.isAt(place);
    await expect(phone.app.getByRole('button', { name: 'Mở', exact: true })).toBeVisible();
  });
  await elsewhere.close();
});
