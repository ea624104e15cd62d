// `npm run screens [-- name …]`: pictures of every screen at 360×740 in the three text sizes, into .screens/.
import { chromium, type BrowserContext } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { ControlClient } from '../emulator/src/control-client.ts';
import { CITIZENS } from '../emulator/src/identity-provider/citizens.ts';
import { screens, type Screen, type Viewer } from '../tests/screens/screens.ts';
import { raiseToCitizen, raiseToContact } from '../tests/support/raise-level.ts';
import { startStack, type Stack } from '../tests/support/stack.ts';
import { findBrowser } from '../emulator/src/testing/browser.ts';
import { buildIfStale } from './build-if-stale.mjs';

const textSizes = { normal: undefined, large: 'large', largest: 'largest' } as const;
const folder = '.screens';

/** A phone for each kind of viewer, by the viewer's name. */
async function preparePhones(
  stack: Stack,
  control: ControlClient,
  context: BrowserContext,
): Promise<Map<Viewer, string>> {
  const phones = new Map<Viewer, string>();
  const citizen = CITIZENS[0];
  if (citizen === undefined) throw new Error('The provincial ID has no sample citizen.');
  for (const viewer of ['visitor', 'contact', 'citizen'] as const) {
    const person = await control.createPerson({ name: 'Ngọc Ánh' });
    const phone = await control.createPhone({ personId: person.id });
    phones.set(viewer, phone.id);
    if (viewer === 'contact') await raiseToContact(stack, control, person.id);
    if (viewer !== 'citizen') continue;
    const page = await context.newPage();
    await raiseToCitizen(stack, control, person.id, page, citizen.number);
    await page.close();
  }
  return phones;
}

async function takePictures(
  screen: Screen,
  address: string,
  context: BrowserContext,
  prepare: () => Promise<unknown>,
): Promise<void> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle');
  await prepare();
  for (const [name, value] of Object.entries(textSizes)) {
    await page.evaluate((size) => {
      if (size === undefined) delete document.documentElement.dataset.text;
      else document.documentElement.dataset.text = size;
    }, value);
    await page.screenshot({ path: `${folder}/${screen.name}-${name}.png`, animations: 'disabled' });
  }
  await page.close();
}

const wanted = process.argv.slice(2);
buildIfStale();
mkdirSync(folder, { recursive: true });
const stack = await startStack();
const browser = await chromium.launch(await findBrowser());
const failed: string[] = [];
try {
  const control = new ControlClient(stack.emulatorUrl);
  const { appId } = await control.ready();
  const look = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
  const context = await browser.newContext({ ...look, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const phones = await preparePhones(stack, control, context);
  for (const screen of screens) {
    if (wanted.length > 0 && !wanted.includes(screen.name)) continue;
    const [path = '', query = ''] = screen.path.split('?');
    const parameters = new URLSearchParams(query);
    const phone = phones.get(screen.viewer) ?? '';
    parameters.set('zalo_phone', phone);
    const address = `${stack.phoneUrl}/zapps/${appId}${path}?${parameters.toString()}`;
    try {
      await takePictures(screen, address, context, () => control.setNetwork(phone, screen.offline ? 'none' : '4g'));
      await control.setNetwork(phone, '4g');
      console.log(`ok      ${screen.name}`);
    } catch (error) {
      failed.push(screen.name);
      console.error(`FAILED  ${screen.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
} finally {
  await browser.close();
  await stack.stop();
}
process.exitCode = failed.length === 0 ? 0 : 1;
