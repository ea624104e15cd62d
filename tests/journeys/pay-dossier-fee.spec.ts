import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { officer } from '../support/officer.ts';
import { raiseToCitizen } from '../support/raise-level.ts';
import { sentDossier } from '../support/sent-dossier.ts';

test('an office asks for a fee: the clock stands, one tap pays it, the dossier goes on and the receipt is in the wallet', async ({
  phone,
  stack,
  control,
  context,
}) => {
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const elsewhere = await context.newPage();
  const token = await raiseToCitizen(stack, control, phone.person.id, elsewhere, '072188000001');
  await elsewhere.close();
  const { id, code } = await sentDossier(stack, token);
  const { app, browser } = phone;

  await test.step('the officer asks for half the fee and says why; a message leads to it', async () => {
    await officer(stack, 'accept', code);
    await officer(stack, 'charge', code, '--amount', '4000', '--note', 'Hộ cận nghèo được giảm một nửa');
    await phone.openLink(await linkInto(phone, `/ho-so/${id}`));
    await expect(app.getByText(/Cần bạn đóng 4.000 đồng. Hộ cận nghèo được giảm một nửa/)).toBeVisible();
    await expect(app.getByText('Thời hạn đang dừng')).toBeVisible();
  });

  await test.step('the card is refused: no money was taken, and the same order is paid in another way', async () => {
    await app.getByRole('button', { name: 'Đóng 4.000 đồng' }).click();
    await expect(app.getByText(/^LP\d{6}-/)).toBeVisible();
    await app.getByRole('button', { name: 'Đóng 4.000 đồng' }).click();
    await browser.getByRole('button', { name: 'Thẻ bị từ chối' }).click();
    await expect(app.getByText(/Chưa có khoản tiền nào bị trừ/)).toBeVisible();
    await app.getByRole('button', { name: 'Đóng lại 4.000 đồng' }).click();
    await browser.getByRole('button', { name: 'Đóng bằng ứng dụng ngân hàng' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đã đóng 4.000 đồng' })).toBeVisible();
  });

  await test.step('the dossier has gone on by itself, and says by which receipt', async () => {
    await app.getByRole('link', { name: 'Về hồ sơ' }).click();
    await expect(app.getByText(/Đã nhận đủ tiền, biên lai số \d{7}/)).toBeVisible();
    await expect(app.getByText('Thời hạn đang dừng')).toHaveCount(0);
    await expect(app.getByRole('button', { name: /^Đóng/ })).toHaveCount(0);
  });

  await test.step('the receipt lies in the wallet', async () => {
    const receipt = app.getByRole('link', { name: new RegExp(`Phí hồ sơ ${code}`) });
    // Zalo's SDK swallows a link for a moment after its sheet has closed; a person taps again.
    await expect(async () => {
      await phone.openLink(await linkInto(phone, '/giay-to'));
      await expect(receipt).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await receipt.click();
    const fetched = phone.page.waitForResponse((answer) => answer.url().includes('/wallet/opened/'));
    await app.getByRole('button', { name: 'Mở', exact: true }).click();
    expect((await fetched).headers()['content-type']).toBe('application/pdf');
  });
});
