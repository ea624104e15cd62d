import { defineConfig } from '@playwright/test';
import { findBrowser } from './emulator/src/testing/browser.ts';

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/support/build-once.ts',
  // A journey mostly waits. Each worker has a system of its own: server, data, stand-in for Zalo and browser.
  workers: Number(process.env.JOURNEY_WORKERS ?? 2),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // On a busy machine a journey may meet a moment nobody meets twice: tried once more, and named in the last lines.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '.cache/test/journeys.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    launchOptions: { executablePath, args, env },
  },
});
