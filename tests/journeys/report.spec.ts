import sharp from 'sharp';
import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/journey.ts';
import { choosePothole, codeShown, openReportForm, reportDesk, takePhoto, writeWords } from '../support/report.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { linkInto } from '../support/linking.ts';
import { someSpot } from '../support/province.ts';

test('a visitor finds a pothole: photo with its place, one explained tap, received; public once checked, without names', async ({
  phone,
  stack,
  anotherPhone,
}) => {
  test.setTimeout(120_000);
  const { app } = phone;
  await phone.findApp();
  await app.getByRole('navigation', { name: 'Dịch vụ chính' }).getByRole('link', { name: 'Gửi phản ánh' }).click();
  await expect(app.getByText('Để cơ quan hỏi lại được và báo kết quả cho bạn.', { exact: false })).toBeVisible();
  await phone.answers('authorize', 'grant');
  await phone.answers('phone-number', 'grant');
  await app.getByRole('button', { name: 'Cho số điện thoại' }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Gửi phản ánh' })).toBeVisible();
  await takePhoto(phone);
  await expect(app.getByText('Đã có vị trí từ ảnh')).toBeVisible();
  await choosePothole(phone);
  await writeWords(phone, 'Ổ gà sâu, gọi chị Ánh 0912345678');
  await app.getByRole('checkbox', { name: /Giấu tên tôi/ }).check();
  await expectAccessible(phone.page);
  await app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  const code = await codeShown(phone);
  await expect(app.getByText(/^Đã nhận lúc/)).toBeVisible();
  await expectAccessible(phone.page);

  const desk = reportDesk(stack);
  await expect.poll(async () => (await desk.read(code)).files.map(({ state }) => state)).toEqual(['ready']);
  const report = await desk.read(code);
  expect(report).toMatchObject({ hideName: true, person: null, category: 'o-ga-mat-duong' });
  expect(report.point?.lat).toBeCloseTo(someSpot.lat, 4);

  const other = await anotherPhone();
  await other.openLink(await linkInto(other, '/phan-anh'));
  // Others may have reported meanwhile; this one is not to be seen yet.
  const listed = other.app.getByText(/mới nhất trước|Chưa có phản ánh nào ở đây/).first();
  await expect(listed).toBeVisible({ timeout: 20_000 });
  await expect(other.app.getByRole('link', { name: /Ổ gà sâu/ })).toHaveCount(0);
  const [photo] = report.files;
  await desk.publish(code, {
    ...{ title: 'Ổ gà sâu gần ngã tư', words: 'Ổ gà sâu' },
    photos: [{ id: photo?.id ?? '', regions: [{ x: 0.1, y: 0.1, width: 0.2, height: 0.2 }] }],
  });
  await other.killApp();
  await other.openLink(await linkInto(other, '/phan-anh?tinh-trang=mo'));
  await other.app.getByRole('link', { name: /Ổ gà sâu gần ngã tư/ }).click();
  const image = other.app.getByRole('img', { name: /Ảnh lúc phản ánh/ });
  await expect(image).toBeVisible();
  await expect(other.app.getByText('0912345678')).toHaveCount(0);
  await expectAccessible(other.page);
  const source = (await image.getAttribute('src')) ?? '';
  const bytes = await (await fetch(stack.serverUrl + new URL(source).pathname + new URL(source).search)).arrayBuffer();
  expect((await sharp(Buffer.from(bytes)).metadata()).exif).toBeUndefined();
});

test('Zalo says where the phone is; the person says no: words do', async ({ phone, stack, control }) => {
  await raiseToContact(stack, control, phone.person.id);
  const { app } = phone;
  await openReportForm(phone);
  await phone.answers('location', 'deny', 1);
  await app.getByRole('button', { name: 'Lấy chỗ tôi đang đứng' }).click();
  await expect(app.getByText(/Bạn chưa cho biết vị trí/)).toBeVisible();
  await phone.answers('location', 'grant', 1);
  await app.getByRole('button', { name: 'Lấy chỗ tôi đang đứng' }).click();
  await expect(app.getByText('Đã có vị trí bạn đang đứng')).toBeVisible();
  await expect(app.getByRole('group', { name: 'Chỗ này thuộc' })).toBeVisible();
  await app.getByRole('button', { name: 'Bỏ vị trí này' }).click();
  await app.getByRole('textbox', { name: /Gần chỗ nào/ }).fill('Trước chợ mới');
  await choosePothole(phone);
  await writeWords(phone, 'Đường hư');
  await app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  const code = await codeShown(phone);
  expect(await reportDesk(stack).read(code)).toMatchObject({ place: 'Trước chợ mới', point: null });
});
