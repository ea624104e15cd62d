// `npm run screens [-- name …]`: pictures of every screen at 360×740 in the three text sizes, into .screens/, and of the
// whole of those that are longer; fails where axe finds a fault. .screens/index.html shows them side by side, .screens/readme.png is docs/screens.png.
import type { Page } from '@playwright/test';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { phoneSize, setTextSize, walkScreens, type TextSizeName } from '../tests/screens/walk.ts';
import { accessibilityFaults, sayFault, textSizes } from '../tests/support/accessible.ts';
import { layoutFaults } from '../tests/support/layout-faults.ts';
import { buildIfStale } from './build-if-stale.mjs';
import { endInOrder } from './children.mjs';

const folder = '.screens';
const readme = ['home-waiting', 'procedure', 'papers-ready', 'receipt'];

/** @returns what is wrong with the pictures themselves. */
async function takePictures(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const label of Object.keys(textSizes) as TextSizeName[]) {
    await setTextSize(page, label);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const found = [...(await layoutFaults(page)), ...(await accessibilityFaults(page)).map(sayFault)];
    faults.push(...found.map((fault) => `${label} text: ${fault}`));
    await page.screenshot({ path: `${folder}/${name}-${label}.png`, animations: 'disabled' });
    if (height <= phoneSize.height) continue;
    await page.setViewportSize({ ...phoneSize, height });
    await page.screenshot({ path: `${folder}/${name}-${label}-whole.png`, animations: 'disabled' });
    await page.setViewportSize(phoneSize);
  }
  return faults;
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
  const height = Math.round((phoneSize.height * width) / phoneSize.width);
  const ground = { width: width * pictures.length + gap * (pictures.length - 1), height, channels: 3 as const };
  await sharp({ create: { ...ground, background: '#c8d0d8' } })
    .composite(pictures.map((input, index) => ({ input, left: index * (width + gap), top: 0 })))
    .png({ palette: true, colours: 128 })
    .toFile(`${folder}/readme.png`);
}

const wanted = process.argv.slice(2);
endInOrder();
await buildIfStale();
mkdirSync(folder, { recursive: true });
const wants = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const failed = await walkScreens({ wants, look: takePictures });
writeIndex();
if (wanted.length === 0 && failed.length === 0) await drawReadme();
process.exitCode = failed.length === 0 ? 0 : 1;
