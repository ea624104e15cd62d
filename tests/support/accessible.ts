import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { province } from './province.ts';

/** The person's three text sizes, as the app marks them on its document. */
export const textSizes = { normal: undefined, large: 'large', largest: 'largest' } as const;

export interface AccessibilityFault {
  id: string;
  help: string;
  where: string[];
}

export const sayFault = ({ id, where }: AccessibilityFault): string => `${id}: ${where.join(' ')}`;

/** Looks at the page in full length: what the bar at the bottom half covers at the moment is not too small to be tapped. */
export async function inFullLength<Seen>(page: Page, look: () => Promise<Seen>): Promise<Seen> {
  const size = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (size === null || height <= size.height) return look();
  await page.setViewportSize({ ...size, height });
  try {
    return await look();
  } finally {
    await page.setViewportSize(size);
  }
}

/** What a machine can find fault with on the page now shown, after WCAG 2.2 AA; what it cannot find needs a person. */
export async function accessibilityFaults(page: Page, appName = province.appName): Promise<AccessibilityFault[]> {
  const inApp = await page.locator(`iframe[title="${appName}"]`).count();
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  // The page is Zalo's, and Zalo's pages refuse to be zoomed; the app has text sizes of its own.
  axe.disableRules('meta-viewport');
  // Zalo's own parts of the phone are not ours to mend.
  if (inApp > 0) axe.include([`iframe[title="${appName}"]`, 'html']);
  // Inside the phone the page that is measured is not the app's.
  const { violations } = await (inApp > 0 ? axe.analyze() : inFullLength(page, () => axe.analyze()));
  return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
}

export async function expectAccessible(page: Page, appName?: string): Promise<void> {
  expect(await accessibilityFaults(page, appName)).toEqual([]);
}
