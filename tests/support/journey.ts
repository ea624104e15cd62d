import { test as base } from '@playwright/test';
import { ControlClient } from '../../emulator/src/control-client.ts';
import { Phone, type PhoneWish } from './phone.ts';
import { startStack, type Stack } from './stack.ts';

interface JourneyFixtures {
  /** A fresh person's phone, awake, with Zalo's home on it. */
  phone: Phone;
  /** One more phone in a browser of its own: of one more person, or of whom the wish says. */
  anotherPhone: (wish?: PhoneWish) => Promise<Phone>;
  /** Zalo's stand-in, to be steered. */
  control: ControlClient;
}

interface JourneyWorkerFixtures {
  /** The running system; started once a worker, for all its journeys. */
  stack: Stack;
}

/** Playwright's `test` with the whole system behind it. */
export const test = base.extend<JourneyFixtures, JourneyWorkerFixtures>({
  stack: [
    // Playwright reads the parameters and wants to see braces, even when nothing is needed out of them.
    async ({ playwright: _playwright }, use) => {
      const stack = await startStack();
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],

  control: async ({ stack }, use) => {
    await use(new ControlClient(stack.emulatorUrl));
  },

  phone: async ({ page, stack, control }, use, testInfo) => {
    // A journey may have left the server down or the clouds broken.
    await stack.startServer();
    await control.clearFaults();
    const phone = await Phone.create(page, control, stack.phoneUrl);
    await phone.wake();
    await use(phone);
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo.attach('what the system said', { body: stack.lastWords(), contentType: 'text/plain' });
    }
  },

  anotherPhone: async ({ browser, stack, control }, use, testInfo) => {
    const contexts: { close: () => Promise<void> }[] = [];
    await use(async (wish) => {
      const { viewport, locale, timezoneId, deviceScaleFactor, hasTouch, isMobile } = testInfo.project.use;
      const context = await browser.newContext({ viewport, locale, timezoneId, deviceScaleFactor, hasTouch, isMobile });
      contexts.push(context);
      const phone = await Phone.create(await context.newPage(), control, stack.phoneUrl, wish);
      await phone.wake();
      return phone;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
