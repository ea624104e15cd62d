import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { officer } from '../support/officer.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import { sentDossier } from '../support/sent-dossier.ts';

const CITIZEN = '072188000001';

test('a step of a dossier reaches inbox and Zalo; a tap opens it; what is switched off is not sent, and the log says why', async ({
  phone,
  stack,
  control,
  browser,
}) => {
  test.setTimeout(90_000);
  const { app } = phone;
  // Zalo tells the province of the follower by its webhook.
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const elsewhere = await browser.newContext();
  const token = await raiseToCitizen(stack, control, phone.person.id, await elsewhere.newPage(), CITIZEN);
  await elsewhere.close();
  const { id, code } = await sentDossier(stack, token);
  const newest = async () => (await phone.messages()).at(-1);
  const steps = async () => (await officer(stack, 'deliveries', code)).split('\n');

  await test.step('the office accepts: one message, and its button opens the dossier', async () => {
    await officer(stack, 'accept', code);
    await expect.poll(async () => (await newest())?.text, { timeout: 30_000 }).toContain('tiếp nhận');
    await phone.tapNewestMessage('Xem hồ sơ');
    await expect.poll(() => phone.place()).toContain(`/ho-so/${id}`);
    expect((await steps()).at(-2)).toMatch(/Zalo OA: đã gửi lúc .*, 1 lần, mã tin [\w-]{36}/);
  });

  await test.step('the inbox is the record: two unread, opened one by one', async () => {
    await phone.openLink(await linkInto(phone, '/thong-bao'));
    await expect(app.getByText('Chưa đọc')).toHaveCount(2);
    await app.getByRole('button', { name: /một cửa đã tiếp nhận/ }).click();
    await expect.poll(() => phone.place()).toContain(`/ho-so/${id}`);
    await app.getByRole('button', { name: 'Quay lại' }).click();
    await expect(app.getByText('Chưa đọc')).toHaveCount(1);
  });

  await test.step('dossiers by Zalo are switched off; the next step stays in the inbox, and the log says so', async () => {
    await app.getByRole('link', { name: 'Chọn tin nhận' }).click();
    const dossiers = app.getByRole('list', { name: 'Hồ sơ' });
    const byZalo = dossiers.getByRole('switch', { name: /^Tin từ trang Zalo/ });
    await expect(byZalo).toBeChecked();
    await byZalo.click();
    await expect(byZalo).not.toBeChecked();
    await expect(app.getByText('Đang lưu…')).toHaveCount(0);
    const before = (await phone.messages()).length;
    await officer(stack, 'process', code);
    await expect
      .poll(async () => (await steps()).at(-2), { timeout: 30_000 })
      .toMatch(/Zalo OA: bỏ qua .*công dân đã tắt/);
    expect(await phone.messages()).toHaveLength(before);
    await phone.killApp();
    await phone.openLink(await linkInto(phone, '/thong-bao'));
    await expect(app.getByText('Chưa đọc')).toHaveCount(2);
  });

  await test.step('what has a deadline goes on by phone number, and leads to what is asked for', async () => {
    await officer(stack, 'supplement', code, '--note', 'Ảnh mờ, hãy chụp lại.');
    await expect.poll(async () => (await newest())?.channel, { timeout: 30_000 }).toBe('zns');
    expect((await steps()).slice(-3, -1)).toEqual([
      expect.stringMatching(/Zalo OA: bỏ qua/),
      expect.stringMatching(/ZNS: đã gửi .*mã tin/),
    ]);
    await phone.tapNewestMessage('Xem trong ứng dụng');
    await expect.poll(() => phone.place()).toContain(`/ho-so/${id}/bo-sung`);
  });
});
