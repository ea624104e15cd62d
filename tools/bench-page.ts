import { join } from 'node:path';
import type { Browser as PlaywrightBrowser, BrowserContext, CDPSession, Page } from '@playwright/test';

/** What one opening of the mini app cost. Times in milliseconds from the request for the page; sizes as transferred. */
export interface Opening {
  fcp: number;
  lcp: number;
  /** The home screen can be used: its services are there, a tap hits them, and the page has time for it. */
  usefulHome: number;
  /** The app itself stands there and answers; before that, a tap is kept until it does. */
  alive: number;
  cls: number;
  assetBytes: number;
  assetRequests: number;
  apiBytes: number;
  apiRequests: number;
  /** Sum of what every task took beyond 50 ms, from the start on; and the longest task. */
  blocking: number;
  longestTask: number;
  /** From a tap on a service to the next screen, whose code is there; 0 where there is nothing to tap. */
  tap: number;
  /** JavaScript in use after a collection, MB. */
  heap: number;
}

export interface Conditions {
  /** How many times slower than this machine's processor. */
  cpu: number;
  /** The service to tap once all is quiet. */
  tapOn?: string;
}

/** From a tap to the next screen's title, and to the moment nothing on it waits any more; milliseconds. */
export interface Tap {
  title: number;
  content: number;
}

export const openByTap = (page: Page, path: string): Promise<Tap> =>
  page.evaluate<Tap>(`benchOpen(${JSON.stringify(path)})`);

/** "Slow 4G" as Lighthouse has it. */
const network = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

interface Marks {
  fcp: number;
  lcp: number;
  cls: number;
  usefulHome: number;
  alive: number;
  blocking: number;
  longestTask: number;
}

interface Traffic {
  assetBytes: number;
  assetRequests: number;
  apiBytes: number;
  apiRequests: number;
}

/** Counts what crosses the line, without Zalo's own page and its private talk with its process. */
function countTraffic(cdp: CDPSession): Traffic {
  const traffic: Traffic = { assetBytes: 0, assetRequests: 0, apiBytes: 0, apiRequests: 0 };
  const kinds = new Map<string, 'asset' | 'api'>();
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, protocol } = new URL(request.url);
    if (protocol === 'data:' || protocol === 'blob:' || /^[/](__native__|zapps)[/]/.test(pathname)) return;
    const kind = pathname.startsWith('/zdn-assets/') ? 'asset' : 'api';
    kinds.set(requestId, kind);
  });
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache === true) kinds.delete(requestId);
  });
  cdp.on('Network.requestServedFromCache', ({ requestId }) => kinds.delete(requestId));
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === undefined) return;
    traffic[`${kind}Bytes`] += encodedDataLength;
    traffic[`${kind}Requests`] += 1;
  });
  return traffic;
}

/** Makes the page's phone as slow, and its line as thin. */
export async function slowDown(page: Page, cpu: number): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Performance.enable');
  await cdp.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return cdp;
}

/** JavaScript in use after a collection, MB. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1024 / 1024;
}

export const phoneLook = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  locale: 'vi-VN',
  isMobile: true,
  hasTouch: true,
};

/** A phone's browser with nothing stored, and the watch in every page. */
export async function newPhone(browser: PlaywrightBrowser): Promise<BrowserContext> {
  const context = await browser.newContext(phoneLook);
  // A file, not a function: what compiles this file would put calls of its own into the function.
  await context.addInitScript({ path: join(import.meta.dirname, 'bench-watch.js') });
  return context;
}

async function openOnce(page: Page, address: string, { cpu, tapOn }: Conditions): Promise<Opening> {
  const cdp = await slowDown(page, cpu);
  const traffic = countTraffic(cdp);
  await page.goto(address);
  await page.waitForFunction(
    () =>
      (window as unknown as { benchMarks: Marks }).benchMarks.alive > 0 &&
      (window as unknown as { benchMarks: Marks }).benchMarks.usefulHome > 0,
    null,
    {
      timeout: 60_000,
    },
  );
  // The largest paint and late shifts need a moment of rest to be known.
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(500);
  const marks = await page.evaluate(() => (window as unknown as { benchMarks: Marks }).benchMarks);
  const heap = await heapOf(cdp);
  const sent = { ...traffic };
  let tap = 0;
  if (tapOn !== undefined) {
    // The app fetches what is likely to be opened next a moment after the first screen.
    await page.waitForTimeout(4_000);
    await page.waitForLoadState('networkidle');
    ({ title: tap } = await openByTap(page, tapOn));
  }
  return { ...marks, ...sent, heap, tap };
}

/** Opens the mini app twice as one new person would: with nothing stored, and again with what the first visit left. */
export async function measureOpenings(
  browser: PlaywrightBrowser,
  address: string,
  conditions: Conditions,
): Promise<{ cold: Opening; warm: Opening }> {
  const context = await newPhone(browser);
  const first = await context.newPage();
  const cold = await openOnce(first, address, conditions);
  await first.close();
  const second = await context.newPage();
  const warm = await openOnce(second, address, conditions);
  await context.close();
  return { cold, warm };
}
