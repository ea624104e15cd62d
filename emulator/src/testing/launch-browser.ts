import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { findBrowser } from './browser.ts';

/**
 * Chromium, from the system or from npm. It ends with this process; but that one is ended by Ctrl+C in an order of its own,
 * which Playwright would cut short.
 */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ ...(await findBrowser()), handleSIGINT: false });
