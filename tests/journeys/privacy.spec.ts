import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { officer } from '../support/officer.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import { sentDossier } from '../support/sent-dossier.ts';

const CITIZEN = '072188000001';

test('what I agreed to, who looked, a copy to take along; then everything goes but what the law keeps', async ({
  phone,
  stack,
  control,
  browser,
}) => {
  test.setTimeout(90_000);
  const { app } = phone;
  const elsewhere = await browser.newContext();
  const token = await raiseToCitizen(stack, control, phone.person.id, await elsewhere.newPage(), CITIZEN);
  await elsewhere.close();
  const { code } = await sentDossier(stack, token);
  await officer(stack, 'show', code, '--purpose', 'Thẩm định hồ sơ');

  await test.step('consents with the words agreed to; the officer’s look with its purpose', async () => {
    await phone.openLink(await linkInto(phone, '/quyen-rieng-tu'));
    await expect(app.getByRole('heading', { level: 1, name: 'Quyền riêng tư' })).toBeVisible();
    const consents = app.getByRole('list', { name: 'Bạn đã đồng ý' }).getByRole('listitem');
    await expect(consents).toHaveCount(2);
    const byPhone = consents.filter({ hasText: 'số điện thoại' }).first();
    await byPhone.getByText('Xem lời đã đồng ý').click();
    await expect(byPhone.getByText(/Chúng tôi không: Gửi quảng cáo/)).toBeVisible();
    const readers = app.getByRole('list', { name: 'Ai đã xem dữ liệu của bạn' });
    await expect(readers.getByText(/xem để: Thẩm định hồ sơ/)).toBeVisible();
    await expect(readers.getByText(new RegExp(code.replaceAll('.', '[.]')))).toBeVisible();
  });

  let address = '';
  await test.step('a copy is made and saved by an address that works once', async () => {
    await app.getByRole('button', { name: 'Chuẩn bị bản tải về' }).click();
    const opened = phone.page.waitForResponse(
      (answer) => answer.url().endsWith('/openings') && answer.status() === 201,
    );
    const fetched = phone.page.waitForResponse((answer) => answer.url().includes('/privacy/exports/opened/'));
    await app.getByRole('button', { name: 'Tải về máy' }).click({ timeout: 20_000 });
    address = ((await (await opened).json()) as { url: string }).url;
    expect((await fetched).status()).toBe(200);
    await expect(app.getByText(/^Đã tải về máy/)).toBeVisible();
    expect((await fetch(new URL(new URL(address).pathname, stack.serverUrl))).status).toBe(410);
  });

  await test.step('both lists stand there before anything goes; keeping is one tap', async () => {
    await app.getByRole('button', { name: 'Xem trước khi xóa' }).click();
    await expect(app.getByRole('list', { name: 'Luật buộc giữ lại' }).getByText(/^\d+ hồ sơ đã gửi/)).toBeVisible();
    await expect(
      app.getByRole('list', { name: /^Sẽ xóa ngay/ }).getByText('1 tên và số điện thoại Zalo'),
    ).toBeVisible();
    await app.getByRole('button', { name: 'Giữ lại' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Quyền riêng tư' })).toBeVisible();
  });

  await test.step('deleted: the session is over, the phone keeps nothing, the dossier is still at the office', async () => {
    await app.getByRole('button', { name: 'Xem trước khi xóa' }).click();
    await app.getByRole('button', { name: 'Xóa mọi dữ liệu' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đã xóa dữ liệu của bạn' })).toBeVisible();
    expect(await control.nativeStorage(phone.id)).toEqual({});
    const answer = await fetch(`${stack.serverUrl}/session`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.status).toBe(401);
    await phone.openLink(await linkInto(phone, '/cong-dan-so'));
    await expect(app.getByText('Bạn chưa cho biết bạn là ai')).toBeVisible();
    expect(await officer(stack, 'dossiers')).toContain(code);
  });
});
