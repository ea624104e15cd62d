import type { Server } from 'node:http';
import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import { toBuffer } from 'qrcode';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretProof } from '../clouds/graph.ts';
import { APP_ID, OFFICIAL_ACCOUNT, ZALO_APP } from '../identity.ts';
import { API_ORIGIN, startTestEmulator } from '../testing/test-emulator.ts';
import type { TestEmulator } from '../testing/test-emulator.ts';
import { buildTestApp } from '../testing/build-test-app.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { startProvinceServer } from '../testing/province-server.ts';
import type { HeardRequest } from '../testing/province-server.ts';

const APP = 'Tây Ninh Smart';
let zalo: TestEmulator;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let province: { heard: HeardRequest[]; server: Server };

beforeAll(async () => {
  zalo = await startTestEmulator(await buildTestApp());
  province = await startProvinceServer(zalo.serverPort);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  province.server.close();
  await zalo.emulator.close();
});
beforeEach(async () => {
  await zalo.control.reset();
  province.heard.length = 0;
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
  page = await context.newPage();
});
afterEach(() => context.close());

/** The mini app's own document. */
async function appFrame(): Promise<Frame> {
  await page.frameLocator(`iframe[title="${APP}"]`).getByRole('heading').waitFor();
  const frame = page.frames().find((one) => one.url().includes('/zapps/'));
  if (frame === undefined) throw new Error('the mini app is not open');
  return frame;
}

async function openApp(): Promise<Frame> {
  await page.goto(zalo.emulator.url);
  await page.getByRole('searchbox', { name: 'Tìm trong Zalo' }).fill('tay ninh');
  await page.getByRole('button', { name: `Mở ứng dụng ${APP}` }).click();
  return appFrame();
}

/** Runs SDK code in the app. @returns what it resolved to, or `{code}` of its rejection. */
const sdk = <T = unknown>(frame: Frame | Page, code: string): Promise<T> =>
  frame.evaluate(`(async () => { try { return await ${code} } catch (error) { return { code: error.code } } })()`);

const heard = (frame: Frame | Page): Promise<{ name: string; data: unknown }[]> => frame.evaluate('window.heard');
const untilHeard = (frame: Frame | Page, name: string): Promise<unknown> =>
  frame.waitForFunction(`window.heard.some((event) => event.name === '${name}')`);

describe('consent', () => {
  it('gives an id without asking, and a name only after "Cho phép"', async () => {
    const app = await openApp();
    const before = await sdk<{ userInfo: { id: string; name: string } }>(app, 'sdk.getUserInfo({})');
    expect(before.userInfo).toMatchObject({ id: (await zalo.control.person('anh')).userId, name: '' });
    const asking = sdk(app, 'sdk.authorize({ scopes: ["scope.userInfo"] })');
    await page.getByRole('dialog', { name: /xin được biết/ }).getByRole('button', { name: 'Cho phép' }).click();
    expect(await asking).toEqual({ 'scope.userInfo': true });
    expect(await sdk(app, 'sdk.getUserInfo({})')).toMatchObject({ userInfo: { name: 'Ngọc Ánh' } });
  });

  it('hands a refusal to the app', async () => {
    const app = await openApp();
    const asking = sdk(app, 'sdk.authorize({ scopes: ["scope.userInfo"] })');
    await page.getByRole('button', { name: 'Từ chối' }).click();
    expect(await asking).toMatchObject({ code: -201 });
    expect(await sdk(app, 'sdk.getSetting()')).not.toMatchObject({ authSetting: { 'scope.userInfo': true } });
  });

  it('gives a phone token that a server can spend once', async () => {
    const app = await openApp();
    await zalo.control.answer('may-1', 'phone-number', 'grant', 1);
    const { token } = await sdk<{ token: string }>(app, 'sdk.getPhoneNumber()');
    const accessToken = await sdk<string>(app, 'sdk.getAccessToken()');
    const decode = async (): Promise<unknown> => {
      const headers = { access_token: accessToken, code: token, secret_key: ZALO_APP.secret };
      return (await fetch(zalo.cloud('graph.zalo.me/v2.0/me/info'), { headers })).json();
    };
    expect(await decode()).toMatchObject({ error: 0, data: { number: '84900000001' } });
    expect(await decode()).not.toMatchObject({ error: 0 });
    const headers = { access_token: accessToken, appsecret_proof: secretProof(accessToken) };
    expect(await (await fetch(zalo.cloud('graph.zalo.me/v2.0/me'), { headers })).json()).toMatchObject({ error: 0 });
  });

  it('can be denied, failed, and never answered by a script', async () => {
    const app = await openApp();
    await zalo.control.answer('may-1', 'phone-number', 'deny', 1);
    await zalo.control.answer('may-1', 'location', { kind: 'error', code: -400 }, 1);
    await zalo.control.answer('may-1', 'notification', 'never', 1);
    expect(await sdk(app, 'sdk.getPhoneNumber()')).toMatchObject({ code: -2002 });
    expect(await sdk(app, 'sdk.getLocation()')).toMatchObject({ code: -1410 });
    const never = 'Promise.race([sdk.requestSendNotification(), new Promise((r) => setTimeout(() => r("silent"), 1500))])';
    expect(await sdk(app, never)).toBe('silent');
  });
});

describe('what Zalo withholds', () => {
  it('answers -1403 for a permission not granted and -1404 for what is refused', async () => {
    await zalo.control.changePhone('may-1', { missingPermissions: ['action.mp.get.number'] });
    const app = await openApp();
    expect(await sdk(app, 'sdk.getPhoneNumber()')).toMatchObject({ code: -1403 });
    expect(await sdk(app, 'sdk.openGroupList()')).toMatchObject({ code: -1404 });
  });

  it('leaves the app waiting when the login is dead, and has no storage on an old Zalo', async () => {
    await zalo.control.changePhone('may-1', { login: 'dead', zalo: 'old' });
    const app = await openApp();
    const waiting = 'Promise.race([sdk.getAccessToken(), new Promise((r) => setTimeout(() => r("silent"), 1500))])';
    expect(await sdk(app, waiting)).toBe('silent');
    expect(await sdk(app, '(() => sdk.nativeStorage.setItem("a", "1"))()')).toMatchObject({ code: -1404 });
  });
});

describe('storage', () => {
  it('survives killing the app, and another browser with the same phone', async () => {
    const app = await openApp();
    await sdk(app, '(() => sdk.nativeStorage.setItem("draft", "Nguyễn"))()');
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('button', { name: 'Tắt hẳn ứng dụng' }).click();
    await page.getByRole('button', { name: `Mở ứng dụng ${APP}` }).click();
    expect(await sdk(await appFrame(), '(() => sdk.nativeStorage.getItem("draft"))()')).toBe('Nguyễn');
    expect(await zalo.control.nativeStorage('may-1')).toEqual({ draft: 'Nguyễn' });

    const other = await browser.newPage();
    await other.goto(`${zalo.emulator.url}zapps/${APP_ID}/?zalo_phone=may-1`);
    await other.getByRole('heading').waitFor();
    expect(await sdk(other, '(() => sdk.nativeStorage.getItem("draft"))()')).toBe('Nguyễn');
    expect(other.url()).not.toContain('zalo_phone');
    await other.close();
  });

  it('is another on another phone, also after a reload', async () => {
    await zalo.control.createPhone({ id: 'may-2', personId: 'binh' });
    await page.goto(`${zalo.emulator.url}zapps/${APP_ID}/?zalo_phone=may-2`);
    await page.getByRole('heading').waitFor();
    await sdk(page, '(() => sdk.nativeStorage.setItem("whose", "binh"))()');
    await expect.poll(() => zalo.control.nativeStorage('may-2')).toEqual({ whose: 'binh' });
    await page.reload();
    await page.getByRole('heading').waitFor();
    expect(await sdk(page, '(() => sdk.nativeStorage.getItem("whose"))()')).toBe('binh');
    expect(await sdk(page, 'sdk.getUserID()')).toBe((await zalo.control.person('binh')).userId);
    expect(await zalo.control.nativeStorage('may-1')).toEqual({});
  });
});

describe('links', () => {
  const link = `https://zalo.me/s/${APP_ID}/ho-so/1?utm_source=qr`;

  it('start a closed app at their path, and tell an open one without reloading it', async () => {
    await page.goto(zalo.emulator.url);
    await page.getByRole('button', { name: 'Quét mã QR' }).click();
    await page.getByLabel('Ảnh có mã QR').setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: await toBuffer(link) });
    const app = await appFrame();
    expect(new URL(app.url()).pathname).toBe(`/zapps/${APP_ID}/ho-so/1`);
    expect(new URL(app.url()).search).toBe('?utm_source=qr');

    await page.getByRole('button', { name: 'Thu nhỏ ứng dụng' }).click();
    await page.getByRole('button', { name: 'Quét mã QR' }).click();
    await page.getByLabel('Nội dung mã').fill(`https://zalo.me/s/${APP_ID}/tra-cuu`);
    await page.getByRole('button', { name: 'Mở liên kết' }).click();
    await untilHeard(app, 'h5.event.open.mp');
    expect(await heard(app)).toMatchObject([
      { name: 'h5.event.paused' },
      { name: 'h5.event.resumed' },
      { name: 'h5.event.open.mp', data: { path: '/tra-cuu' } },
    ]);
  });

  it('in a page of the in-app browser close it and come back to the app', async () => {
    const app = await openApp();
    const { port } = new URL(zalo.emulator.url);
    const back = encodeURIComponent(`http://zalo.vn.localhost:${port}/s/${APP_ID}/lien-ket?ma=1`);
    await sdk(app, `sdk.openWebview({ url: "${API_ORIGIN}/page?link=${back}" })`);
    const web = page.getByRole('region', { name: 'Trình duyệt trong Zalo' });
    await page.frameLocator('iframe[title="Trang web"]').getByRole('link', { name: 'Quay lại Tây Ninh Smart' }).click();
    await untilHeard(app, 'h5.event.open.mp');
    expect(await web.isVisible()).toBe(false);
    expect(await heard(app)).toMatchObject([
      { name: 'h5.event.webview.close' },
      { name: 'h5.event.open.mp', data: { path: '/lien-ket?ma=1' } },
    ]);
    expect(province.heard.some((request) => request.path.includes('typeInapp=1'))).toBe(true);
  });

  it('under a message of the Official Account open the app where they point', async () => {
    await page.goto(zalo.emulator.url);
    const refresh = await fetch(zalo.cloud('oauth.zaloapp.com/v4/oa/access_token'), {
      method: 'POST',
      headers: { secret_key: OFFICIAL_ACCOUNT.appSecret },
      body: new URLSearchParams({
        refresh_token: OFFICIAL_ACCOUNT.firstRefreshToken,
        app_id: OFFICIAL_ACCOUNT.appId,
        grant_type: 'refresh_token',
      }),
    });
    const { access_token } = (await refresh.json()) as { access_token: string };
    const { userIdByOa } = await zalo.control.person('anh');
    const buttons = [{ title: 'Xem hồ sơ', type: 'oa.open.url', payload: { url: link } }];
    const elements = [{ type: 'header', content: 'Hồ sơ đã có kết quả' }];
    await fetch(zalo.cloud('openapi.zalo.me/v3.0/oa/message/cs'), {
      method: 'POST',
      headers: { access_token, 'content-type': 'application/json' },
      body: JSON.stringify({
        recipient: { user_id: userIdByOa },
        message: { attachment: { type: 'template', payload: { elements, buttons } } },
      }),
    });
    await page.getByRole('button', { name: /1 tin mới/ }).click();
    await page.getByRole('log').getByRole('button', { name: 'Xem hồ sơ' }).click();
    expect(new URL((await appFrame()).url()).pathname).toBe(`/zapps/${APP_ID}/ho-so/1`);
  });
});

describe('the network', () => {
  const call = (address: string): string => `fetch("${address}", { method: "POST", body: "a" }).then((r) => r.json())`;

  it('carries calls to the province, and fails like a dead line when there is none', async () => {
    const app = await openApp();
    expect(await sdk(app, call(`${API_ORIGIN}/a`))).toEqual({ ok: true });
    const asRequest = `fetch(new Request("${API_ORIGIN}/b", { method: "POST", body: "xin chào" })).then((r) => r.json())`;
    expect(await sdk(app, asRequest)).toEqual({ ok: true });
    expect(province.heard.at(-1)).toMatchObject({ path: '/b', body: 'xin chào' });

    await zalo.control.setNetwork('may-1', 'none');
    await untilHeard(app, 'h5.event.connection.changed');
    expect(await app.evaluate('navigator.onLine')).toBe(false);
    expect(await sdk(app, 'sdk.getNetworkType()')).toEqual({ networkType: 'none' });
    const failing = `fetch("${API_ORIGIN}/c").then(() => "came", (error) => error.name)`;
    expect(await app.evaluate(failing)).toBe('TypeError');
    const xhr = `new Promise((resolve) => { const x = new XMLHttpRequest(); x.open("POST", "${API_ORIGIN}/d");
      x.onload = () => resolve("came"); x.onerror = () => resolve("failed"); x.send("a"); })`;
    expect(await app.evaluate(xhr)).toBe('failed');
    await zalo.control.setNetwork('may-1', '4g');
    await app.waitForFunction('navigator.onLine');
    expect(await app.evaluate(xhr)).toBe('came');
    expect(province.heard.map((request) => request.path)).not.toContain('/c');
  });

  it('loads pictures of the province from the local server', async () => {
    const app = await openApp();
    await app.evaluate(`(() => { const i = new Image(); i.src = "${API_ORIGIN}/i.png";
      document.body.insertAdjacentHTML("beforeend", '<img src="${API_ORIGIN}/j.png">'); })()`);
    await expect.poll(() => province.heard.map((request) => request.path)).toEqual(expect.arrayContaining(['/i.png', '/j.png']));
  });
});

describe('a bare page', () => {
  it('refuses every prompt nobody scripted, and hears control', async () => {
    await page.goto(`${zalo.emulator.url}zapps/${APP_ID}/`);
    await page.getByRole('heading').waitFor();
    expect(await sdk(page, 'sdk.getPhoneNumber()')).toMatchObject({ code: -2002 });
    await expect.poll(() => zalo.control.openLink('may-1', `https://zalo.me/s/${APP_ID}/tra-cuu`)).toBe(1);
    await untilHeard(page, 'h5.event.open.mp');
    expect(await heard(page)).toMatchObject([{ data: { path: '/tra-cuu' } }]);
    await expect.poll(async () => (await zalo.control.nativeCalls('may-1')).map((one) => one.action)).toContain('action.mp.get.number');
  });

  it('is compressed and kept for ever, except the page itself', async () => {
    const [document, script] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith(`/zapps/${APP_ID}/`)),
      page.waitForResponse((response) => response.url().endsWith('.module.js')),
      page.goto(`${zalo.emulator.url}zapps/${APP_ID}/`),
    ]);
    expect(document.headers()['cache-control']).toBe('no-store');
    expect(script.headers()).toMatchObject({ 'content-encoding': 'br', 'cache-control': expect.stringContaining('immutable') });
  });
});

describe('on an iPhone', () => {
  it('answers the SDK by its own kind of call-back', async () => {
    await zalo.control.changePhone('may-1', { os: 'ios' });
    const app = await openApp();
    await zalo.control.answer('may-1', 'phone-number', 'grant');
    expect(await sdk(app, 'sdk.getPhoneNumber()')).toHaveProperty('token');
    expect(await sdk(app, 'sdk.getSystemInfo()')).toMatchObject({ platform: 'iOS' });
  });
});

it('names every function the real SDK exports in the coverage table', async () => {
  const { COVERAGE } = await import('../native/coverage.ts');
  const app = await openApp();
  const names = await app.evaluate<string[]>(
    'Object.entries(sdk).filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name)).map(([name]) => name)',
  );
  const known = Object.keys(COVERAGE);
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});
