import type { Page } from '@playwright/test';
import { layoutFaults } from './layout-faults.ts';

/** Text twice as large, which a phone's own settings do (WCAG 1.4.4). */
const twice = 'html { font-size: 32px !important; }';

/** The spacing some people need to tell letters and lines apart (WCAG 1.4.12). */
const airy = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

const settings = [
  { name: 'text twice as large', css: twice, width: 360 },
  { name: 'airy text', css: airy, width: 360 },
  // What remains of a wide screen that is enlarged four times (WCAG 1.4.10).
  { name: '320 px', css: '', width: 320 },
] as const;

/** What still moves although the person asked for nothing to move (WCAG 2.2.2, 2.3.3). */
async function motionFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [
      ...document
        .getAnimations()
        .filter(({ playState }) => playState === 'running')
        .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null)),
      ...document.querySelectorAll('animate, animateTransform, marquee, video[autoplay]:not([controls])'),
    ].map((at) => (at instanceof Element ? at.outerHTML.slice(0, 80) : 'something')),
  );
  await page.emulateMedia({ reducedMotion: null });
  return moving.map((what) => `moves although nothing should: ${what}`);
}

/** What goes wrong on the page now shown once a person's own settings apply: larger text, airy text, a narrow screen, no motion. */
export async function settingsFaults(page: Page): Promise<string[]> {
  const faults = await motionFaults(page);
  const size = page.viewportSize();
  for (const { name, css, width } of settings) {
    await page.setViewportSize({ width, height: size?.height ?? 740 });
    await page.evaluate((content) => {
      const style = document.createElement('style');
      style.dataset.settings = '';
      style.textContent = content;
      document.head.append(style);
    }, css);
    faults.push(...(await layoutFaults(page)).map((fault) => `${name}: ${fault}`));
    await page.evaluate(() => document.querySelector('style[data-settings]')?.remove());
  }
  if (size !== null) await page.setViewportSize(size);
  return faults;
}
