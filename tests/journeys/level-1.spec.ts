import { expectAccessible } from '../support/accessible.ts';
import { expectUsefulHome } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import type { Phone } from '../support/phone.ts';
import { province } from '../support/province.ts';

const asked = ({ app }: Phone) => app.getByRole('heading', { level: 1, name: 'Cho chúng tôi biết số điện thoại' });
const give = ({ app }: Phone) => app.getByRole('button', { name: 'Cho số điện thoại' });
const emptyInbox = ({ app }: Phone) => app.getByText('Bạn chưa có thông báo nào');
const sheet = ({ page }: Phone) => page.getByRole('dialog', { name: `${province.appName} xin được biết` });

/** From Zalo's home to the inbox's door. */
async function goToInbox(phone: Phone): Promise<void> {
  await phone.findApp();
  const services = phone.app.getByRole('navigation', { name: 'Dịch vụ chính' });
  await services.getByRole('link', { name: 'Thông báo' }).click();
}

async function allow(phone: Phone): Promise<void> {
  await sheet(phone).getByRole('button', { name: 'Cho phép' }).click();
}

/** Not given, and nothing lost by it: words, the same question again, and everything else. */
async function expectAnotherWay(phone: Phone, words: string): Promise<void> {
  await expect(phone.app.getByText(words)).toBeVisible();
  await expect(asked(phone)).toBeVisible();
  await expect(give(phone)).toBeVisible();
  await expect(give(phone)).not.toHaveAttribute('aria-disabled');
  await phone.app.getByRole('button', { name: 'Để sau' }).click();
  await expectUsefulHome(phone);
  await phone.app.getByRole('navigation', { name: 'Dịch vụ chính' }).getByRole('link', { name: 'Thông báo' }).click();
  await expect(asked(phone)).toBeVisible();
}

test('the inbox explains, asks after a tap, and opens', async ({ phone, control }) => {
  await goToInbox(phone);
  await expect(asked(phone)).toBeVisible();
  await expect(phone.app.getByText('Để giữ thông báo của riêng bạn')).toBeVisible();
  await expect(phone.app.getByText('Gửi quảng cáo')).toBeVisible();
  await expectAccessible(phone.page);
  // Explained is not asked: no sheet, and nothing was wanted of Zalo, before the tap.
  await expect(sheet(phone)).toHaveCount(0);
  await expect.poll(() => phone.actions()).toContain('action.jump.login');
  expect(await phone.actions()).not.toContain('action.mp.user.authorize');

  await give(phone).click();
  await expect(sheet(phone)).toContainText('số điện thoại');
  await allow(phone);
  await expect(emptyInbox(phone)).toBeVisible();
  await phone.isAt('/thong-bao');
  await expectAccessible(phone.page);
  expect((await control.person(phone.person.id)).consents).toMatchObject({ 'scope.userPhonenumber': true });
});

test('coming back later, after the app was killed and the phone was off, does not ask again', async ({ phone }) => {
  await goToInbox(phone);
  await give(phone).click();
  await allow(phone);
  await expect(emptyInbox(phone)).toBeVisible();
  await expect.poll(() => phone.actions()).toContain('action.mp.get.number');
  await phone.killApp();
  await goToInbox(phone);
  await expect(emptyInbox(phone)).toBeVisible();
  await phone.wake();
  await goToInbox(phone);
  await expect(emptyInbox(phone)).toBeVisible();
  await expect(sheet(phone)).toHaveCount(0);
  const numbers = (await phone.actions()).filter((action) => action === 'action.mp.get.number');
  expect(numbers).toHaveLength(1);
});

test('the name may be kept back: the number is what is needed', async ({ phone }) => {
  await phone.answers('authorize', { kind: 'grant', value: ['scope.userPhonenumber'] }, 1);
  await goToInbox(phone);
  await give(phone).click();
  await expect(emptyInbox(phone)).toBeVisible();
  await phone.app.getByRole('button', { name: 'Quay lại' }).click();
  await phone.app.getByRole('link', { name: 'Cá nhân' }).click();
  await expect(phone.app.getByText('Đã có số điện thoại')).toBeVisible();
});

test.describe('no, and not yet', () => {
  for (const [what, button] of [
    ['refused', 'Từ chối'],
    ['closed', 'Đóng'],
  ] as const) {
    test(`the sheet is ${what}: everything else works, and another tap asks again`, async ({ phone }) => {
      await goToInbox(phone);
      await give(phone).click();
      await sheet(phone).getByRole('button', { name: button }).click();
      await expectAnotherWay(phone, 'Bạn chưa cho số điện thoại');
      await give(phone).click();
      await allow(phone);
      await expect(emptyInbox(phone)).toBeVisible();
    });
  }

  test('the number itself is refused on Zalo’s second sheet', async ({ phone }) => {
    await phone.answers('phone-number', 'deny', 1);
    await goToInbox(phone);
    await give(phone).click();
    await allow(phone);
    await expectAnotherWay(phone, 'Bạn chưa cho số điện thoại');
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('Zalo has not approved the app for phone numbers', async ({ anotherPhone, control }) => {
    const phone = await anotherPhone({ phone: { missingPermissions: ['action.mp.get.number'] } });
    await goToInbox(phone);
    await give(phone).click();
    await allow(phone);
    await expectAnotherWay(phone, 'Zalo chưa cho ứng dụng làm việc này');
    await control.changePhone(phone.id, { missingPermissions: [] });
    await expect.poll(() => phone.place()).toBe('');
    await goToInbox(phone);
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('Zalo says that it is asked too often', async ({ phone }) => {
    await phone.answers('phone-number', { kind: 'error', code: -1409 }, 1);
    await goToInbox(phone);
    await give(phone).click();
    await allow(phone);
    await expectAnotherWay(phone, 'Zalo đang bận');
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('Zalo’s sheet never answers: after a while it can be asked again, at last it is said', async ({ phone }) => {
    await phone.page.clock.install();
    await phone.answers('authorize', 'never', 2);
    await phone.wake();
    await goToInbox(phone);
    await give(phone).click();
    await expect(phone.app.getByRole('button', { name: 'Đang chờ Zalo…' })).toBeVisible();
    await phone.page.clock.fastForward(11_000);
    await expectAnotherWay(phone, 'Zalo trả lời lâu hơn thường lệ');
    await give(phone).click();
    await expect(phone.app.getByRole('button', { name: 'Đang chờ Zalo…' })).toBeVisible();
    // Its minute begins when Zalo is really asked, which may be a moment after the button has said so.
    await expect(async () => {
      await phone.page.clock.fastForward(61_000);
      await expect(phone.app.getByText('Zalo chưa trả lời')).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 10_000 });
    await expectAnotherWay(phone, 'Zalo chưa trả lời');
    await give(phone).click();
    await allow(phone);
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('the phone’s network goes between the tap and the answer', async ({ phone }) => {
    await goToInbox(phone);
    await give(phone).click();
    await expect(sheet(phone)).toBeVisible();
    await phone.setNetwork('none');
    await allow(phone);
    await expect(phone.app.getByText('Chưa có mạng')).toBeVisible();
    await phone.setNetwork('4g');
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('Zalo’s cloud does not tell our server the number', async ({ phone, control }) => {
    await goToInbox(phone);
    await expect(asked(phone)).toBeVisible();
    await control.addFault({ endpoint: 'graph.zalo.me/v2.0/me/info', kind: 'down' });
    await give(phone).click();
    await allow(phone);
    await expectAnotherWay(phone, 'Zalo đang bận nên chưa nhận ra bạn');
    await control.clearFaults();
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('Zalo says that the token was used before', async ({ phone, control }) => {
    await goToInbox(phone);
    await expect(asked(phone)).toBeVisible();
    await control.addFault({ endpoint: 'graph.zalo.me/v2.0/me/info', kind: 'error', code: 2017 });
    await give(phone).click();
    await allow(phone);
    await expectAnotherWay(phone, 'Zalo chưa xác nhận được bạn');
    await control.clearFaults();
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('our server is down, and comes back', async ({ phone, stack }) => {
    await goToInbox(phone);
    await expect(asked(phone)).toBeVisible();
    await stack.stopServer();
    await give(phone).click();
    await allow(phone);
    await expectAnotherWay(phone, 'Hệ thống của tỉnh đang bận');
    await stack.startServer();
    await give(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });
});
