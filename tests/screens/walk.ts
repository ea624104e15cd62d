import type { BrowserContext, Page } from '@playwright/test';
import { ControlClient } from '../../emulator/src/control-client.ts';
import { launchBrowser } from '../../emulator/src/testing/launch-browser.ts';
import { textSizes } from '../support/accessible.ts';
import { raiseToCitizen, raiseToContact } from '../support/raise-level.ts';
import { startStack, type Stack } from '../support/stack.ts';
import { scenes } from './screens.ts';
import type { Scene, Stage, Viewer } from './stage.ts';

/** As long as names are: what fits this fits everybody. */
const longName = 'Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Khánh Thiên Hương';
export const phoneSize = { width: 360, height: 740 };
export type TextSizeName = keyof typeof textSizes;

interface Walk {
  /** Which shots are looked at; those before them in a scene are played all the same. */
  wants: (name: string) => boolean;
  /** Looks at what is shown. @returns what is wrong with it. */
  look: (page: Page, shot: string, viewer: Viewer) => Promise<string[]>;
}

interface Place {
  stack: Stack;
  control: ControlClient;
  context: BrowserContext;
  appId: string;
}

/** Shows the page in one text size, from its top. */
export async function setTextSize(page: Page, size: TextSizeName): Promise<void> {
  await page.evaluate((text) => {
    if (text === undefined) delete document.documentElement.dataset.text;
    else document.documentElement.dataset.text = text;
    window.scrollTo(0, 0);
  }, textSizes[size]);
}

/** A person's phone, raised to the level the scene is seen at. */
async function preparePhone(scene: Scene, { stack, control }: Place, page: Page): Promise<string> {
  const person = await control.createPerson({ name: longName, followsOfficialAccount: true });
  const phone = await control.createPhone({ personId: person.id, login: scene.zaloIsDead ? 'dead' : 'alive' });
  if (scene.viewer === 'contact') await raiseToContact(stack, control, person.id);
  if (scene.citizen !== undefined) await raiseToCitizen(stack, control, person.id, page, scene.citizen);
  return phone.id;
}

async function settle(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.waitForTimeout(250);
}

/** Plays a scene up to its last wanted shot. @returns names with what went wrong. */
async function play(scene: Scene, { wants, look }: Walk, place: Place): Promise<string[]> {
  const last = scene.shots.map(({ name }) => wants(name)).lastIndexOf(true);
  if (last < 0) return [];
  const page = await place.context.newPage();
  const phoneId = await preparePhone(scene, place, page);
  const open = async (path: string): Promise<void> => {
    const url = new URL(`${place.stack.phoneUrl}/zapps/${place.appId}${path}`);
    url.searchParams.set('zalo_phone', phoneId);
    await page.goto(url.href);
    await page.waitForLoadState('networkidle');
    await settle(page);
  };
  const { stack, control } = place;
  const stage: Stage = { page, app: page, open, settle: () => settle(page), stack, control, phoneId };
  const failed: string[] = [];
  for (const { name, go } of scene.shots.slice(0, last + 1)) {
    const started = performance.now();
    try {
      await go(stage);
      await page.waitForTimeout(250);
      const faults = wants(name) ? await look(page, name, scene.viewer) : [];
      await setTextSize(page, 'normal');
      if (faults.length > 0) throw new Error(faults.join('\n        '));
      console.log(`ok      ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed.push(name);
      console.error(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await page.close();
  return failed;
}

/** Walks through every scene on a system of its own. @returns the shots that failed. */
export async function walkScreens(walk: Walk): Promise<string[]> {
  const stack = await startStack();
  const browser = await launchBrowser();
  const failed: string[] = [];
  try {
    const control = new ControlClient(stack.emulatorUrl);
    const { appId } = await control.ready();
    const look = { viewport: phoneSize, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
    const context = await browser.newContext({ ...look, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    context.setDefaultTimeout(20_000);
    // What is measured inside a page was compiled on the way here, and names its functions by this.
    await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
    for (const scene of scenes) failed.push(...(await play(scene, walk, { stack, control, context, appId })));
  } finally {
    await browser.close();
    await stack.stop();
  }
  return failed;
}
