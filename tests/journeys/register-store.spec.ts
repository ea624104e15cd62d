import { readVietQr, vietQr } from '../../contract/vietqr/index.ts';
import { goOn, pickCommune } from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import type { Phone } from '../support/phone.ts';
import { committeeOf, someCommune } from '../support/province.ts';
import { raiseToContact } from '../support/raise-level.ts';

const account = { bin: '970405', accountNumber: '5710205001234' };

const title = ({ app }: Phone, name: string | RegExp) => app.getByRole('heading', { level: 1, name });

/** What the QR code on the screen says, read as a bank's app would: drawn, as a picture. */
async function readQr(phone: Phone, name: RegExp): Promise<string> {
  const picture = await phone.app.getByRole('img', { name }).screenshot();
  const { default: sharp } = await import('sharp');
  const { default: jsQR } = await import('jsqr');
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

test('a shop is registered, mended, approved, and paid by its QR code', async ({
  phone,
  anotherPhone,
  stack,
  control,
}) => {
  test.setTimeout(120_000);
  const name = `Bánh tráng Sáu Ngon ${phone.id.slice(-4)}`;
  await raiseToContact(stack, control, phone.person.id);
  await control.changePerson(phone.person.id, { followsOfficialAccount: true });
  const { appId } = await control.ready();
  await phone.openLink(`https://zalo.me/s/${appId}/cua-hang`);
  await expect(phone.app.getByText('Tiệm mẫu').first()).toBeVisible();
  await phone.app.getByRole('link', { name: 'Đăng ký tiệm của tôi' }).click();
  await phone.app.getByRole('button', { name: 'Bắt đầu đăng ký' }).click();

  await expect(title(phone, 'Chủ tiệm')).toBeVisible();
  await phone.app.getByLabel('Họ, chữ đệm, tên chủ tiệm').fill('Trần Thị Sáu');
  await goOn(phone.app);
  await expect(title(phone, 'Tiệm của bạn')).toBeVisible();
  await phone.app.getByLabel('Tên tiệm').fill(name);
  await phone.app.getByLabel('Nhóm hàng').selectOption({ label: 'Đặc sản địa phương' });
  await phone.app.getByLabel('Bán những gì').fill('Bánh tráng, muối tôm');
  await expect(phone.app.getByText(/^Đã lưu trên máy chủ lúc/)).toBeVisible();
  // Zalo, short of memory, ends the app: what was written is there again, on the same page.
  await phone.killApp();
  await phone.openLink(`https://zalo.me/s/${appId}/cua-hang/dang-ky`);
  await phone.app.getByRole('link', { name: new RegExp(name) }).click();
  await expect(phone.app.getByLabel('Tên tiệm')).toHaveValue(name);
  await goOn(phone.app);
  await expect(title(phone, 'Nơi bán')).toBeVisible();
  await pickCommune(phone.app, 'Xã, phường', someCommune);
  await phone.app.getByLabel('Ấp, khu phố, số nhà').fill('Số 8, khu phố 3');
  await goOn(phone.app);

  await expect(title(phone, 'Tài khoản nhận tiền')).toBeVisible();
  await phone.answers('scan-qr', { kind: 'grant', value: vietQr(account) });
  await phone.app.getByRole('button', { name: 'Quét mã QR ngân hàng của tiệm' }).click();
  await expect(phone.app.getByLabel('Số tài khoản')).toHaveValue(account.accountNumber);
  await phone.app.getByLabel('Tên chủ tài khoản').fill('TRAN VAN KHAC');
  await goOn(phone.app);
  await expect(title(phone, 'Xem lại và gửi')).toBeVisible();
  for (const statement of [/^Tôi là chủ tiệm/, /^Khi được duyệt/, /^Tôi đồng ý để mọi người thấy/]) {
    await phone.app.getByRole('checkbox', { name: statement }).check();
  }
  await phone.app.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(title(phone, name)).toBeVisible();
  await expect(phone.app.getByText(new RegExp(`Đã gửi tới ${committeeOf(someCommune)}`))).toBeVisible();
  const code = ((await phone.app.getByText(/^Mã đăng ký: CH-/).textContent()) ?? '').replace('Mã đăng ký: ', '');

  expect(await officer(stack, 'store', code, '--purpose', 'Xem trước khi duyệt')).toContain('5710205001234');
  await officer(stack, 'store-supplement', code, '--item', 'accountName: Tên không khớp với ngân hàng');
  await phone.tapNewestMessage('Xem cửa hàng');
  await expect(phone.app.getByText('Tên không khớp với ngân hàng')).toBeVisible();
  await phone.app.getByRole('link', { name: 'Sửa và gửi lại' }).click();
  await phone.app.getByLabel('Tên chủ tài khoản').fill('TRAN THI SAU');
  await goOn(phone.app);
  for (const statement of [/^Tôi là chủ tiệm/, /^Khi được duyệt/, /^Tôi đồng ý để mọi người thấy/]) {
    await phone.app.getByRole('checkbox', { name: statement }).check();
  }
  await phone.app.getByRole('button', { name: 'Gửi đăng ký' }).click();
  await expect(phone.app.getByText(new RegExp(`Đã gửi tới ${committeeOf(someCommune)}`))).toBeVisible();
  await officer(stack, 'store-approve', code);

  const customer = await anotherPhone();
  await customer.openLink(`https://zalo.me/s/${appId}/cua-hang`);
  await customer.app.getByLabel('Tìm tiệm').fill(name.toLowerCase().replace('á', 'a'));
  await customer.app.getByRole('link', { name: new RegExp(name) }).click();
  await expect(title(customer, name)).toBeVisible();
  await expect(customer.app.getByText('TRAN THI SAU')).toBeVisible();
  await expect(customer.app.getByText('Trần Thị Sáu')).toHaveCount(0);
  expect(readVietQr(await readQr(customer, /^Mã VietQR để chuyển tiền cho/))).toEqual(account);
});
