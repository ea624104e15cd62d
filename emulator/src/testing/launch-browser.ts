import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { findBrowser } from './browser.ts';

/** Chromium, from the system or from npm. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await findBrowser());
