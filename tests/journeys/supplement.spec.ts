import {
  addBirthNotice,
  beginBirthDossier,
  BIRTH_PROCEDURE,
  fillBirthPages,
  photographedPaper,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { officer } from '../support/officer.ts';
import { raiseToCitizen } from '../support/raise-level.ts';

const isSupplement = (url: URL): boolean => url.pathname.endsWith('/supplement');

test('asked for two things at once: killed while writing, the reply lost while sending, sent once', async ({
  phone,
  stack,
  control,
  browser,
}) => {
  test.setTimeout(150_000);
  const { app } = phone;
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const context = await browser.newContext();
  await raiseToCitizen(stack, control, phone.person.id, await context.newPage(), '072188000001');
  await context.close();
  await phone.openLink(await linkInto(phone, `/ho-so/nop/${BIRTH_PROCEDURE}`));
  await beginBirthDossier(phone);
  await fillBirthPages(phone);
  await addBirthNotice(phone);
  await reviewAndDeclare(phone);
  await send(phone);
  await expect(app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
  const text = (await app.getByRole('main').innerText()).replace(/\s/g, '');
  const code = /\d{3}\.\d{2}\.\d{2}\.H\d{2}-\d{6}-\d{4}/.exec(text)?.[0] ?? '';
  await officer(stack, 'accept', code);

  const items = ['--item', 'giấy: giay-chung-sinh: Ảnh thiếu mặt sau', '--item', 'hỏi: Ai đưa bé đi?: Để gọi lại'];
  await officer(stack, 'supplement', code, ...items);
  await expect
    .poll(async () => (await phone.messages()).map((message) => message.text).join('\n'), { timeout: 30_000 })
    .toContain('Ai đưa bé đi?');

  await test.step('one link opens just these; what is written outlives a kill', async () => {
    await phone.tapNewestMessage('Xem hồ sơ');
    await expect(app.getByRole('heading', { level: 1, name: 'Bổ sung hồ sơ' })).toBeVisible();
    await app.getByLabel('Ai đưa bé đi?').fill('Bà ngoại của bé');
    await expect(app.getByText(/Đã lưu trên máy chủ lúc/)).toBeVisible();
    const photo = { name: 'mat-sau.jpg', mimeType: 'image/jpeg', buffer: await photographedPaper(3) };
    await app.getByLabel('Chọn ảnh, PDF: Giấy chứng sinh').setInputFiles(photo);
    await expect(app.getByText('Xong: đã có trên máy chủ')).toBeVisible({ timeout: 30_000 });
    await phone.killApp();
    await phone.wake();
    await phone.findApp();
    await expect(app.getByLabel('Ai đưa bé đi?')).toHaveValue('Bà ngoại của bé');
    await expect(app.getByText('Xong: đã có trên máy chủ')).toBeVisible();
  });

  await test.step('the reply is lost: asked, it has arrived, once', async () => {
    await phone.page.route(isSupplement, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await app.getByRole('button', { name: 'Gửi phần bổ sung' }).click();
    await expect(app.getByText('Chúng tôi chưa biết phần bổ sung đã tới nơi chưa')).toBeVisible({ timeout: 30_000 });
    await phone.page.unroute(isSupplement);
    await app.getByRole('button', { name: 'Kiểm tra' }).click();
    await expect(app.getByRole('heading', { name: 'Phần bổ sung bạn đã gửi' })).toBeVisible({ timeout: 20_000 });
    await expect(app.getByText('Đang xử lý').first()).toBeVisible();
  });

  const seen = await officer(stack, 'show', code, '--purpose', 'Xem phần bổ sung');
  expect(seen).toContain('Bà ngoại của bé');
  expect(seen.match(/Bổ sung \d/g)).toHaveLength(1);
  expect(await officer(stack, 'supplement', code, ...items)).toContain('lần yêu cầu bổ sung thứ 2');
});
