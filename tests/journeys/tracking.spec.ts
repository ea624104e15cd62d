import {
  beginBirthDossier,
  BIRTH_PROCEDURE,
  addBirthNotice,
  fillBirthPages,
  reviewAndDeclare,
  send,
} from '../support/birth-dossier.ts';
import { expect, test } from '../support/journey.ts';
import { officer } from '../support/officer.ts';
import type { Phone } from '../support/phone.ts';
import { province } from '../support/province.ts';
import { raiseToCitizen } from '../support/raise-level.ts';

const linkTo = async ({ control }: Phone, path: string): Promise<string> =>
  `https://zalo.me/s/${(await control.ready()).appId}${path}`;

/** What the QR code on the screen says, read as a camera would: drawn large, as a picture. */
async function readQr(phone: Phone): Promise<string> {
  const picture = await phone.app.getByRole('img', { name: /^Mã QR để tra cứu hồ sơ/ }).screenshot();
  const { default: sharp } = await import('sharp');
  const { default: jsQR } = await import('jsqr');
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data ?? '';
}

test('a relative follows a dossier by the QR code on the receipt, or by code and four digits', async ({
  phone,
  anotherPhone,
  stack,
  browser,
}) => {
  test.setTimeout(150_000);
  const context = await browser.newContext();
  await raiseToCitizen(stack, phone.control, phone.person.id, await context.newPage(), '072188000001');
  await context.close();
  await phone.openLink(await linkTo(phone, `/ho-so/nop/${BIRTH_PROCEDURE}`));
  await beginBirthDossier(phone);
  await fillBirthPages(phone);
  await addBirthNotice(phone);
  await reviewAndDeclare(phone);
  await send(phone);
  await expect(phone.app.getByRole('heading', { level: 1, name: 'Đã nhận hồ sơ' })).toBeVisible({ timeout: 20_000 });
  const link = await readQr(phone);
  const code = new URL(link).searchParams.get('ma') ?? '';
  await officer(stack, 'accept', code);

  const relative = await anotherPhone();
  const urls: string[] = [];
  relative.page.on('request', (request) => urls.push(request.url()));
  await relative.openLink(await linkTo(relative, '/tra-cuu'));
  await relative.answers('scan-qr', { kind: 'grant', value: link });
  await relative.app.getByRole('button', { name: 'Quét mã trên biên nhận' }).click();
  await expect(relative.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();
  await expect(relative.app.getByText('Một cửa đã tiếp nhận')).toBeVisible();
  await expect(relative.app.getByText('N••• T••• Ánh')).toBeVisible();
  await expect(relative.app.getByText('Bảo An')).toHaveCount(0);

  await relative.app.getByRole('button', { name: 'Tra cứu hồ sơ khác' }).click();
  await relative.app.getByLabel('Mã hồ sơ').fill(code.replaceAll('.', '').toLowerCase());
  await relative.app.getByLabel('4 số cuối').fill('9999');
  await relative.app.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await expect(relative.app.getByRole('alert')).toContainText('Không tìm thấy hồ sơ với mã và 4 số cuối này');
  await relative.app.getByLabel('4 số cuối').fill('0001');
  await relative.app.getByRole('button', { name: 'Tra cứu', exact: true }).click();
  await expect(relative.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();
  expect(urls.filter((url) => url.includes(`${province.agencyCode}-`) || url.includes('0001'))).toEqual([]);
});
