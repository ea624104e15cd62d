import { toBuffer } from 'qrcode';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { secretProof } from '../clouds/graph.ts';
import { APP_ID, OFFICIAL_ACCOUNT, ZALO_APP } from '../identity.ts';
import { heard, PhoneDriver, sdk, untilHeard } from '../testing/phone-driver.ts';
import { API_ORIGIN } from '../testing/test-emulator.ts';

const APP = 'Tây Ninh Smart';

let phone: PhoneDriver;
beforeAll(async () => {
  phone = await PhoneDriver.start();
});
afterAll(() => phone.stop());
beforeEach(() => phone.begin());
afterEach(() => phone.end());

describe('consent', () => {
  it('gives an id without asking, and a name only after "Cho phép"', async () => {
    const app = await phone.openApp();
    const before = await sdk<{ userInfo: { id: string; name: string } }>(app, 'sdk.getUserInfo({})');
    expect(before.userInfo).toMatchObject({ id: (await phone.zalo.control.person('anh')).userId, name: '' });
    const asking = sdk(app, 'sdk.authorize({ scopes: ["scope.userInfo"] })');
    await phone.page
      .getByRole('dialog', { name: /xin được biết/ })
      .getByRole('button', { name: 'Cho phép' })
      .click();
    expect(await asking).toEqual({ 'scope.userInfo': true });
    expect(await sdk(app, 'sdk.getUserInfo({})')).toMatchObject({ userInfo: { name: 'Ngọc Ánh' } });
  });

  it('hands a refusal to the app', async () => {
    const app = await phone.openApp();
    const asking = sdk(app, 'sdk.authorize({ scopes: ["scope.userInfo"] })');
    await phone.page.getByRole('button', { name: 'Từ chối' }).click();
    expect(await asking).toMatchObject({ code: -201 });
    expect(await sdk(app, 'sdk.getSetting()')).not.toMatchObject({ authSetting: { 'scope.userInfo': true } });
  });

  it('gives a phone token that a server can spend once', async () => {
    const app = await phone.openApp();
    await phone.zalo.control.answer('may-1', 'phone-number', 'grant', 1);
    const { token } = await sdk<{ token: string }>(app, 'sdk.getPhoneNumber()');
    const accessToken = await sdk<string>(app, 'sdk.getAccessToken()');
    const decode = async (): Promise<unknown> => {
      const headers = { access_token: accessToken, code: token, secret_key: ZALO_APP.secret };
      return (await fetch(phone.zalo.cloud('graph.zalo.me/v2.0/me/info'), { headers })).json();
    };
    expect(await decode()).toMatchObject({ error: 0, data: { number: '84900000001' } });
    expect(await decode()).not.toMatchObject({ error: 0 });
    const headers = { access_token: accessToken, appsecret_proof: secretProof(accessToken) };
    expect(await (await fetch(phone.zalo.cloud('graph.zalo.me/v2.0/me'), { headers })).json()).toMatchObject({
      error: 0,
    });
  });

  it('can be denied, failed, and never answered by a script', async () => {
    const app = await phone.openApp();
    await phone.zalo.control.answer('may-1', 'phone-number', 'deny', 1);
    await phone.zalo.control.answer('may-1', 'location', { kind: 'error', code: -400 }, 1);
    await phone.zalo.control.answer('may-1', 'notification', 'never', 1);
    expect(await sdk(app, 'sdk.getPhoneNumber()')).toMatchObject({ code: -2002 });
    expect(await sdk(app, 'sdk.getLocation()')).toMatchObject({ code: -1410 });
    const never =
      'Promise.race([sdk.requestSendNotification(), new Promise((r) => setTimeout(() => r("silent"), 1500))])';
    expect(await sdk(app, never)).toBe('silent');
  });
});

describe('what Zalo withholds', () => {
  it('answers -1403 for a permission not granted and -1404 for what is refused', async () => {
    await phone.zalo.control.changePhone('may-1', { missingPermissions: ['action.mp.get.number'] });
    const app = await phone.openApp();
    expect(await sdk(app, 'sdk.getPhoneNumber()')).toMatchObject({ code: -1403 });
    expect(await sdk(app, 'sdk.openGroupList()')).toMatchObject({ code: -1404 });
  });

  it('leaves the app waiting when the login is dead, and has no storage on an old Zalo', async () => {
    await phone.zalo.control.changePhone('may-1', { login: 'dead', zalo: 'old' });
    const app = await phone.openApp();
    const waiting = 'Promise.race([sdk.getAccessToken(), new Promise((r) => setTimeout(() => r("silent"), 1500))])';
    expect(await sdk(app, waiting)).toBe('silent');
    expect(await sdk(app, '(() => sdk.nativeStorage.setItem("a", "1"))()')).toMatchObject({ code: -1404 });
  });
});

describe('storage', () => {
  it('may be refused, full, or wiped', async () => {
    const write = '(() => { sdk.nativeStorage.setItem("a", "1"); return sdk.nativeStorage.getItem("a"); })()';
    const { control } = phone.zalo;
    await control.changePhone('may-1', { missingPermissions: ['action.zbrowser.mpds'] });
    expect(await sdk(await phone.openApp(), write)).toMatchObject({ code: -2000 });
    await control.changePhone('may-1', { missingPermissions: [], storageFull: true });
    expect(await sdk(await phone.openApp(), write)).not.toBe('1');
    await control.changePhone('may-1', { storageFull: false });
    expect(await sdk(await phone.openApp(), write)).toBe('1');
    await expect.poll(() => control.nativeStorage('may-1')).toEqual({ a: '1' });
    await control.clearNativeStorage('may-1');
    await control.killApp('may-1');
    expect(await sdk(await phone.openApp(), '(() => sdk.nativeStorage.getItem("a"))()')).not.toBe('1');
  });

  it('survives killing the app, and another browser with the same phone', async () => {
    const app = await phone.openApp();
    await sdk(app, '(() => sdk.nativeStorage.setItem("draft", "Nguyễn"))()');
    await phone.page.getByRole('button', { name: 'Thêm' }).click();
    await phone.page.getByRole('button', { name: 'Tắt hẳn ứng dụng' }).click();
    await phone.page.getByRole('button', { name: `Mở ứng dụng ${APP}` }).click();
    expect(await sdk(await phone.appFrame(), '(() => sdk.nativeStorage.getItem("draft"))()')).toBe('Nguyễn');
    expect(await phone.zalo.control.nativeStorage('may-1')).toEqual({ draft: 'Nguyễn' });

    const other = await phone.browser.newPage();
    await other.goto(`${phone.zalo.emulator.url}zapps/${APP_ID}/?zalo_phone=may-1`);
    await other.getByRole('heading').waitFor();
    expect(await sdk(other, '(() => sdk.nativeStorage.getItem("draft"))()')).toBe('Nguyễn');
    expect(other.url()).not.toContain('zalo_phone');
    await other.close();
  });

  it('keeps large things too', async () => {
    const app = await phone.openApp();
    await sdk(app, '(() => sdk.nativeStorage.setItem("large", "x".repeat(700000)))()');
    await expect.poll(async () => (await phone.zalo.control.nativeStorage('may-1'))['large']?.length).toBe(700_000);
  });

  it('is another on another phone, also after a reload', async () => {
    await phone.zalo.control.createPhone({ id: 'may-2', personId: 'binh' });
    await phone.page.goto(`${phone.zalo.emulator.url}zapps/${APP_ID}/?zalo_phone=may-2`);
    await phone.page.getByRole('heading').waitFor();
    await sdk(phone.page, '(() => sdk.nativeStorage.setItem("whose", "binh"))()');
    await expect.poll(() => phone.zalo.control.nativeStorage('may-2')).toEqual({ whose: 'binh' });
    await phone.page.reload();
    await phone.page.getByRole('heading').waitFor();
    expect(await sdk(phone.page, '(() => sdk.nativeStorage.getItem("whose"))()')).toBe('binh');
    expect(await sdk(phone.page, 'sdk.getUserID()')).toBe((await phone.zalo.control.person('binh')).userId);
    expect(await phone.zalo.control.nativeStorage('may-1')).toEqual({});
  });
});

describe('links', () => {
  const link = `https://zalo.me/s/${APP_ID}/ho-so/1?utm_source=qr`;

  it('start a closed app at their path, and tell an open one without reloading it', async () => {
    await phone.page.goto(phone.zalo.emulator.url);
    await phone.page.getByRole('button', { name: 'Quét mã QR' }).click();
    await phone.page
      .getByLabel('Ảnh có mã QR')
      .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: await toBuffer(link) });
    const app = await phone.appFrame();
    expect(new URL(app.url()).pathname).toBe(`/zapps/${APP_ID}/ho-so/1`);
    expect(new URL(app.url()).search).toBe('?utm_source=qr');

    await phone.page.getByRole('button', { name: 'Thu nhỏ ứng dụng' }).click();
    await phone.page.getByRole('button', { name: 'Quét mã QR' }).click();
    await phone.page.getByLabel('Nội dung mã').fill(`https://zalo.me/s/${APP_ID}/tra-cuu`);
    await phone.page.getByRole('button', { name: 'Mở liên kết' }).click();
    await untilHeard(app, 'h5.event.open.mp');
    expect(await heard(app)).toMatchObject([
      { name: 'h5.event.paused' },
      { name: 'h5.event.resumed' },
      { name: 'h5.event.open.mp', data: { path: '/tra-cuu' } },
    ]);
  });

  it('in a page of the in-app browser close it and come back to the app', async () => {
    const app = await phone.openApp();
    const { port } = new URL(phone.zalo.emulator.url);
    const back = encodeURIComponent(`http://zalo.vn.localhost:${port}/s/${APP_ID}/lien-ket?ma=1`);
    await sdk(app, `sdk.openWebview({ url: "${API_ORIGIN}/page?link=${back}" })`);
    const web = phone.page.getByRole('region', { name: 'Trình duyệt trong Zalo' });
    await phone.page
      .frameLocator('iframe[title="Trang web"]')
      .getByRole('link', { name: 'Quay lại Tây Ninh Smart' })
      .click();
    await untilHeard(app, 'h5.event.open.mp');
    expect(await web.isVisible()).toBe(false);
    expect(await heard(app)).toMatchObject([
      { name: 'h5.event.webview.close' },
      { name: 'h5.event.open.mp', data: { path: '/lien-ket?ma=1' } },
    ]);
    expect(phone.province.heard.some((request) => request.path.includes('typeInapp=1'))).toBe(true);
  });

  it('under a message of the Official Account open the app where they point', async () => {
    const refresh = await fetch(phone.zalo.cloud('oauth.zaloapp.com/v4/oa/access_token'), {
      method: 'POST',
      headers: { secret_key: OFFICIAL_ACCOUNT.appSecret },
      body: new URLSearchParams({
        refresh_token: OFFICIAL_ACCOUNT.firstRefreshToken,
        app_id: OFFICIAL_ACCOUNT.appId,
        grant_type: 'refresh_token',
      }),
    });
    const { access_token } = (await refresh.json()) as { access_token: string };
    const { userIdByOa } = await phone.zalo.control.person('anh');
    const buttons = [{ title: 'Xem hồ sơ', type: 'oa.open.url', payload: { url: link } }];
    const elements = [{ type: 'header', content: 'Hồ sơ đã có kết quả' }];
    await fetch(phone.zalo.cloud('openapi.zalo.me/v3.0/oa/message/cs'), {
      method: 'POST',
      headers: { access_token, 'content-type': 'application/json' },
      body: JSON.stringify({
        recipient: { user_id: userIdByOa },
        message: { attachment: { type: 'template', payload: { elements, buttons } } },
      }),
    });
    // Turned on afterwards: a page that is just opening may not listen yet.
    await phone.page.goto(phone.zalo.emulator.url);
    await phone.page.getByRole('button', { name: /1 tin mới/ }).click();
    await phone.page.getByRole('log').getByRole('button', { name: 'Xem hồ sơ' }).click();
    expect(new URL((await phone.appFrame()).url()).pathname).toBe(`/zapps/${APP_ID}/ho-so/1`);
  });
});
