import { expect } from '@playwright/test';
import type { Phone } from './phone.ts';
import { province } from './province.ts';

/** A link to the mini app as messages carry it. */
export const linkInto = async ({ control }: Phone, path: string): Promise<string> =>
  `https://zalo.me/s/${(await control.ready()).appId}${path}`;

/** The screen that explains linking, in place of one that needs level 2. */
export const linkingAsked = ({ app }: Phone) =>
  app.getByRole('heading', { level: 1, name: `Liên kết tài khoản ${province.identity.name}` });

export const linkButton = ({ app }: Phone) => app.getByRole('button', { name: `Liên kết ${province.identity.name}` });

/** The way from the provincial ID's last page back into Zalo. */
export const wayBack = ({ browser }: Phone) => browser.getByRole('link', { name: `Quay lại ${province.appName}` });

/** A screen that opens only to a citizen. */
export const myDossiers = ({ app }: Phone) => app.getByRole('heading', { level: 1, name: 'Hồ sơ của tôi' });

/** Opens what needs level 2 and taps through to the provincial ID's login page. The person is at level 1. */
export async function goToProvincialId(phone: Phone, path = '/ho-so'): Promise<void> {
  await phone.openLink(await linkInto(phone, path));
  await linkButton(phone).click();
  await expect(phone.browser.getByRole('heading', { name: `Đăng nhập ${province.identity.name}` })).toBeVisible();
}
