import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Everything a machine can say about WCAG 2.2 AA on the mini app now shown; what it cannot say needs a person. */
export async function expectAccessible(page: Page, appName = 'Tây Ninh Smart'): Promise<void> {
  const inApp = await page.locator(`iframe[title="${appName}"]`).count();
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  // Zalo's own parts of the phone are not ours to mend.
  if (inApp > 0) axe.include([`iframe[title="${appName}"]`, 'html']);
  const { violations } = await axe.analyze();
  const complaints = violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html) }));
  expect(complaints).toEqual([]);
}
