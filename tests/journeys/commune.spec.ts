import { expect, test } from '../support/journey.ts';

test('what was Suối Đá is asked about, not guessed; the office can be followed, and opens without its server too', async ({
  phone,
}) => {
  test.setTimeout(60_000);
  const { app } = phone;
  const { appId } = await phone.control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}/co-quan`);
  await app.getByRole('searchbox', { name: 'Tìm xã, phường mới hoặc cũ' }).fill('suoi da');
  await expect(app.getByText('Xã Suối Đá cũ nay thuộc 2 xã, phường')).toBeVisible();
  await expect(app.getByRole('link', { name: /^Xã Dương Minh Châu/ })).toBeVisible();
  await app.getByRole('link', { name: /^Phường Bình Minh/ }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Ủy ban nhân dân phường Bình Minh' })).toBeVisible();
  await expect(app.getByText('Xã Suối Đá (một phần)')).toBeVisible();

  await phone.answers('follow-oa', 'grant');
  await app.getByRole('button', { name: 'Theo dõi trên Zalo' }).click();
  await expect(app.getByText('Bạn đang theo dõi trang này.')).toBeVisible();

  // The province's server is out of reach; the app itself Zalo still has.
  await phone.page.context().route(/\/authorities\/25480$/, (route) => route.abort());
  await phone.killApp();
  await phone.openLink(`https://zalo.me/s/${appId}/co-quan/25480`);
  await expect(app.getByText(/Chưa có mạng. Đây là bản đã lưu lúc/)).toBeVisible({ timeout: 20_000 });
  await expect(app.getByText('Xã Suối Đá (một phần)')).toBeVisible();
});
