import type { Browser, Page } from '@playwright/test';
import { createRandom, type Random } from '../tests/faults/random.ts';
import { heapOf, phoneLook } from './bench-page.ts';
import { takeHeapApart, type HeapParts } from './heap-parts.ts';
import { readModuleTable } from './read-module-table.ts';

/** JavaScript in use on home after a collection, MB, and what else must not grow. */
interface Weight extends HeapParts {
  minute: number;
  heap: number;
  nodes: number;
  listeners: number;
}

export interface LongUse {
  fresh: Weight;
  /** Every service opened once: their code is there from now on. */
  toured: Weight;
  /** Used for `warmUp` minutes: what is grown by from now on is no longer code that runs for the first time. */
  begun: Weight;
  every: Weight[];
  taps: number;
}

/** What would end the wandering: leaving the account, or the app. */
const ENDS = /xóa|hủy liên kết|đăng xuất|thu hồi|mở lại ứng dụng|rút/i;

/** Everything on the screen a finger could tap now. */
async function tapSomething(page: Page, random: Random): Promise<void> {
  const found = await page
    .locator('main a[href^="/"]:visible, main button:enabled:visible, nav a[href^="/"]:visible, summary:visible')
    .all();
  const target = found[random.whole(0, Math.max(0, found.length - 1))];
  // Never back beyond home: that would leave the app.
  const isDeep = new URL(page.url()).pathname.split('/').filter(Boolean).length > 2;
  if (isDeep && (target === undefined || random.chance(0.15))) {
    await page.goBack({ timeout: 3_000 }).catch(() => null);
    return;
  }
  if (target === undefined) return;
  const words = (await target.textContent({ timeout: 1_000 }).catch(() => '')) ?? '';
  if (ENDS.test(words)) return;
  // It may have gone meanwhile: somebody tapping beside it is part of the use.
  await target.click({ timeout: 2_000, noWaitAfter: true }).catch(() => null);
}

/** Somebody taps about in the app for `warmUp` minutes and then for `minutes`, as fast as screens come. Seeded: what is tapped can be tapped again. */
export async function useForLong(
  browser: Browser,
  address: string,
  { warmUp, minutes, seed }: { warmUp: number; minutes: number; seed: string },
): Promise<LongUse> {
  // Without the watch of the other benches, which itself keeps what it sees.
  const context = await browser.newContext(phoneLook);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const random = createRandom(seed);
  const began = Date.now();
  const minute = (): number => (Date.now() - began) / 60_000;
  const home = new URL(address).pathname;
  const weighAtHome = async (): Promise<Weight> => {
    // Within the same document: loading anew would wash everything away.
    await page.evaluate((path) => {
      window.history.pushState(null, '', path);
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, home);
    // By its looks: the person may have chosen English meanwhile.
    await page.locator('nav.tiles').waitFor();
    // Whoever left radio or television on has it playing at home, too: that is use, not a leak.
    const off = page.getByRole('button', { name: /^(Tắt|Switch off)$/ });
    if (await off.isVisible()) await off.click();
    await page.waitForTimeout(3_000);
    const heap = await heapOf(cdp);
    const { metrics } = await cdp.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
    return {
      minute: minute(),
      heap,
      ...(await takeHeapApart(cdp)),
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
    };
  };

  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(4_000);
  const fresh = await weighAtHome();
  for (const { to } of (await readModuleTable()).flatMap((module) => module.tiles ?? [])) {
    await page.locator(`main a[href$="${to}"]`).last().click();
    await page.waitForLoadState('networkidle');
    await page.goBack();
    await page.getByRole('navigation', { name: 'Dịch vụ chính' }).waitFor();
  }
  const toured = await weighAtHome();
  let taps = 0;
  const tapUntil = async (end: number): Promise<Weight> => {
    while (minute() < end) {
      await tapSomething(page, random);
      taps += 1;
      await page.waitForTimeout(random.whole(0, 400));
    }
    return weighAtHome();
  };
  const begun = await tapUntil(minute() + warmUp);
  const every: Weight[] = [];
  for (let part = 1; part <= 6; part += 1) every.push(await tapUntil(begun.minute + (minutes * part) / 6));
  await context.close();
  return { fresh, toured, begun, every, taps };
}
