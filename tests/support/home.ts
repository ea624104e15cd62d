import { expect } from '@playwright/test';
import type { Phone } from './phone.ts';
import { province } from './province.ts';

/** Home is worth having: its name, the search, the services and the number to call, whatever else is broken. */
export async function expectUsefulHome({ app }: Phone): Promise<void> {
  await expect(app.getByRole('heading', { level: 1, name: province.appName })).toBeVisible();
  await expect(app.getByRole('link', { name: 'Bạn cần làm gì?' })).toBeVisible();
  const services = app.getByRole('navigation', { name: 'Dịch vụ chính' });
  await expect(services.getByRole('link', { name: 'Thông báo' })).toBeVisible();
  await expect(services.getByRole('link', { name: 'Công dân số' })).toBeVisible();
  await expect(app.getByRole('link', { name: `Gọi ${province.contact.hotline}` })).toBeVisible();
  // The app itself, not the picture that stands there until it has come.
  await expect(firstPicture(app)).toHaveCount(0);
}

/** What is only there while home is a picture: the place for its words. */
export const firstPicture = (app: Phone['app']) => app.locator('.early');

/** Leaves a mark on the document that any reload would wipe away. */
export async function markDocument(phone: Phone): Promise<void> {
  await phone.frame()?.evaluate(() => {
    document.documentElement.dataset.markOfTheTest = 'still here';
  });
}

/** The document is the one that was marked: nothing was loaded anew. */
export async function expectSameDocument(phone: Phone): Promise<void> {
  const mark = await phone.frame()?.evaluate(() => document.documentElement.dataset.markOfTheTest);
  expect(mark, 'the document was not loaded anew').toBe('still here');
}

/** The document is not the one that was marked. It may be changing just now, so it is asked by a locator, which asks again. */
export async function expectAnotherDocument({ app }: Phone): Promise<void> {
  await expect(app.locator('html:not([data-mark-of-the-test])')).toBeAttached();
}

/** How much of what was on screen moved by itself since the app opened (CLS without session windows: never less). */
export async function layoutShift(phone: Phone): Promise<number> {
  const shift = await phone.frame()?.evaluate(
    () =>
      new Promise<number>((settle) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // What is buffered is handed over in the next task.
        setTimeout(() => {
          observer.disconnect();
          settle(sum);
        }, 100);
      }),
  );
  expect(shift, 'the app runs').toBeDefined();
  return shift ?? 1;
}
