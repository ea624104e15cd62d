import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { choosePothole, codeShown, openReportForm, reportDesk, writeWords } from '../support/report.ts';

test('the map comes with a tap and not before: a point chosen by keyboard, then found again on the public map', async ({
  phone,
  stack,
  control,
}) => {
  test.setTimeout(120_000);
  await raiseToContact(stack, control, phone.person.id);
  const { app } = phone;
  const foreign: string[] = [];
  const maps: string[] = [];
  phone.page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (!/localhost$|^127\.0\.0\.1$/.test(hostname) && !request.url().startsWith('blob:')) foreign.push(hostname);
    if (/map-frame/.test(pathname)) maps.push(pathname);
  });
  await openReportForm(phone);
  await choosePothole(phone);
  await writeWords(phone, 'Ổ gà trên bản đồ');
  expect(maps).toEqual([]);
  await app.getByRole('button', { name: 'Chọn trên bản đồ' }).click();
  const map = app.getByRole('application', { name: 'Kéo bản đồ cho mũi nhọn đúng chỗ' });
  await expect(map).toBeVisible();
  expect(maps).toHaveLength(1);
  await map.focus();
  await phone.page.keyboard.press('ArrowRight');
  await phone.page.keyboard.press('+');
  await app.getByRole('button', { name: 'Lấy điểm này' }).click();
  await expect(app.getByText('Đã có điểm bạn chọn trên bản đồ')).toBeVisible();
  await app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  const code = await codeShown(phone);
  const desk = reportDesk(stack);
  expect((await desk.read(code)).point).not.toBeNull();
  await desk.publish(code, { title: 'Ổ gà trên bản đồ', photos: [] });

  await phone.openLink(await linkInto(phone, '/phan-anh?xem=ban-do'));
  await expect(app.getByRole('application', { name: 'Bản đồ phản ánh' })).toBeVisible();
  const inFrame = app.getByRole('region', { name: 'Trong khung bản đồ' });
  await expect(inFrame.getByRole('link', { name: /Ổ gà trên bản đồ/ }).or(inFrame.getByRole('button'))).toBeVisible();
  const cluster = inFrame.getByRole('button', { name: /1 phản ánh/ });
  for (let closer = 0; closer < 6 && (await cluster.isVisible()); closer += 1) await cluster.click();
  await expectAccessible(phone.page);
  await inFrame.getByRole('link', { name: /Ổ gà trên bản đồ/ }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Ổ gà trên bản đồ' })).toBeVisible();
  await app.getByRole('button', { name: 'Quay lại' }).click();
  await phone.isAt('/phan-anh?xem=ban-do');
  expect(foreign).toEqual([]);
});
