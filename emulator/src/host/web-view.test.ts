import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { macOfAll } from '../clouds/payment-mac.ts';
import { APP_ID } from '../identity.ts';
import { COVERAGE } from '../native/coverage.ts';
import { heard, PhoneDriver, sdk, untilHeard } from '../testing/phone-driver.ts';
import { API_ORIGIN } from '../testing/test-emulator.ts';

let phone: PhoneDriver;
beforeAll(async () => {
  phone = await PhoneDriver.start();
});
afterAll(() => phone.stop());
beforeEach(() => phone.begin());
afterEach(() => phone.end());

describe('the network', () => {
  const call = (address: string): string => `fetch("${address}", { method: "POST", body: "a" }).then((r) => r.json())`;

  it('carries calls to the province, and fails like a dead line when there is none', async () => {
    const app = await phone.openApp();
    expect(await sdk(app, call(`${API_ORIGIN}/a`))).toEqual({ ok: true });
    const asRequest = `fetch(new Request("${API_ORIGIN}/b", { method: "POST", body: "xin chào" })).then((r) => r.json())`;
    expect(await sdk(app, asRequest)).toEqual({ ok: true });
    expect(phone.province.heard.at(-1)).toMatchObject({ path: '/b', body: 'xin chào' });

    await phone.zalo.control.setNetwork('may-1', 'none');
    await untilHeard(app, 'h5.event.connection.changed');
    expect(await app.evaluate('navigator.onLine')).toBe(false);
    expect(await sdk(app, 'sdk.getNetworkType()')).toEqual({ networkType: 'none' });
    const failing = `fetch("${API_ORIGIN}/c").then(() => "came", (error) => error.name)`;
    expect(await app.evaluate(failing)).toBe('TypeError');
    const xhr = `new Promise((resolve) => { const x = new XMLHttpRequest(); x.open("POST", "${API_ORIGIN}/d");
      x.onload = () => resolve("came"); x.onerror = () => resolve("failed"); x.send("a"); })`;
    expect(await app.evaluate(xhr)).toBe('failed');
    await phone.zalo.control.setNetwork('may-1', '4g');
    await app.waitForFunction('navigator.onLine');
    expect(await app.evaluate(xhr)).toBe('came');
    expect(phone.province.heard.map((request) => request.path)).not.toContain('/c');
  });

  it('loads pictures of the province from the local server', async () => {
    const app = await phone.openApp();
    await app.evaluate(`(() => { const i = new Image(); i.src = "${API_ORIGIN}/i.png";
      document.body.insertAdjacentHTML("beforeend", '<img src="${API_ORIGIN}/j.png">'); })()`);
    await expect
      .poll(() => phone.province.heard.map((request) => request.path))
      .toEqual(expect.arrayContaining(['/i.png', '/j.png']));
  });
});

describe('a bare page', () => {
  it('refuses every prompt nobody scripted, and hears control', async () => {
    await phone.page.goto(`${phone.zalo.emulator.url}zapps/${APP_ID}/`);
    await phone.page.getByRole('heading').waitFor();
    expect(await sdk(phone.page, 'sdk.getPhoneNumber()')).toMatchObject({ code: -2002 });
    await expect.poll(() => phone.zalo.control.openLink('may-1', `https://zalo.me/s/${APP_ID}/tra-cuu`)).toBe(1);
    await untilHeard(phone.page, 'h5.event.open.mp');
    expect(await heard(phone.page)).toMatchObject([{ data: { path: '/tra-cuu' } }]);
    await expect
      .poll(async () => (await phone.zalo.control.nativeCalls('may-1')).map((one) => one.action))
      .toContain('action.mp.get.number');
  });

  it('is compressed and kept for ever, except the page itself', async () => {
    const [document, script] = await Promise.all([
      phone.page.waitForResponse((response) => response.url().endsWith(`/zapps/${APP_ID}/`)),
      phone.page.waitForResponse((response) => response.url().endsWith('.module.js')),
      phone.page.goto(`${phone.zalo.emulator.url}zapps/${APP_ID}/`),
    ]);
    expect(document.headers()['cache-control']).toBe('no-store');
    expect(script.headers()).toMatchObject({
      'content-encoding': 'br',
      'cache-control': expect.stringContaining('immutable'),
    });
  });
});

describe('on an iPhone', () => {
  it('answers the SDK by its own kind of call-back', async () => {
    await phone.zalo.control.changePhone('may-1', { os: 'ios' });
    const app = await phone.openApp();
    await phone.zalo.control.answer('may-1', 'phone-number', 'grant');
    expect(await sdk(app, 'sdk.getPhoneNumber()')).toHaveProperty('token');
    expect(await sdk(app, 'sdk.getSystemInfo()')).toMatchObject({ platform: 'iOS' });
  });
});

it('names every function the real SDK exports in the coverage table', async () => {
  const app = await phone.openApp();
  const names = await app.evaluate<string[]>(
    'Object.entries(sdk).filter(([name, value]) => typeof value === "function" && /^[a-z]/.test(name)).map(([name]) => name)',
  );
  const known = Object.keys(COVERAGE);
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
});

describe('checkout', () => {
  it('takes a signed order, lets the person pay in the sheet, and tells the app', async () => {
    const app = await phone.openApp();
    const mac = macOfAll({ amount: 8000, desc: 'Lệ phí', item: [] });
    await app.evaluate('sdk.events.on("action.payment.done", (data) => window.heard.push({ name: "paid", data }))');
    const order = await sdk<{ orderId: string }>(
      app,
      `sdk.Payment.createOrder({ amount: 8000, desc: "Lệ phí", item: [], mac: "${mac}" })`,
    );
    const sheet = phone.page.frameLocator('iframe[title="Trang web"]');
    await sheet.getByRole('button', { name: 'Đóng 8.000 đồng' }).click();
    await untilHeard(app, 'paid');
    const checked = `sdk.Payment.checkTransaction({ data: { orderId: "${order.orderId}" } })`;
    expect(await sdk(app, checked)).toMatchObject({ resultCode: 1 });
  });
});

describe('a slow network', () => {
  it('takes its time with calls and with the app itself', async () => {
    await phone.zalo.control.setNetwork('may-1', 'slow');
    const started = performance.now();
    const app = await phone.openApp();
    expect(performance.now() - started).toBeGreaterThan(600);
    const timed = `(() => { const from = performance.now(); return fetch("${API_ORIGIN}/a").then(() => performance.now() - from); })()`;
    expect(await app.evaluate<number>(timed)).toBeGreaterThan(300);
  });
});
