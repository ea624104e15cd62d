import { expectUsefulHome } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import { linkInto } from '../support/linking.ts';
import { province } from '../support/province.ts';

// `PROVINCE=mau npm run journeys -- province`: what a province of its own must pass.
test('any province: in by its name, home is useful, a guide is open', async ({ phone }) => {
  await phone.findApp(province.appName);
  await expectUsefulHome(phone);
  await expect(phone.app.getByText(province.appName).first()).toBeVisible();

  await phone.openLink(await linkInto(phone, '/thu-tuc/1.001193'));
  await expect(phone.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();
});
