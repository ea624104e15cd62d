import { expect, test } from '../support/journey.ts';

test('finds in spite of a slip of the finger, is led there by Zalo, and forgets what was searched', async ({
  phone,
}) => {
  test.setTimeout(60_000);
  const { app } = phone;
  const box = app.getByRole('searchbox', { name: 'Tìm mọi thứ' });
  await phone.findApp();
  await app.getByRole('link', { name: 'Bạn cần làm gì?' }).click();
  await box.fill('nui ba dne');
  await expect(app.getByText('Đang hiện kết quả cho “nui ba den”')).toBeVisible();
  await app.getByRole('link', { name: /^Núi Bà Đen/ }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Núi Bà Đen' })).toBeVisible();
  await app.getByRole('button', { name: 'Chỉ đường' }).click();
  await expect.poll(() => phone.actions()).toContain('action.open.inapp');
  await phone.page.getByRole('button', { name: 'Đóng trình duyệt' }).click();

  await app.getByRole('button', { name: 'Quay lại' }).click();
  await box.fill('');
  await expect(app.getByRole('link', { name: 'nui ba dne', exact: true })).toBeVisible();
  await app.getByRole('button', { name: 'Xóa những gì đã tìm' }).click();
  await expect(app.getByRole('heading', { name: 'Bạn đã tìm' })).toHaveCount(0);
});
