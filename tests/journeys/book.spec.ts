import { expect, test } from '../support/journey.ts';
import { needed, office } from '../support/province-samples.ts';
import { raiseToContact } from '../support/raise-level.ts';

test('a place is booked, moved, read without a network after a restart, and given back', async ({ phone, stack }) => {
  test.setTimeout(90_000);
  const { name, service, times } = needed(office, 'office that receives people by appointment');
  // Not the first ones: where few are received, somebody may stand there already.
  const [early = '', late = ''] = [times[2] ?? times[0], times[4] ?? times.at(-1)];
  const { app } = phone;
  await raiseToContact(stack, phone.control, phone.person.id);
  const { appId } = await phone.control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}/dat-lich`);
  await expect(app.getByText('Bạn chưa có lịch hẹn nào')).toBeVisible();
  await app.getByRole('link', { name: 'Đặt lịch mới' }).click();
  await app.getByRole('link', { name }).click();
  await app.getByRole('link', { name: service }).click();
  const days = app.getByRole('list', { name: 'Ngày nào?' }).getByRole('button');
  await days.nth(2).click();
  await app.getByRole('button', { name: 'Đặt lịch' }).click();
  await expect(app.getByText('Chọn giờ rồi bấm Đặt lịch.')).toBeVisible();
  await app.getByRole('radio', { name: new RegExp(`^${early}`) }).check();
  await app.getByRole('button', { name: `Đặt lịch ${early}` }).click();

  await expect(app.getByRole('heading', { level: 1, name: 'Phiếu hẹn' })).toBeVisible();
  await expect(app.getByRole('img', { name: /Mã QR của phiếu hẹn/ })).toBeVisible();
  await expect(app.getByText(new RegExp(`^${early}`))).toBeVisible();
  await app.getByRole('link', { name: 'Đổi giờ' }).click();
  await days.nth(2).click();
  await app.getByRole('radio', { name: new RegExp(`^${late}`) }).check();
  await app.getByRole('button', { name: `Đổi sang ${late}` }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Phiếu hẹn' })).toBeVisible();
  await expect(app.getByText(new RegExp(`^${late}`))).toBeVisible();

  const place = phone.place();
  await phone.killApp();
  await stack.stopServer();
  await phone.openLink(`https://zalo.me/s/${appId}${place}`);
  await expect(app.getByText(/Đây là phiếu đọc lần trước/)).toBeVisible({ timeout: 30_000 });
  await expect(app.getByText(new RegExp(`^${late}`))).toBeVisible();
  await expect(app.getByRole('button', { name: 'Bỏ lịch này' })).toHaveCount(0);

  await stack.startServer();
  await phone.killApp();
  await phone.openLink(`https://zalo.me/s/${appId}${place}`);
  await app.getByRole('button', { name: 'Bỏ lịch này' }).click();
  await app.getByRole('button', { name: 'Bỏ lịch', exact: true }).click();
  await expect(app.getByText('Đã bỏ')).toBeVisible();
  await expect(app.getByRole('link', { name: 'Đặt lịch khác' })).toBeVisible();
});
