import { expect, type Frame, type FrameLocator, type Page } from '@playwright/test';
import type {
  ControlClient,
  OfficialMessage,
  PersonSeed,
  PersonView,
  PhoneSeed,
  PromptKind,
  ScriptedAnswer,
} from '../../emulator/src/control-client.ts';
import { province } from './province.ts';
import { typeLogin } from './provincial-id.ts';

/** Whose phone, and what kind of phone; what is not said is made up. */
export interface PhoneWish {
  person?: Partial<PersonSeed>;
  phone?: Omit<PhoneSeed, 'personId' | 'id'>;
  /** One more phone of somebody who has one already. */
  of?: PersonView;
}

/** One person's phone with Zalo on it, in one browser page. What the person does there is done by roles and names. */
export class Phone {
  readonly id: string;
  readonly person: PersonView;
  readonly page: Page;
  readonly control: ControlClient;
  /** The mini app inside the phone. */
  readonly app: FrameLocator;
  /** The page in Zalo's in-app browser, when one is open. */
  readonly browser: FrameLocator;
  readonly #address: string;
  readonly #appName: string;

  private constructor(
    page: Page,
    control: ControlClient,
    phoneUrl: string,
    id: string,
    person: PersonView,
    appName: string,
  ) {
    this.page = page;
    this.control = control;
    this.id = id;
    this.person = person;
    this.app = page.frameLocator(`iframe[title="${appName}"]`);
    this.browser = page.frameLocator('iframe[title="Trang web"]');
    this.#appName = appName;
    this.#address = `${phoneUrl}/?phone=${encodeURIComponent(id)}`;
  }

  /** A new phone, of a new person unless the wish says whose; nothing is open on it yet. */
  static async create(page: Page, control: ControlClient, phoneUrl: string, wish: PhoneWish = {}): Promise<Phone> {
    const { appName } = await control.ready();
    const person = wish.of ?? (await control.createPerson(wish.person));
    const { id } = await control.createPhone({ ...wish.phone, personId: person.id });
    return new Phone(page, control, phoneUrl, id, person, appName);
  }

  /** Wakes the phone: Zalo's home, as a person finds it. Doing it again is turning the phone off and on. */
  async wake(): Promise<void> {
    await this.page.goto(this.#address);
  }

  /** The person types in Zalo's search box and opens the mini app that is found. */
  async findApp(words = province.appName): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Tìm trong Zalo' }).fill(words);
    await this.page.getByRole('button', { name: `Mở ứng dụng ${this.#appName}` }).click();
  }

  /** The person points Zalo's scanner at a QR code: a picture of one, or what is written in it. */
  async scanCode(code: Buffer | string): Promise<void> {
    await this.page.getByRole('button', { name: 'Quét mã QR' }).click();
    const sheet = this.page.getByRole('dialog');
    if (typeof code === 'string') {
      await sheet.getByLabel('Nội dung mã').fill(code);
      await sheet.getByRole('button', { name: 'Mở liên kết' }).click();
    } else {
      await sheet.getByLabel('Ảnh có mã QR').setInputFiles({ name: 'ma-qr.png', mimeType: 'image/png', buffer: code });
    }
    await expect(sheet).toBeHidden();
  }

  /** On the provincial ID's own pages, in the in-app browser: number, password, code, consent. */
  async logInAtProvincialId(citizenNumber: string): Promise<void> {
    await typeLogin(this.browser, citizenNumber);
    const consent = this.browser.getByRole('button', { name: 'Đồng ý chia sẻ' });
    // Whoever logged in a moment ago on this phone and agreed is not asked again.
    await expect(consent.or(this.browser.locator('a[href*="ma="]')).first()).toBeVisible();
    if (await consent.isVisible()) await consent.click();
  }

  /** A deep link reached the person (a message, a printed code) and they tapped it. The phone must be awake. */
  async openLink(url: string): Promise<void> {
    // A page that has just been opened needs a moment until it listens.
    await expect.poll(() => this.control.openLink(this.id, url), { message: 'the phone is awake' }).toBeGreaterThan(0);
  }

  /** The person leaves the app, opens the Official Account's chat and taps the newest message's button. */
  async tapNewestMessage(button: string): Promise<void> {
    const minimise = this.page.getByRole('button', { name: 'Thu nhỏ ứng dụng' });
    if (await minimise.isVisible()) await minimise.click();
    // The chat may still be open from the last message.
    const chat = this.page.getByRole('log');
    const inList = this.page.getByRole('button', { name: `Tin nhắn từ ${this.#appName}` });
    await expect(chat.or(inList).first()).toBeVisible();
    if (!(await chat.isVisible())) await inList.click();
    await this.page.getByRole('log').getByRole('button', { name: button }).last().click();
  }

  /** The mini app's document; undefined while it is not running. */
  frame(): Frame | undefined {
    return this.page.frames().find((frame) => new URL(frame.url(), 'http://x').pathname.startsWith('/zapps/'));
  }

  /** Where the mini app stands: path and query as in a deep link; empty while it is not running. */
  place(): string {
    const frame = this.frame();
    if (frame === undefined) return '';
    const { pathname, search } = new URL(frame.url());
    return pathname.replace(/^\/zapps\/[^/]+/, '').replace(/^$/, '/') + search;
  }

  /** Waits until the mini app stands there. */
  async isAt(place: string): Promise<void> {
    await expect.poll(() => this.place(), { message: 'where the mini app stands' }).toBe(place);
  }

  /** Names of what the app asked of Zalo so far, oldest first; told in batches, so poll. */
  async actions(): Promise<string[]> {
    return (await this.control.nativeCalls(this.id)).map(({ action }) => action);
  }

  /** Zalo, short of memory, ends the mini app without a word to it. */
  async killApp(): Promise<void> {
    await this.control.killApp(this.id);
  }

  async setNetwork(network: '4g' | 'slow' | 'none'): Promise<void> {
    await this.control.setNetwork(this.id, network);
    // A phone that is awake hears of it a moment later: a tap before that would still meet the old network.
    const mark = this.page.locator('.status-bar');
    const words = { '4g': '4G', slow: 'Chậm', none: 'Không có mạng' }[network];
    if ((await mark.count()) > 0) await expect(mark).toContainText(words);
  }

  /** How the person will answer Zalo's next questions of this kind, without the sheet being shown. */
  async answers(prompt: PromptKind, answer: ScriptedAnswer | ScriptedAnswer['kind'], times?: number): Promise<void> {
    await this.control.answer(this.id, prompt, answer, times);
  }

  /** The person's chat with the Official Account, oldest first. */
  messages(): Promise<OfficialMessage[]> {
    return this.control.messages(this.person.id);
  }
}
