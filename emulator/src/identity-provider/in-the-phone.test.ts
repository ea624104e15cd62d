import type { FrameLocator } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { IDENTITY_CLIENTS, ONE_TIME_CODE } from '../identity.ts';
import { PhoneDriver } from '../testing/phone-driver.ts';
import { API_ORIGIN } from '../testing/test-emulator.ts';
import { SAMPLE_PASSWORD } from './citizens.ts';

let phone: PhoneDriver;
beforeAll(async () => {
  phone = await PhoneDriver.start();
});
afterAll(() => phone.stop());
beforeEach(() => phone.begin());
afterEach(() => phone.end());

/** The app sends the person to the province's start page, which redirects to the provincial ID. */
async function leaveForLogin(): Promise<FrameLocator> {
  const app = await phone.openApp();
  const query = new URLSearchParams({
    client_id: IDENTITY_CLIENTS.keycloak.id,
    response_type: 'code',
    redirect_uri: `http://127.0.0.1:${phone.zalo.serverPort}/identity/callback`,
    scope: 'openid profile',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  });
  const start = `${API_ORIGIN}/start?to=${encodeURIComponent(`${phone.zalo.emulator.issuer}/auth?${query}`)}`;
  await app.evaluate(`sdk.openWebview({ url: ${JSON.stringify(start)} })`);
  return phone.page.frameLocator('iframe[title="Trang web"]');
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
});

it('lets the person leave by "Thôi"', async () => {
  const web = await leaveForLogin();
  await web.getByRole('button', { name: 'Thôi' }).click();
  await web.getByText('access_denied').waitFor();
  expect(await web.getByText('Có mã').count()).toBe(0);
});
