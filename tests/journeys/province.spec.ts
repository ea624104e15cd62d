import { expectUsefulHome } from '../support/home.ts';
import { expect, test } from '../support/journey.ts';
import { linkingAsked, linkInto } from '../support/linking.ts';
import { province } from '../support/province.ts';
import { raiseToContact } from '../support/raise-level.ts';

// `PROVINCE=mau npm run journeys -- province`: what a province of its own must pass.
test('any province: in by its name, a guide is open, linking speaks of its own ID', async ({
  phone,
  stack,
  control,
}) => {
  await raiseToContact(stack, control, phone.person.id);
  await phone.findApp(province.appName);
  await expectUsefulHome(phone);

  await phone.openLink(await linkInto(phone, '/thu-tuc/1.001193'));
  await expect(phone.app.getByRole('heading', { level: 1, name: /khai sinh/i })).toBeVisible();

  await phone.openLink(await linkInto(phone, '/ho-so'));
  await expect(linkingAsked(phone)).toBeVisible();
});
