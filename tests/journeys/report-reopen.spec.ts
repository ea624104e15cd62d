import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { raiseToContact } from '../support/raise-level.ts';
import {
  choosePothole,
  codeShown,
  openReportForm,
  partsBeingWritten,
  reportDesk,
  streetPhoto,
  writeWords,
} from '../support/report.ts';

test('asked back, answered, resolved with a photo, rated badly, reopened with a new photo', async ({
  phone,
  stack,
  control,
}) => {
  test.setTimeout(120_000);
  await raiseToContact(stack, control, phone.person.id);
  const { app } = phone;
  await openReportForm(phone);
  await app.getByRole('textbox', { name: /Gần chỗ nào/ }).fill('Chợ mới');
  await choosePothole(phone);
  await writeWords(phone, 'Ổ gà trước chợ');
  await app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  const code = await codeShown(phone);
  const desk = reportDesk(stack);

  await desk.move(code, 'clarifying', 'Ổ gà ở chiều đi hay chiều về?');
  await app.getByRole('button', { name: 'Xem phản ánh' }).click();
  await expect(app.getByText('Cơ quan cần bạn nói thêm')).toBeVisible();
  const answer = app.getByRole('textbox', { name: /Bạn trả lời/ });
  await answer.fill('Chiều về');
  await app
    .getByLabel('Chụp ảnh mới')
    .setInputFiles({ name: 'chieu-ve.jpg', mimeType: 'image/jpeg', buffer: await streetPhoto(3) });
  await expect(app.getByRole('img', { name: 'Ảnh 1', exact: true })).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => partsBeingWritten(phone, 'report-addition')).toBe(2);
  const openMine = async (): Promise<void> => {
    await phone.openLink(await linkInto(phone, '/phan-anh/cua-toi'));
    await app
      .getByRole('link', { name: /Ổ gà trước chợ/ })
      .first()
      .click();
  };
  await phone.killApp();
  await openMine();
  await expect(answer).toHaveValue('Chiều về');
  await expect(app.getByRole('img', { name: 'Ảnh 1', exact: true })).toBeVisible();
  await app.getByRole('button', { name: 'Gửi câu trả lời' }).click();
  await expect.poll(async () => (await desk.read(code)).state, { timeout: 20_000 }).not.toBe('clarifying');

  await desk.move(code, 'inProgress');
  const { id } = await desk.handInPhoto(code, await streetPhoto(5));
  await desk.move(code, 'resolved', 'Đã vá xong sáng nay.');
  await expect.poll(async () => (await desk.read(code)).files.every(({ state }) => state === 'ready')).toBe(true);
  await desk.publish(code, { title: 'Ổ gà trước chợ', photos: [{ id, regions: [] }] });
  await openMine();
  await expect(app.getByText('Đã vá xong sáng nay.')).toBeVisible();
  await expect(app.getByRole('img', { name: /Ảnh sau khi xử lý/ })).toBeVisible();
  await expectAccessible(phone.page);
  await app.getByRole('radio', { name: 'Không hài lòng', exact: true }).check();
  await app.getByRole('button', { name: 'Gửi đánh giá' }).click();
  await expect(app.getByText('Bạn đã đánh giá: Không hài lòng. Cảm ơn bạn.')).toBeVisible();

  await app.getByRole('button', { name: 'Chưa được xử lý' }).click();
  await app.getByRole('textbox', { name: /Còn thế nào/ }).fill('Mưa xong lại hư');
  await app
    .getByLabel('Chụp ảnh mới')
    .setInputFiles({ name: 'lai-hu.jpg', mimeType: 'image/jpeg', buffer: await streetPhoto(9) });
  await expect(app.getByRole('img', { name: 'Ảnh 1', exact: true })).toBeVisible({ timeout: 15_000 });
  await app.getByRole('button', { name: 'Gửi, xin xem lại' }).click();
  await expect.poll(async () => (await desk.read(code)).state, { timeout: 20_000 }).toBe('reopened');
  await expect(app.getByText('Xem lại theo phản ánh của dân').first()).toBeVisible({ timeout: 20_000 });
  expect((await desk.read(code)).files.filter(({ role }) => role === 'reopening')).toHaveLength(1);
});
