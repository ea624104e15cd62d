import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { codeShown, openReportForm, reportDesk, writeWords } from '../support/report.ts';

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
  // A matter that no other journey reports: the map filtered by it holds this one alone, whoever came before.
  await app.getByRole('radio', { name: 'Đường sá' }).check();
  await app.getByRole('radio', { name: 'Đèn đường không sáng' }).check();
  await writeWords(phone, 'Đèn tắt trên bản đồ');
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
  await desk.publish(code, { title: 'Đèn tắt trên bản đồ', photos: [] });

  await phone.openLink(await linkInto(phone, '/phan-anh?xem=ban-do&linh-vuc=den-duong'));
  await expect(app.getByRole('application', { name: 'Bản đồ phản ánh' })).toBeVisible();
  const inFrame = app.getByRole('region', { name: 'Trong khung bản đồ' });
  const ours = inFrame.getByRole('link', { name: /Đèn tắt trên bản đồ/ });
  const cluster = inFrame.getByRole('button', { name: /^1 phản ánh/ });
  await expect(ours.or(cluster)).toBeVisible();
  await expect(async () => {
    if (await cluster.isVisible()) await cluster.click();
    await expect(ours).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessible(phone.page);
  await ours.click();
  await expect(app.getByRole('heading', { level: 1, name: 'Đèn tắt trên bản đồ' })).toBeVisible();
  await app.getByRole('button', { name: 'Quay lại' }).click();
  await phone.isAt('/phan-anh?xem=ban-do&linh-vuc=den-duong');
  expect(foreign).toEqual([]);
});
