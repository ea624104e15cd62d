import type { Route } from '@playwright/test';
import { bringPupil } from '../support/cashier.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import type { Phone } from '../support/phone.ts';
import { raiseToContact } from '../support/raise-level.ts';
import { findChild } from '../support/tuition.ts';

/** This person's orders at Zalo, oldest first. */
const atZalo = async ({ control, person }: Phone) =>
  (await control.orders()).filter(({ personId }) => personId === person.id);

/** The server does it, and its answer is lost on the way. */
async function loseAnswer(route: Route): Promise<void> {
  await route.fetch();
  await route.abort('connectionreset');
}

test('the sheet closed, the answer lost, the bank slow, the app killed: asked for once, paid once', async ({
  phone,
  stack,
  control,
}) => {
  await raiseToContact(stack, control, phone.person.id);
  const child = await bringPupil(stack);
  const { app, browser } = phone;
  const pay = app.getByRole('button', { name: 'Đóng 805.000 đồng' });
  await phone.openLink(await linkInto(phone, '/hoc-phi'));
  await findChild(app, child);
  await app.getByRole('link', { name: /tháng 11\/2026/ }).click();
  await pay.click();
  await expect(app.getByText(/^HP\d{6}-/)).toBeVisible();
  const order = phone.place();

  await test.step('the sheet is closed: not paid, said as what is known, and it may be paid at once', async () => {
    await pay.click();
    await expect(browser.getByRole('button', { name: 'Đóng 805.000 đồng' })).toBeVisible();
    await phone.page.getByRole('button', { name: 'Đóng trình duyệt' }).click();
    await expect(app.getByText('Bạn chưa đóng. Chưa có khoản tiền nào bị trừ.')).toBeVisible();
  });

  await test.step('the server’s answer is lost twice: the very same tap asks again, and opens one sheet', async () => {
    await phone.page.route('**/payments/*/checkout', loseAnswer, { times: 2 });
    await pay.click();
    await expect(browser.getByRole('button', { name: 'Ngân hàng đang xử lý' })).toBeVisible();
    expect(await atZalo(phone)).toHaveLength(2);
  });

  await test.step('PaymentDone is no payment: the bank is at it, and nothing can be paid again', async () => {
    await control.setPaymentCallback(null);
    await browser.getByRole('button', { name: 'Ngân hàng đang xử lý' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đang kiểm tra' })).toBeVisible();
    await expect(app.getByText('Đừng đóng lần nữa.')).toBeVisible();
    await expect(app.getByText(/^Đã hỏi [2-9] lần/)).toBeVisible();
    await phone.openLink(await linkInto(phone, '/hoc-phi'));
    await app.getByRole('link', { name: /tháng 11\/2026.*Đang kiểm tra/ }).click();
    await expect(app.getByText('Khoản này đang được đóng')).toBeVisible();
    await expect(pay).toHaveCount(0);
    await app.getByRole('link', { name: 'Xem kết quả' }).click();
    await phone.isAt(order);
  });

  await test.step('killed; the bank says yes and tells nobody: the app opens there again and finds it out', async () => {
    await phone.killApp();
    await control.settleOrder((await atZalo(phone)).at(-1)?.id ?? '', 1);
    await phone.wake();
    await phone.findApp();
    await phone.isAt(order);
    await expect(app.getByRole('heading', { level: 1, name: 'Đã đóng 805.000 đồng' })).toBeVisible({ timeout: 20_000 });
    expect((await atZalo(phone)).map(({ result }) => result)).toEqual([-2, 1]);
  });
  await control.setPaymentCallback(`${stack.serverUrl}/payment-notices/checkout`);
});

test('killed with the sheet open, and nobody pays: only when it is certain the order says that nothing was taken', async ({
  phone,
  stack,
  control,
}) => {
  await raiseToContact(stack, control, phone.person.id);
  const child = await bringPupil(stack);
  const { app, browser } = phone;
  const pay = app.getByRole('button', { name: 'Đóng 704.000 đồng' });
  await phone.openLink(await linkInto(phone, '/hoc-phi'));
  await findChild(app, child);
  await app.getByRole('link', { name: /tháng 12\/2026/ }).click();
  await pay.click();
  await expect(app.getByText(/^HP\d{6}-/)).toBeVisible();
  const order = phone.place();
  await pay.click();
  await expect(browser.getByRole('button', { name: 'Đóng 704.000 đồng' })).toBeVisible();
  await phone.killApp();

  await test.step('twenty minutes later Zalo does not answer: not known, so not said', async () => {
    await control.addFault({ endpoint: 'payment-mini.zalo.me/api/transaction/get-status', kind: 'down' });
    await stack.restartServer({ aheadMs: 21 * 60_000 });
    await phone.openLink(await linkInto(phone, order));
    await expect(app.getByRole('heading', { level: 1, name: 'Chưa biết đã trừ tiền chưa' })).toBeVisible({
      timeout: 30_000,
    });
    await expect(app.getByText('Đừng đóng lần nữa.')).toBeVisible();
    await expect(app.getByText(/Chưa có khoản tiền nào bị trừ/)).toHaveCount(0);
  });

  await test.step('Zalo answers: now it is certain; a new order pays, and the way back from the bank is swallowed', async () => {
    await control.clearFaults();
    const again = app.getByRole('button', { name: 'Hỏi lại' });
    // The server asks by itself, too, and may be faster than a finger.
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(app.getByText(/Chưa có khoản tiền nào bị trừ/)).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 20_000 });
    await app.getByRole('link', { name: 'Mở lại khoản phải đóng' }).click();
    await pay.click();
    await expect.poll(() => phone.place()).not.toBe(order);
    await expect(app.getByText(/^HP\d{6}-/)).toBeVisible();
    await pay.click();
    await browser.getByRole('button', { name: 'Đóng bằng ứng dụng ngân hàng' }).click();
    await expect(app.getByRole('heading', { level: 1, name: 'Đã đóng 704.000 đồng' })).toBeVisible();
    expect((await atZalo(phone)).map(({ result }) => result)).toEqual([-2, 1]);
  });
});
