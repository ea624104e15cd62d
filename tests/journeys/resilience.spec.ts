import type { Route } from '@playwright/test';
import { expectSameDocument, expectUsefulHome, firstPicture, markDocument } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import { goToProvincialId, linkButton, linkingAsked, linkInto, myDossiers, wayBack } from '../support/linking.ts';
import type { Phone } from '../support/phone.ts';
import { province } from '../support/province.ts';
import { beginLinking, raiseToContact } from '../support/raise-level.ts';

const ANH = '072188000001';

/** What a proxy before our server answers while the server is away. */
const badGateway = (route: Route): Promise<void> =>
  route.fulfill({
    status: 502,
    contentType: 'text/html',
    headers: { 'access-control-allow-origin': '*' },
    body: '<h1>502 Bad Gateway</h1>',
  });
const reset = (route: Route): Promise<void> => route.abort('connectionreset');

const busy = ({ app }: Phone) => app.getByText('Hệ thống của tỉnh đang bận');
const emptyInbox = ({ app }: Phone) => app.getByText('Bạn chưa có thông báo nào');
const again = ({ app }: Phone) => app.getByRole('button', { name: 'Thử lại' });
const inboxTile = ({ app }: Phone) =>
  app.getByRole('navigation', { name: 'Dịch vụ chính' }).getByRole('link', { name: 'Thông báo' });

async function openInbox(phone: Phone): Promise<void> {
  await phone.openLink(await linkInto(phone, '/thong-bao'));
}

const app = '**/zdn-assets/**/base.*.js';

test.describe('before the app has come', () => {
  test('home stands already, and a tap on it is kept', async ({ phone }) => {
    let letCome: () => void = () => undefined;
    const come = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await phone.page.route(app, async (route) => {
      await come;
      await route.continue();
    });
    await phone.findApp();
    await expect(firstPicture(phone.app)).toBeAttached();
    const tile = inboxTile(phone);
    const place = await tile.boundingBox();
    await tile.click();
    await expect(phone.app.getByText('Mục bạn vừa bấm sẽ mở ngay khi tải xong')).toBeVisible();
    letCome();
    await phone.isAt('/thong-bao');
    await phone.app.getByRole('button', { name: 'Quay lại' }).click();
    await expectUsefulHome(phone);
    expect(await tile.boundingBox(), 'nothing moved when the app took the picture’s place').toEqual(place);
  });

  test('it does not come at all: said, and asked for again', async ({ phone }) => {
    await phone.page.route(app, (route) => route.abort('connectionfailed'));
    await phone.findApp();
    await expect(phone.app.getByText('Chưa tải được ứng dụng')).toBeVisible();
    await phone.page.unroute(app);
    await phone.app.getByRole('button', { name: 'Mở lại' }).click();
    await expectUsefulHome(phone);
  });
});

test.describe('at the start', () => {
  for (const [what, answer] of [
    ['a 502 page of the gateway', badGateway],
    ['a connection that is reset', reset],
  ] as const) {
    test(`${what}: home is whole, says so, and recovers`, async ({ phone }) => {
      await phone.page.route('**/session', answer);
      await phone.findApp();
      await expect(busy(phone)).toBeVisible();
      await expectUsefulHome(phone);
      await phone.page.unroute('**/session');
      await again(phone).click();
      await expect(busy(phone)).toBeHidden();
      await inboxTile(phone).click();
      await expect(phone.app.getByRole('button', { name: 'Cho số điện thoại' })).toBeVisible();
    });
  }

  test('no answer at all: home is whole at once, and after a while it is said', async ({ phone }) => {
    await phone.page.clock.install();
    await phone.wake();
    const asked = phone.page.waitForRequest('**/session');
    await phone.page.route('**/session', () => undefined, { times: 1 });
    await phone.findApp();
    await expectUsefulHome(phone);
    await asked;
    await phone.page.clock.fastForward(16_000);
    await expect(phone.app.getByText('Hệ thống của tỉnh chưa trả lời')).toBeVisible();
    await again(phone).click();
    await expect(phone.app.getByText('Hệ thống của tỉnh chưa trả lời')).toBeHidden();
  });

  test('Zalo’s cloud refuses the token: home is whole, says so, and recovers', async ({ phone, control }) => {
    await control.addFault({ endpoint: 'graph.zalo.me/v2.0/me', kind: 'error', code: 452 });
    await phone.findApp();
    await expect(phone.app.getByText('Zalo chưa xác nhận được bạn')).toBeVisible();
    await expectUsefulHome(phone);
    await control.clearFaults();
    await again(phone).click();
    await expect(phone.app.getByText('Zalo chưa xác nhận được bạn')).toBeHidden();
  });
});

test.describe('on the way', () => {
  test.beforeEach(async ({ phone, stack, control }) => {
    await raiseToContact(stack, control, phone.person.id);
  });

  test('an empty list says that it is empty, and only then', async ({ phone }) => {
    await phone.page.route('**/notifications?*', badGateway);
    await phone.page.route('**/notifications', badGateway);
    await openInbox(phone);
    await expect(phone.app.getByText('Chưa tải được thông báo')).toBeVisible();
    await expect(phone.app.getByText('Thông báo của bạn vẫn còn đủ')).toBeVisible();
    await expect(emptyInbox(phone)).toBeHidden();
    await phone.page.unrouteAll();
    await again(phone).click();
    await expect(emptyInbox(phone)).toBeVisible();
    await expect(phone.app.getByRole('link', { name: 'Xem các thủ tục' })).toBeVisible();
  });

  test('a list that never answers: it says so, and a tap asks anew', async ({ phone }) => {
    await phone.page.clock.install();
    await phone.wake();
    const asked = phone.page.waitForRequest('**/notifications');
    // Held for ever; those after it go through.
    await phone.page.route('**/notifications', () => undefined, { times: 1 });
    await openInbox(phone);
    await asked;
    await phone.page.clock.fastForward(11_000);
    await expect(phone.app.getByText('Lâu hơn thường lệ.')).toBeVisible();
    await phone.app.getByRole('button', { name: 'Tải lại' }).click();
    await expect(emptyInbox(phone)).toBeVisible();
  });

  test('the session ends in the middle: nobody notices', async ({ phone, stack }) => {
    await openInbox(phone);
    await expect(emptyInbox(phone)).toBeVisible();
    await markDocument(phone);
    await stack.restartServer({ aheadMs: 40 * 60_000 });
    try {
      // By the link, which reads anew what was read before, or by the tap after it: whichever asks first.
      const expired = phone.page.waitForResponse((response) => response.status() === 401);
      await phone.openLink(await linkInto(phone, '/ho-so'));
      await linkButton(phone).click();
      await expired;
      await expect(phone.browser.getByRole('heading', { name: `Đăng nhập ${province.identity.name}` })).toBeVisible();
      await expectSameDocument(phone);
    } finally {
      await stack.restartServer();
    }
  });

  for (const [what, files] of [
    ['a screen’s code does not come', '**/inbox-screen*.js'],
    ['nor what it leans on', '**/zdn-assets/**/*.js'],
  ] as const) {
    test(`${what}: said, and it comes at the next tap`, async ({ phone }) => {
      await phone.findApp();
      await expectUsefulHome(phone);
      await phone.page.route(files, (route) => route.abort('connectionfailed'));
      await inboxTile(phone).click();
      await expect(phone.app.getByText('Chưa mở được màn hình này')).toBeVisible();
      await phone.page.unroute(files);
      await again(phone).click();
      await expect(emptyInbox(phone)).toBeVisible();
    });
  }

  test('a refusal is shown with its reason', async ({ phone, stack, control }) => {
    const token = await raiseToContact(stack, control, phone.person.id);
    for (let times = 0; times < 20; times += 1) await beginLinking(stack, token);
    await phone.openLink(await linkInto(phone, '/ho-so'));
    await linkButton(phone).click();
    await expect(phone.app.getByText('Bạn đã thử nhiều lần')).toBeVisible();
    await expect(linkButton(phone)).toBeVisible();
  });

  test('the answer to the linking is lost: it is found done, without another tap', async ({ phone }) => {
    await goToProvincialId(phone);
    await phone.logInAtProvincialId(ANH);
    await phone.page.route('**/identity/links', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await wayBack(phone).click();
    await expect(myDossiers(phone)).toBeVisible();
    await phone.isAt('/ho-so');
  });

  test('three quick taps on "Liên kết" are one linking', async ({ phone }) => {
    let begun = 0;
    phone.page.on('request', (request) => {
      if (request.method() === 'POST' && new URL(request.url()).pathname === '/identity/step-ups') begun += 1;
    });
    await phone.openLink(await linkInto(phone, '/ho-so'));
    await linkButton(phone).click({ clickCount: 3 });
    await expect(phone.browser.getByRole('heading', { name: `Đăng nhập ${province.identity.name}` })).toBeVisible();
    expect(begun).toBe(1);
  });

  test('the server is killed while the app is open, and while the person logs in', async ({ phone, stack }) => {
    await openInbox(phone);
    await expect(emptyInbox(phone)).toBeVisible();
    await markDocument(phone);
    await stack.restartServer({ signal: 'SIGKILL' });
    await phone.openLink(await linkInto(phone, '/ho-so'));
    await expect(linkingAsked(phone)).toBeVisible();
    await linkButton(phone).click();
    await expect(phone.browser.getByRole('heading', { name: `Đăng nhập ${province.identity.name}` })).toBeVisible();
    await stack.restartServer({ signal: 'SIGKILL' });
    await phone.logInAtProvincialId(ANH);
    await wayBack(phone).click();
    await expect(myDossiers(phone)).toBeVisible();
    await expectSameDocument(phone);
  });
});

test('the number is given by one tap, although the answer is lost', async ({ phone }) => {
  await openInbox(phone);
  const give = phone.app.getByRole('button', { name: 'Cho số điện thoại' });
  await expect(give).toBeVisible();
  await phone.page.route('**/session/contact', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await give.click();
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Cho phép' }).click();
  await expect(emptyInbox(phone)).toBeVisible();
});
