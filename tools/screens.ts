// `npm run screens [-- name …]`: pictures of every screen at 360×740 in the three text sizes, into .screens/, and of the
// whole of those that are longer; fails where axe finds a fault. .screens/index.html shows them side by side, .screens/readme.png is docs/screens.png.
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { ControlClient } from '../emulator/src/control-client.ts';
import { scenes } from '../tests/screens/screens.ts';
import type { Scene, Stage } from '../tests/screens/stage.ts';
import { accessibilityFaults, textSizes } from '../tests/support/accessible.ts';
import { raiseToCitizen, raiseToContact } from '../tests/support/raise-level.ts';
import { startStack, type Stack } from '../tests/support/stack.ts';
import { findBrowser } from '../emulator/src/testing/browser.ts';
import { buildIfStale } from './build-if-stale.mjs';

const size = { width: 360, height: 740 };
const folder = '.screens';
const readme = ['home-waiting', 'procedure', 'papers-ready', 'receipt'];

/** A person's phone, raised to the level the scene is seen at. */
async function preparePhone(scene: Scene, stack: Stack, control: ControlClient, page: Page): Promise<string> {
  const person = await control.createPerson({ name: 'Ngọc Ánh', followsOfficialAccount: true });
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

/** @returns what is wrong with the pictures themselves. */
async function takePictures(name: string, page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [label, value] of Object.entries(textSizes)) {
    const height = await page.evaluate((text) => {
      if (text === undefined) delete document.documentElement.dataset.text;
      else document.documentElement.dataset.text = text;
      window.scrollTo(0, 0);
      return document.documentElement.scrollHeight;
    }, value);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) faults.push(`${label} text: ${String(wide)} px wider than the phone`);
    for (const { id, where } of await accessibilityFaults(page)) {
      faults.push(`${label} text: ${id}: ${where.join(' ')}`);
    }
    await page.screenshot({ path: `${folder}/${name}-${label}.png`, animations: 'disabled' });
    if (height <= size.height) continue;
    await page.setViewportSize({ ...size, height });
    await page.screenshot({ path: `${folder}/${name}-${label}-whole.png`, animations: 'disabled' });
    await page.setViewportSize(size);
  }
  await page.evaluate(() => delete document.documentElement.dataset.text);
  return faults;
}

/** Plays a scene up to its last wanted picture. @returns names with what went wrong. */
async function play(
  scene: Scene,
  wants: (name: string) => boolean,
  { stack, control, context, appId }: { stack: Stack; control: ControlClient; context: BrowserContext; appId: string },
): Promise<string[]> {
  const last = scene.shots.map(({ name }) => wants(name)).lastIndexOf(true);
  if (last < 0) return [];
  const page = await context.newPage();
  const phoneId = await preparePhone(scene, stack, control, page);
  const open = async (path: string): Promise<void> => {
    const url = new URL(`${stack.phoneUrl}/zapps/${appId}${path}`);
    url.searchParams.set('zalo_phone', phoneId);
    await page.goto(url.href);
    await page.waitForLoadState('networkidle');
    await settle(page);
  };
  const stage: Stage = { page, app: page, open, settle: () => settle(page), stack, control, phoneId };
  const failed: string[] = [];
  for (const { name, go } of scene.shots.slice(0, last + 1)) {
    const started = performance.now();
    try {
      await go(stage);
      await page.waitForTimeout(250);
      const faults = wants(name) ? await takePictures(name, page) : [];
      if (faults.length > 0) throw new Error(faults.join('; '));
      console.log(`ok      ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed.push(name);
      console.error(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await page.close();
  return failed;
}

function writeIndex(): void {
  const files = readdirSync(folder).filter((file) => file.endsWith('.png') && file !== 'readme.png');
  const figures = files.map(
    (file) => `<figure><img src="${file}" width="240"><figcaption>${file}</figcaption></figure>`,
  );
  const style =
    'body{font:14px sans-serif;background:#888;display:flex;flex-wrap:wrap;align-items:flex-start}figure{margin:4px}';
  writeFileSync(
    `${folder}/index.html`,
    `<!doctype html><meta charset="utf-8"><style>${style}</style>${figures.join('\n')}`,
  );
}

/** The four pictures of README side by side. */
async function drawReadme(): Promise<void> {
  const width = 240;
  const gap = 8;
  const pictures = await Promise.all(
    readme.map((name) => sharp(`${folder}/${name}-normal.png`).resize({ width }).png().toBuffer()),
  );
  const height = Math.round((size.height * width) / size.width);
  const ground = { width: width * pictures.length + gap * (pictures.length - 1), height, channels: 3 as const };
  await sharp({ create: { ...ground, background: '#c8d0d8' } })
    .composite(pictures.map((input, index) => ({ input, left: index * (width + gap), top: 0 })))
    .png({ palette: true, colours: 128 })
    .toFile(`${folder}/readme.png`);
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
  const look = { viewport: size, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
  const context = await browser.newContext({ ...look, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  context.setDefaultTimeout(20_000);
  const wants = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
  for (const scene of scenes) failed.push(...(await play(scene, wants, { stack, control, context, appId })));
} finally {
  await browser.close();
  await stack.stop();
}
writeIndex();
if (wanted.length === 0 && failed.length === 0) await drawReadme();
process.exitCode = failed.length === 0 ? 0 : 1;
