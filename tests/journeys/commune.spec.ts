import { expect, test } from '../support/journey.ts';
import { committeeOf, dividedUnit } from '../support/province.ts';

test('a commune of before that was divided is asked about, not guessed; the office can be followed, and opens without its server too', async ({
  phone,
}) => {
  test.setTimeout(60_000);
  const { app } = phone;
  const { name, typed, into } = dividedUnit;
  const [other, chosen] = into;
  const { appId } = await phone.control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}/co-quan`);
  await app.getByRole('searchbox', { name: 'Tìm xã, phường mới hoặc cũ' }).fill(typed);
  await expect(app.getByText(`${name} cũ nay thuộc 2 xã, phường`)).toBeVisible();
  await expect(app.getByRole('link', { name: new RegExp(`^${other.name}`) })).toBeVisible();
  await app.getByRole('link', { name: new RegExp(`^${chosen.name}`) }).click();
  await expect(app.getByRole('heading', { level: 1, name: committeeOf(chosen) })).toBeVisible();
  await expect(app.getByText(`${name} (một phần)`)).toBeVisible();

  await phone.answers('follow-oa', 'grant');
  await app.getByRole('button', { name: 'Theo dõi trên Zalo' }).click();
  await expect(app.getByText('Bạn đang theo dõi trang này.')).toBeVisible();

  // The province's server is out of reach; the app itself Zalo still has.
  await phone.page.context().route(new RegExp(`/authorities/${chosen.code}$`), (route) => route.abort());
  await phone.killApp();
  await phone.openLink(`https://zalo.me/s/${appId}/co-quan/${chosen.code}`);
  await expect(app.getByText(/Chưa có mạng. Đây là bản đã lưu lúc/)).toBeVisible({ timeout: 20_000 });
  await expect(app.getByText(`${name} (một phần)`)).toBeVisible();
});
