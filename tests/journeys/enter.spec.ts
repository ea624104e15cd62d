import { toBuffer } from 'qrcode';
import { expectAccessible } from '../support/accessible.ts';
import {
  expectAnotherDocument,
  expectSameDocument,
  expectUsefulHome,
  layoutShift,
  markDocument,
} from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import type { Phone } from '../support/phone.ts';
import { beginLinking, codeIn, logInInBrowser, presentCode, raiseToContact } from '../support/raise-level.ts';
import { province, withoutMarks } from '../support/province.ts';

const linkInto = async ({ control }: Phone, path: string): Promise<string> =>
  `https://zalo.me/s/${(await control.ready()).appId}${path}`;

const recognised = (phone: Phone) =>
  phone.page.waitForResponse((response) => new URL(response.url()).pathname === '/session' && response.ok());

test.describe('getting in', () => {
  test('a QR code on a wall: its picture is scanned, the app is open', async ({ phone }) => {
    await phone.scanCode(await toBuffer(await linkInto(phone, '/'), { margin: 2 }));
    await expectUsefulHome(phone);
    await phone.isAt('/');
  });

  test('a QR code that leads to a guide, and one whose content is typed', async ({ phone }) => {
    await phone.scanCode(await toBuffer(await linkInto(phone, '/thu-tuc/1.001193?utm_source=poster')));
    await expect(phone.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();
    await phone.isAt('/thu-tuc/1.001193?utm_source=poster');
    await phone.killApp();
    await phone.scanCode(await linkInto(phone, ''));
    await expectUsefulHome(phone);
  });

  test('its name is searched, with and without diacritics', async ({ phone }) => {
    for (const words of [withoutMarks(province.name), province.appName.toUpperCase(), province.name]) {
      await phone.findApp(words);
      await expectUsefulHome(phone);
      await phone.killApp();
    }
  });

  test('nothing is asked on entry, and home is in order', async ({ phone, control }) => {
    const session = recognised(phone);
    await phone.findApp();
    await expectUsefulHome(phone);
    await session;
    await expect.poll(() => phone.actions()).toContain('action.jump.login');
    const asking = ['action.mp.user.authorize', 'action.mp.get.number', 'action.get.location', 'action.follow.oa'];
    expect((await phone.actions()).filter((action) => asking.includes(action))).toEqual([]);
    await expect(phone.page.getByRole('dialog')).toHaveCount(0);
    expect((await control.person(phone.person.id)).consents).toEqual({});
    expect(await layoutShift(phone)).toBeLessThan(0.02);
    await expectAccessible(phone.page);
  });
});

test.describe('by a message of the Official Account', () => {
  test.beforeEach(async ({ phone, stack, control, browser, anotherPhone }) => {
    // The quickest true message there is: somebody else brought a linking home that this person had started.
    await control.changePerson(phone.person.id, { followsOfficialAccount: true });
    const token = await raiseToContact(stack, control, phone.person.id);
    const { url, verifier } = await beginLinking(stack, token);
    const context = await browser.newContext();
    const back = await logInInBrowser(await context.newPage(), url, '072188000001');
    await context.close();
    const stranger = await anotherPhone();
    const strangersToken = await raiseToContact(stack, control, stranger.person.id);
    await expect(presentCode(stack, strangersToken, codeIn(back), verifier)).rejects.toThrow('step-up-foreign');
    await expect.poll(async () => (await phone.messages()).length).toBe(1);
  });

  test('the app is closed: a tap starts it at the place', async ({ phone }) => {
    await phone.tapNewestMessage('Xem thông báo');
    await expect(phone.app.getByRole('heading', { level: 1, name: 'Công dân số' })).toBeVisible();
    await phone.isAt('/cong-dan-so?utm_source=zalo-oa');
    await expect(phone.app.getByText('Đã có số điện thoại')).toBeVisible();
    // Nothing was open before: back is up, not out.
    await phone.app.getByRole('link', { name: 'Trang chủ' }).click();
    await expectUsefulHome(phone);
  });

  test('the app is open: the same app goes there, without loading anew', async ({ phone }) => {
    const session = recognised(phone);
    await phone.findApp();
    await expectUsefulHome(phone);
    await session;
    await markDocument(phone);
    await phone.tapNewestMessage('Xem thông báo');
    await expect(phone.app.getByRole('heading', { level: 1, name: 'Công dân số' })).toBeVisible();
    await phone.isAt('/cong-dan-so');
    await expectSameDocument(phone);
  });
});

test('a deep link to a guide opens the guide, cold and warm', async ({ phone }) => {
  const guide = phone.app.getByRole('heading', { level: 1, name: /khai sinh/i });
  await phone.openLink(await linkInto(phone, '/thu-tuc/1.001193'));
  await expect(guide).toBeVisible();
  await phone.killApp();
  await phone.findApp();
  await expectUsefulHome(phone);
  await markDocument(phone);
  await phone.openLink(await linkInto(phone, '/thu-tuc/1.001193?zshareId=abc&next=//evil.example'));
  await expect(guide).toBeVisible();
  await phone.isAt('/thu-tuc/1.001193');
  await expectSameDocument(phone);
});

/** What somebody with bad intentions, or a cut-off message, may put behind the app's address. */
const hostile: Record<string, string> = {
  'another site': '//evil.example/thu-tuc',
  'a script': '/javascript:alert(document.domain)',
  'an encoded script': '/javascript%3Aalert(1)',
  'another site, encoded': '/%2F%2Fevil.example',
  backslashes: '/%5C%5Cevil.example',
  'dots, encoded': '/thu-tuc/..%2F..%2Fcai-dat',
  'dots, encoded twice': '/thu-tuc/%252e%252e%252fcai-dat',
  'an encoding cut in two': '/thu-tuc/%E1%BB',
  'a zero byte': '/thu-tuc/1.001193%00',
  'a line break': '/cai-dat%0A',
  'too long': `/thu-tuc/${'1'.repeat(700)}`,
  'a page that never was': '/khong-co-trang-nay',
  'a page below a page': '/cai-dat/them',
};

test.describe('a link that leads nowhere', () => {
  test('opens home and says so', async ({ phone }) => {
    for (const [what, path] of Object.entries(hostile)) {
      await phone.openLink(await linkInto(phone, path));
      await expect(phone.app.getByText('Đường dẫn vừa mở không dùng được'), what).toBeVisible();
      await expectUsefulHome(phone);
      await phone.isAt('/');
      await phone.killApp();
      await expect.poll(() => phone.place()).toBe('');
    }
  });

  test('does the same while the app is open, and never leaves it', async ({ phone }) => {
    const windows: string[] = [];
    phone.page.on('dialog', (dialog) => windows.push(dialog.message()));
    phone.page.context().on('page', (page) => windows.push(page.url()));
    await phone.findApp();
    await expectUsefulHome(phone);
    await markDocument(phone);
    const notice = phone.app.getByText('Đường dẫn vừa mở không dùng được');
    for (const path of [...Object.values(hostile), '/\\\\evil.example']) {
      await phone.openLink(await linkInto(phone, '/cai-dat'));
      await phone.isAt('/cai-dat');
      await expect(notice).toBeHidden();
      await phone.openLink(await linkInto(phone, path));
      await expect(notice, path).toBeVisible();
      await phone.isAt('/');
    }
    await expectSameDocument(phone);
    expect(windows).toEqual([]);
  });
});

test.describe('home without help', () => {
  test('the server is down: useful, says so, and recovers by a tap', async ({ phone, stack }) => {
    await stack.stopServer();
    await phone.findApp();
    await expectUsefulHome(phone);
    await expect(phone.app.getByText('Hệ thống của tỉnh đang bận')).toBeVisible();
    await expectAccessible(phone.page);
    await stack.startServer();
    const session = recognised(phone);
    await phone.app.getByRole('button', { name: 'Thử lại' }).click();
    await session;
    await expect(phone.app.getByText('Hệ thống của tỉnh đang bận')).toBeHidden();
  });

  test('Zalo’s login never answers: useful at once, says so, and reopening helps', async ({
    anotherPhone,
    control,
  }) => {
    const phone = await anotherPhone({ phone: { login: 'dead' } });
    await phone.findApp();
    await expectUsefulHome(phone);
    await expect(phone.app.getByText('Zalo chưa trả lời')).toBeVisible();
    await markDocument(phone);
    await phone.app.getByRole('button', { name: 'Mở lại ứng dụng' }).click();
    await expectAnotherDocument(phone);
    await expectUsefulHome(phone);
    await control.changePhone(phone.id, { login: 'alive' });
    const session = recognised(phone);
    await phone.findApp();
    await session;
    await expectUsefulHome(phone);
    await expect(phone.app.getByText('Zalo chưa trả lời')).toBeHidden();
  });

  test('the network goes before anybody was recognised: useful, says so, and recovers', async ({ phone, stack }) => {
    await stack.stopServer();
    await phone.findApp();
    const busy = phone.app.getByText('Hệ thống của tỉnh đang bận');
    await expect(busy).toBeVisible();
    await phone.setNetwork('none');
    await phone.app.getByRole('button', { name: 'Thử lại' }).click();
    await expect(phone.app.getByText('Chưa có mạng')).toBeVisible();
    await expectUsefulHome(phone);
    await stack.startServer();
    await phone.setNetwork('4g');
    const session = recognised(phone);
    await phone.app.getByRole('button', { name: 'Thử lại' }).click();
    await session;
    await expect(phone.app.getByText('Chưa có mạng')).toBeHidden();
  });
});
