import { expect, test } from '../support/journey.ts';
import { withoutMarks } from '../support/province.ts';
import { needed, sight } from '../support/province-samples.ts';

test('finds in spite of a slip of the finger, is led there by Zalo, and forgets what was searched', async ({
  phone,
}) => {
  test.setTimeout(60_000);
  const { name } = needed(sight, 'sight in its directory');
  const typed = withoutMarks(name);
  /** The last two letters the wrong way round. */
  const slip = typed.replace(/(.)(.)$/, '$2$1');
  const { app } = phone;
  const box = app.getByRole('searchbox', { name: 'Tìm mọi thứ' });
  await phone.findApp();
  await app.getByRole('link', { name: 'Bạn cần làm gì?' }).click();
  await box.fill(slip);
  await expect(app.getByText(`Đang hiện kết quả cho “${typed}”`)).toBeVisible();
  await app.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(app.getByRole('heading', { level: 1, name })).toBeVisible();
  await app.getByRole('button', { name: 'Chỉ đường' }).click();
  await expect.poll(() => phone.actions()).toContain('action.open.inapp');
  await phone.page.getByRole('button', { name: 'Đóng trình duyệt' }).click();

  await app.getByRole('button', { name: 'Quay lại' }).click();
  await box.fill('');
  await expect(app.getByRole('link', { name: slip, exact: true })).toBeVisible();
  await app.getByRole('button', { name: 'Xóa những gì đã tìm' }).click();
  await expect(app.getByRole('heading', { name: 'Bạn đã tìm' })).toHaveCount(0);
});
