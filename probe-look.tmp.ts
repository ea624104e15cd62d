import { chromium } from '/work/wt/look/node_modules/@playwright/test/index.mjs';
import { startStack } from '/work/wt/look/tests/support/stack.ts';
import { findBrowser } from '/work/wt/look/emulator/src/testing/browser.ts';
const stack = await startStack();
const browser = await chromium.launch(await findBrowser());
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
page.on('console', (m) => console.log('console', m.text().slice(0, 300)));
page.on('pageerror', (e) => console.log('pageerror', e.message, e.stack?.slice(0, 400)));
await page.addInitScript({ content: `Object.defineProperty(window, 'ZaloJavaScriptInterface', { get() {}, set() {} });
    Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0' });` });
for (const p of ['/', '/ho-so']) {
  await page.goto(`${stack.phoneUrl}/zapps/1234567890123456789${p}`);
  await page.waitForTimeout(8000);
  console.log(p, (await page.locator('body').innerText()).slice(0, 500));
  await page.screenshot({ path: `/tmp/outside${p === '/' ? '-home' : '-gate'}.png`, fullPage: true });
}
await browser.close(); await stack.stop();
