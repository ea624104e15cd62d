import { expectAccessible } from '../support/accessible.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import {
  choosePothole,
  codeShown,
  openReportForm,
  partsBeingWritten,
  reportDesk,
  takePhoto,
  writeWords,
} from '../support/report.ts';
import { someSpot } from '../support/province.ts';
import { raiseToContact } from '../support/raise-level.ts';

test('in aeroplane mode: written, kept sealed, killed, the phone off and on; sent by itself, in order, exactly once', async ({
  phone,
  stack,
  control,
}) => {
  test.setTimeout(120_000);
  await raiseToContact(stack, control, phone.person.id);
  const { app } = phone;
  const keyRead = phone.page.waitForResponse((response) => response.url().endsWith('/outbox-key'));
  await openReportForm(phone);
  await keyRead;
  await phone.setNetwork('none');
  await expect(app.getByText('Chưa có mạng, bạn cứ viết')).toBeVisible();
  for (const words of ['Ổ gà thứ nhất', 'Ổ gà thứ hai']) {
    await takePhoto(phone);
    await choosePothole(phone);
    await writeWords(phone, words);
    await app.getByRole('button', { name: 'Lưu, tự gửi khi có mạng' }).click();
    await expect(app.getByText('Đã lưu trên máy này. Tắt ứng dụng cũng không mất.')).toBeVisible();
    await expect(app.getByText('Đang chờ mạng')).toBeVisible();
    await expectAccessible(phone.page);
    await app.getByRole('button', { name: 'Gửi phản ánh khác' }).click();
  }
  await expect
    .poll(async () => Object.keys(await control.nativeStorage(phone.id)).filter((key) => /outbox\./.test(key)).length)
    .toBe(4);
  const kept = Object.entries(await control.nativeStorage(phone.id)).filter(([key]) => /outbox\./.test(key));
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`Ổ gà|${String(someSpot.lat).slice(0, 5)}|anh-1[.]jpg`));

  await phone.killApp();
  await phone.wake();
  await phone.findApp();
  await expect(phone.page.getByText('Chưa có mạng nên ứng dụng chưa mở được.')).toBeVisible();

  // The network comes back and dies again: the first reply is lost, the phone is turned off once more.
  let lost = 0;
  await phone.page.route('**/reports', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
    lost += 1;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await phone.setNetwork('4g');
  await phone.page.getByRole('button', { name: 'Thử lại' }).click();
  await expect.poll(() => lost, { timeout: 30_000 }).toBe(1);
  await phone.killApp();
  await phone.wake();
  await phone.findApp();
  // A link that comes while the app is still opening is one of those that Zalo forgets.
  await expect(app.getByRole('navigation', { name: 'Dịch vụ chính' })).toBeVisible({ timeout: 20_000 });
  await phone.openLink(await linkInto(phone, '/phan-anh/cua-toi'));
  const mine = app.getByRole('link', { name: /Ổ gà thứ/ });
  await expect(mine).toHaveCount(2, { timeout: 30_000 });
  await expect
    .poll(async () => Object.keys(await control.nativeStorage(phone.id)).filter((key) => /outbox\./.test(key)))
    .toEqual([]);
  const { items } = await reportDesk(stack).all();
  const ours = items.filter(({ words }) => words.startsWith('Ổ gà thứ'));
  expect(ours.map(({ words }) => words).sort()).toEqual(['Ổ gà thứ hai', 'Ổ gà thứ nhất']);
});

test('a phone that keeps nothing says so, home shows what waits, and one bad report does not hold back the next', async ({
  phone,
  stack,
  control,
}) => {
  await raiseToContact(stack, control, phone.person.id);
  await control.changePhone(phone.id, { storageFull: true });
  await phone.wake();
  const { app } = phone;
  const keyRead = phone.page.waitForResponse((response) => response.url().endsWith('/outbox-key'));
  const mineFetched = phone.page.waitForResponse((response) => /my-reports-screen/.test(response.url()));
  await phone.findApp();
  await app.getByRole('navigation', { name: 'Dịch vụ chính' }).getByRole('link', { name: 'Gửi phản ánh' }).click();
  await expect(app.getByRole('radio', { name: 'Đường sá' })).toBeAttached({ timeout: 20_000 });
  await keyRead;
  await mineFetched;
  await phone.setNetwork('none');
  for (const words of ['Bài hỏng', 'Bài tốt']) {
    await app.getByRole('textbox', { name: /Gần chỗ nào/ }).fill('Chợ mới');
    await choosePothole(phone);
    await writeWords(phone, words);
    await app.getByRole('button', { name: 'Lưu, tự gửi khi có mạng' }).click();
    await expect(app.getByText(/Máy này hết chỗ lưu cho ứng dụng/)).toBeVisible();
    await app.getByRole('button', { name: 'Gửi phản ánh khác' }).click();
  }
  await phone.page.route('**/reports', (route) =>
    route.request().postData()?.includes('Bài hỏng') === true
      ? route.fulfill({
          ...{ status: 422, headers: { 'access-control-allow-origin': '*' } },
          ...{ contentType: 'application/problem+json' },
          body: JSON.stringify({
            ...{ type: 'urn:problem:invalid', title: 'invalid', status: 422, code: 'invalid', requestId: 'r-1' },
            errors: [{ path: 'words', code: 'malformed', message: 'Câu này chưa gửi được.' }],
          }),
        })
      : route.fallback(),
  );
  await app.getByRole('button', { name: 'Quay lại' }).click();
  const waiting = app.getByRole('main').getByRole('link', { name: /2 phản ánh chờ gửi/ });
  await expect(waiting).toBeVisible();
  await waiting.click();
  await phone.setNetwork('4g');
  await expect(app.getByText('Câu này chưa gửi được.')).toBeVisible({ timeout: 20_000 });
  await expect(app.getByText(/^Đã nhận lúc/)).toBeVisible({ timeout: 20_000 });
});

test('the camera makes the phone end the app: what was being written is there again, photo and all, and is sent once', async ({
  phone,
  stack,
  control,
}) => {
  await raiseToContact(stack, control, phone.person.id);
  const { app } = phone;
  const parts = () => partsBeingWritten(phone, 'report');
  await openReportForm(phone);
  await choosePothole(phone);
  await writeWords(phone, 'Viết dở rồi tắt máy');
  await takePhoto(phone);
  await expect.poll(parts).toBe(2);
  await phone.killApp();
  await phone.wake();
  await openReportForm(phone);
  await expect(app.getByText('Phần bạn viết dở vẫn còn đây')).toBeVisible({ timeout: 20_000 });
  await expect(app.getByRole('textbox', { name: /Nói thêm/ })).toHaveValue('Viết dở rồi tắt máy');
  await expect(app.getByRole('img', { name: 'Ảnh 1' })).toBeVisible();
  await expectAccessible(phone.page);
  await app.getByRole('button', { name: 'Gửi phản ánh' }).click();
  await codeShown(phone);
  await expect.poll(parts).toBe(0);
  await app.getByRole('button', { name: 'Phản ánh của tôi' }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Phản ánh của tôi' })).toBeVisible();
  await app.getByRole('button', { name: 'Quay lại' }).click();
  await expect(app.getByRole('heading', { level: 1, name: 'Gửi phản ánh' })).toHaveCount(0);
  const { items } = await reportDesk(stack).all();
  expect(items.filter(({ words }) => words === 'Viết dở rồi tắt máy')).toHaveLength(1);
});
