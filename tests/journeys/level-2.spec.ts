import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { expectSameDocument, markDocument } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import { goToProvincialId, linkButton, linkingAsked, linkInto, myDossiers, wayBack } from '../support/linking.ts';
import type { Phone } from '../support/phone.ts';
import { logInInBrowser, raiseToContact } from '../support/raise-level.ts';
import { province } from '../support/province.ts';

const ANH = '072188000001';
const notLinked = ({ app }: Phone) => app.getByRole('heading', { level: 1, name: 'Bạn chưa liên kết tài khoản' });
const resume = ({ app }: Phone) => app.getByRole('link', { name: 'Quay lại chỗ đang làm' });

/** Logs in, goes back into Zalo, and is at the screen that wanted it. */
async function finish(phone: Phone): Promise<void> {
  await phone.logInAtProvincialId(ANH);
  await wayBack(phone).click();
  await expect(myDossiers(phone)).toBeVisible();
}

async function addressOfWayBack(phone: Phone): Promise<string> {
  return (await wayBack(phone).getAttribute('href')) ?? '';
}

test('from nobody to citizen: number, provincial ID, and back at the same address', async ({ phone }) => {
  const addresses: string[] = [];
  phone.page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await phone.openLink(await linkInto(phone, '/ho-so/nop/1.001193'));
  await expect(phone.app.getByText('Việc 1 trong 2')).toBeVisible();
  await markDocument(phone);
  await phone.app.getByRole('button', { name: 'Cho số điện thoại' }).click();
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Cho phép' }).click();
  await expect(linkingAsked(phone)).toBeVisible();
  await expect(phone.app.getByText('Cán bộ không bao giờ gửi đường dẫn đăng nhập')).toBeVisible();
  await expectAccessible(phone.page);
  await linkButton(phone).click();
  await phone.logInAtProvincialId(ANH);
  await expect(phone.browser.getByText('Không phải bạn? Đóng trang này.')).toBeVisible();
  await wayBack(phone).click();
  await expect(linkingAsked(phone)).toBeHidden();
  await expect.poll(() => phone.place().split('?')[0]).toBe('/ho-so/nop/1.001193');
  await expectSameDocument(phone);
  // Nothing about the person may stand in an address: addresses are logged by everything between here and there.
  const { name, phoneNumber } = phone.person;
  const personal = [name, phoneNumber, `0${phoneNumber.slice(2)}`, ANH, 'Nguyễn', 'Ánh', '1988', 'Cách Mạng'];
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter((address) => personal.some((secret) => address.includes(secret)))).toEqual([]);
});

test.describe('not linked this time', () => {
  test.beforeEach(async ({ phone, stack, control }) => {
    await raiseToContact(stack, control, phone.person.id);
  });

  test('"Thôi" at the provincial ID: told, brought back, and the second try succeeds', async ({ phone }) => {
    await goToProvincialId(phone);
    await phone.browser.getByRole('button', { name: 'Thôi' }).click();
    await expect(phone.browser.getByText('Chưa có gì được chia sẻ')).toBeVisible();
    await wayBack(phone).click();
    await expect(notLinked(phone)).toBeVisible();
    await resume(phone).click();
    await phone.isAt('/ho-so');
    await linkButton(phone).click();
    await finish(phone);
    await phone.isAt('/ho-so');
  });

  test('the browser is closed: told on the spot, and the second try succeeds', async ({ phone }) => {
    await goToProvincialId(phone);
    await phone.page.getByRole('button', { name: 'Đóng trình duyệt' }).click();
    await expect(phone.app.getByText('Bạn chưa liên kết tài khoản')).toBeVisible();
    await expect(linkingAsked(phone)).toBeVisible();
    await linkButton(phone).click();
    await finish(phone);
  });

  test('a wrong password, then giving up', async ({ phone }) => {
    await goToProvincialId(phone);
    await phone.browser.getByLabel('Số căn cước').fill(ANH);
    await phone.browser.getByLabel('Mật khẩu').fill('sai');
    await phone.browser.getByRole('button', { name: 'Đăng nhập' }).click();
    await expect(phone.browser.getByRole('alert')).toContainText('chưa khớp');
    await phone.browser.getByRole('button', { name: 'Thôi' }).click();
    await wayBack(phone).click();
    await expect(notLinked(phone)).toBeVisible();
    await resume(phone).click();
    await expect(linkingAsked(phone)).toBeVisible();
  });

  test('the provincial ID fails at the last moment, then works', async ({ phone, control }) => {
    await goToProvincialId(phone);
    await control.addFault({ endpoint: 'identity-provider/token', kind: 'html-502' });
    await phone.logInAtProvincialId(ANH);
    await expect(phone.browser.getByRole('heading', { name: `${province.identity.name} đang bận` })).toBeVisible();
    await wayBack(phone).click();
    await expect(notLinked(phone)).toBeVisible();
    await control.clearFaults();
    await resume(phone).click();
    await linkButton(phone).click();
    await finish(phone);
  });

  test('the provincial ID is down from the start: said, the work kept, a way out, and later it goes on', async ({
    phone,
    stack,
    control,
  }) => {
    const place = '/ho-so/nop/1.001193';
    // A fresh server has not yet read what the provider says about itself.
    await control.addFault({ endpoint: 'identity-provider', kind: 'down' });
    await stack.restartServer();
    await phone.openLink(await linkInto(phone, place));
    await linkButton(phone).click();
    const busy = phone.browser.getByRole('heading', { name: `${province.identity.name} đang bận` });
    await expect(busy).toBeVisible();
    await expect(phone.browser.getByText('Phần bạn đang làm vẫn còn')).toBeVisible();
    await wayBack(phone).click();
    await expect(notLinked(phone)).toBeVisible();
    await resume(phone).click();
    await phone.isAt(place);
    await linkButton(phone).click();
    await expect(busy).toBeVisible();
    await control.clearFaults();
    // The server spares a provider in trouble for two seconds; a tap before that is told the same once more.
    await expect
      .poll(async () => {
        const answered = phone.page.waitForResponse((one) => new URL(one.url()).pathname === '/identity/start');
        await phone.browser.getByRole('link', { name: 'Thử lại' }).click();
        return (await answered).status();
      })
      .toBe(302);
    await phone.logInAtProvincialId(ANH);
    await wayBack(phone).click();
    await expect(linkingAsked(phone)).toBeHidden();
    await expect.poll(() => phone.place().split('?')[0]).toBe(place);
  });

  test('the provincial ID is too slow: said within a quarter of a minute', async ({ phone, control }) => {
    await goToProvincialId(phone);
    await control.addFault({ endpoint: 'identity-provider/token', kind: 'slow', ms: 30_000 });
    await phone.logInAtProvincialId(ANH);
    const busy = phone.browser.getByRole('heading', { name: `${province.identity.name} đang bận` });
    await expect(busy).toBeVisible({ timeout: 15_000 });
    await wayBack(phone).click();
    await expect(notLinked(phone)).toBeVisible();
  });

  test('the way back is taken more than five minutes later', async ({ phone, stack }) => {
    await goToProvincialId(phone);
    await phone.logInAtProvincialId(ANH);
    await expect(wayBack(phone)).toBeVisible();
    await stack.restartServer({ aheadMs: 5 * 60_000 + 1_000 });
    try {
      await wayBack(phone).click();
      await expect(phone.app.getByRole('heading', { name: 'Lần liên kết này đã hết hạn' })).toBeVisible();
      await expect(phone.app.getByText('Phần đang làm vẫn còn')).toBeVisible();
    } finally {
      await stack.restartServer();
    }
    await resume(phone).click();
    await linkButton(phone).click();
    await finish(phone);
  });

  test('Zalo kills the app meanwhile: the link back starts it and ends at the same place', async ({ phone }) => {
    await goToProvincialId(phone);
    await phone.logInAtProvincialId(ANH);
    const link = await addressOfWayBack(phone);
    await phone.killApp();
    await expect.poll(() => phone.place()).toBe('');
    await phone.openLink(link);
    await expect(myDossiers(phone)).toBeVisible();
    await phone.isAt('/ho-so');
  });

  test('the same way back a second time: still linked, nobody frightened; worth nothing elsewhere', async ({
    phone,
    anotherPhone,
    stack,
    control,
  }) => {
    await goToProvincialId(phone);
    await phone.logInAtProvincialId(ANH);
    const link = await addressOfWayBack(phone);
    await wayBack(phone).click();
    await expect(myDossiers(phone)).toBeVisible();
    for (const prepare of [() => Promise.resolve(), () => phone.killApp()]) {
      await prepare();
      await phone.openLink(link);
      await expect(myDossiers(phone).or(phone.app.getByRole('link', { name: 'Bạn cần làm gì?' }))).toBeVisible();
      await expect(phone.app.getByText('hết hạn')).toBeHidden();
    }
    const finder = await anotherPhone();
    await raiseToContact(stack, control, finder.person.id);
    await finder.openLink(link);
    await expect(finder.app.getByRole('heading', { name: 'Lần liên kết này đã hết hạn' })).toBeVisible();
    await finder.openLink(await linkInto(finder, '/ho-so'));
    await expect(linkingAsked(finder)).toBeVisible();
  });
});

test('an old Zalo forgets what the phone must remember: told to start again, and that works', async ({
  anotherPhone,
  stack,
  control,
}) => {
  const phone = await anotherPhone({ phone: { zalo: 'old' } });
  await raiseToContact(stack, control, phone.person.id);
  await goToProvincialId(phone);
  await phone.logInAtProvincialId(ANH);
  const link = await addressOfWayBack(phone);
  await phone.killApp();
  await expect.poll(() => phone.place()).toBe('');
  await phone.openLink(link);
  await expect(phone.app.getByText('hãy làm lại trên máy này')).toBeVisible();
  await goToProvincialId(phone);
  await finish(phone);
});

test.describe('somebody else’s linking', () => {
  /** The attacker taps "Liên kết" and keeps the address instead of opening it. */
  async function startAttack(attacker: Phone): Promise<string> {
    const start = '**/identity/start?*';
    let address = '';
    await attacker.page.route(start, (route) => {
      address = route.request().url();
      return route.abort();
    });
    await attacker.openLink(await linkInto(attacker, '/ho-so'));
    await linkButton(attacker).click();
    await expect.poll(() => address).not.toBe('');
    await attacker.page.unroute(start);
    return address;
  }

  /** Closed and looked at anew, the attacker's app is still asked to link. */
  async function expectNotRaised(phone: Phone): Promise<void> {
    await phone.killApp();
    await expect.poll(() => phone.place()).toBe('');
    await phone.openLink(await linkInto(phone, '/ho-so'));
    await expect(linkingAsked(phone)).toBeVisible();
    await expect(myDossiers(phone)).toBeHidden();
  }

  let victimsPage: Page;
  test.beforeEach(async ({ browser }) => {
    victimsPage = await (await browser.newContext()).newPage();
  });
  test.afterEach(() => victimsPage.context().close());

  test('the victim logs in and goes on to their own Zalo: warned; the attacker gains nothing', async ({
    phone: attacker,
    anotherPhone,
    stack,
    control,
  }) => {
    const victim = await anotherPhone();
    await raiseToContact(stack, control, attacker.person.id);
    const link = await logInInBrowser(victimsPage, await startAttack(attacker), ANH);
    // The victim has never given us anything: warned all the same, before any question.
    await victim.openLink(link.href);
    await expect(victim.app.getByRole('heading', { name: 'Cẩn thận: có thể bạn đang bị lừa' })).toBeVisible();
    await expect(victim.app.getByText('không ai được thêm quyền')).toBeVisible();
    await expectAccessible(victim.page);
    await expectNotRaised(attacker);
    // Nor is the victim: still a visitor, asked for a number before anything else.
    await victim.openLink(await linkInto(victim, '/ho-so'));
    await expect(victim.app.getByRole('button', { name: 'Cho số điện thoại' })).toBeVisible();
    // Even with the address of the way back in hand, it is too late.
    await attacker.openLink(link.href);
    await expect(attacker.app.getByRole('heading', { name: 'Lần liên kết này đã hết hạn' })).toBeVisible();
    await expectNotRaised(attacker);
  });

  test('the victim logs in and does nothing more: the attacker asks and asks in vain', async ({
    phone: attacker,
    stack,
    control,
  }) => {
    const token = await raiseToContact(stack, control, attacker.person.id);
    const address = await startAttack(attacker);
    await logInInBrowser(victimsPage, address, ANH);
    await expect(victimsPage.getByText('Không phải bạn? Đóng trang này.')).toBeVisible();
    await expectNotRaised(attacker);
    for (let asked = 0; asked < 5; asked += 1) {
      const answer = await fetch(`${stack.serverUrl}/session`, { headers: { authorization: `Bearer ${token}` } });
      expect(await answer.json()).toMatchObject({ level: 1 });
    }
    for (const path of ['/lien-ket', '/lien-ket?ma=', '/lien-ket?ket-qua=da-lien-ket', '/lien-ket?ma=doan-bua']) {
      await attacker.openLink(await linkInto(attacker, path));
      await expect(attacker.app.getByRole('link', { name: /^(Quay lại chỗ đang làm|Về trang chủ)$/ })).toBeVisible();
    }
    // The address was used up by the victim's browser.
    const again = await victimsPage.context().newPage();
    await again.goto(address);
    await expect(again.getByRole('heading', { name: 'Đường dẫn này không dùng được nữa' })).toBeVisible();
    await expectNotRaised(attacker);
  });
});
