import { rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import { buildTestApp } from './build-test-app.ts';
import { launchBrowser } from './launch-browser.ts';
import { startProvinceServer } from './province-server.ts';
import type { HeardRequest } from './province-server.ts';
import { startTestEmulator } from './test-emulator.ts';
import type { TestEmulator } from './test-emulator.ts';

const APP = 'Tây Ninh Smart';

/** One browser before one emulated phone with the test app in it; a fresh page and a fresh world for each test. */
export class PhoneDriver {
  readonly zalo: TestEmulator;
  readonly browser: Browser;
  /** What reached the province's server. */
  readonly province: { heard: HeardRequest[]; server: Server };
  readonly #www: string;
  #context: BrowserContext | null = null;
  #page: Page | null = null;

  static async start(): Promise<PhoneDriver> {
    const www = await buildTestApp();
    const zalo = await startTestEmulator(www);
    return new PhoneDriver(www, zalo, await launchBrowser(), await startProvinceServer(zalo.serverPort));
  }

  private constructor(www: string, zalo: TestEmulator, browser: Browser, province: PhoneDriver['province']) {
    this.#www = www;
    this.zalo = zalo;
    this.browser = browser;
    this.province = province;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('call begin() first');
    return this.#page;
  }

  async begin(): Promise<void> {
    await this.zalo.control.reset();
    this.province.heard.length = 0;
    this.#context = await this.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
    this.#page = await this.#context.newPage();
  }

  async end(): Promise<void> {
    await this.#context?.close();
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.province.server.close();
    await this.zalo.emulator.close();
    await rm(this.#www, { recursive: true, force: true });
  }

  /** The mini app's own document, once it is there. */
  async appFrame(): Promise<Frame> {
    await this.page.frameLocator(`iframe[title="${APP}"]`).getByRole('heading').waitFor();
    const frame = this.page.frames().find((one) => one.url().includes('/zapps/'));
    if (frame === undefined) throw new Error('the mini app is not open');
    return frame;
  }

  /** Finds the app in Zalo's search and opens it, as a person does. */
  async openApp(): Promise<Frame> {
    await this.page.goto(this.zalo.emulator.url);
    await this.page.getByRole('searchbox', { name: 'Tìm trong Zalo' }).fill('tay ninh');
    await this.page.getByRole('button', { name: `Mở ứng dụng ${APP}` }).click();
    return this.appFrame();
  }
}

/** Runs SDK code in the app. @returns what it resolved to, or `{code}` of its rejection. */
export const sdk = <T = unknown>(frame: Frame | Page, code: string): Promise<T> =>
  frame.evaluate(`(async () => { try { return await ${code} } catch (error) { return { code: error.code } } })()`);

export const heard = (frame: Frame | Page): Promise<{ name: string; data: unknown }[]> =>
  frame.evaluate('window.heard');

export const untilHeard = (frame: Frame | Page, name: string): Promise<unknown> =>
  frame.waitForFunction(`window.heard.some((event) => event.name === '${name}')`);
