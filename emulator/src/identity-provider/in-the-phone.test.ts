import type { Server } from 'node:http';
import type { Browser, FrameLocator, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { IDENTITY_CLIENTS, ONE_TIME_CODE } from '../identity.ts';
import { buildTestApp } from '../testing/build-test-app.ts';
import { launchBrowser } from '../testing/launch-browser.ts';
import { startProvinceServer } from '../testing/province-server.ts';
import { API_ORIGIN, startTestEmulator } from '../testing/test-emulator.ts';
import type { TestEmulator } from '../testing/test-emulator.ts';
import { SAMPLE_PASSWORD } from './citizens.ts';

let zalo: TestEmulator;
let browser: Browser;
let page: Page;
let province: Server;

beforeAll(async () => {
  zalo = await startTestEmulator(await buildTestApp());
  province = (await startProvinceServer(zalo.serverPort)).server;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  province.close();
  await zalo.emulator.close();
});
beforeEach(() => zalo.control.reset());

/** The app sends the person to the province's start page, which redirects to the provincial ID. */
async function leaveForLogin(): Promise<FrameLocator> {
  page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(zalo.emulator.url);
  await page.getByRole('searchbox').fill('Tây Ninh');
  await page.getByRole('button', { name: 'Mở ứng dụng Tây Ninh Smart' }).click();
  await page.frameLocator('iframe[title="Tây Ninh Smart"]').getByRole('heading').waitFor();
  const query = new URLSearchParams({
    client_id: IDENTITY_CLIENTS.keycloak.id,
    response_type: 'code',
    redirect_uri: `http://127.0.0.1:${zalo.serverPort}/identity/callback`,
    scope: 'openid profile',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  const start = `${API_ORIGIN}/start?to=${encodeURIComponent(`${zalo.emulator.issuer}/auth?${query}`)}`;
  const app = page.frames().find((frame) => frame.url().includes('/zapps/'));
  await app?.evaluate(`sdk.openWebview({ url: ${JSON.stringify(start)} })`);
  return page.frameLocator('iframe[title="Trang web"]');
}

it('logs in inside the in-app browser, cookies and all', async () => {
  const web = await leaveForLogin();
  await web.getByLabel('Số căn cước').fill('072188000001');
  await web.getByLabel('Mật khẩu').fill(SAMPLE_PASSWORD);
  await web.getByRole('button', { name: 'Đăng nhập' }).click();
  await web.getByLabel('Mã 6 số').fill(ONE_TIME_CODE);
  await web.getByRole('button', { name: 'Kiểm tra mã' }).click();
  await web.getByRole('button', { name: 'Đồng ý chia sẻ' }).click();
  await web.getByText('Có mã').waitFor();
  expect(await web.getByRole('heading', { name: 'Trang của tỉnh' }).isVisible()).toBe(true);
  await page.close();
});

it('lets the person leave by "Thôi"', async () => {
  const web = await leaveForLogin();
  await web.getByRole('button', { name: 'Thôi' }).click();
  await web.getByText('access_denied').waitFor();
  expect(await web.getByText('Có mã').count()).toBe(0);
  await page.close();
});
