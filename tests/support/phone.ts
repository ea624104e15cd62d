import type { FrameLocator, Page } from '@playwright/test';
import type {
  ControlClient,
  OfficialMessage,
  PersonSeed,
  PersonView,
  PhoneSeed,
  PromptKind,
  ScriptedAnswer,
} from '../../emulator/src/control-client.ts';

/** Whose phone, and what kind of phone; what is not said is made up. */
export interface PhoneWish {
  person?: Partial<PersonSeed>;
  phone?: Omit<PhoneSeed, 'personId' | 'id'>;
}

/** One person's phone with Zalo on it, in one browser page. What the person does there is done by roles and names. */
export class Phone {
  readonly id: string;
  readonly person: PersonView;
  readonly page: Page;
  readonly control: ControlClient;
  /** The mini app inside the phone. */
  readonly app: FrameLocator;
  readonly #address: string;

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
    this.#address = `${phoneUrl}/?phone=${encodeURIComponent(id)}`;
  }

  /** A new person with a new phone; nothing is open on it yet. */
  static async create(page: Page, control: ControlClient, phoneUrl: string, wish: PhoneWish = {}): Promise<Phone> {
    const { appName } = await control.ready();
    const person = await control.createPerson(wish.person);
    const { id } = await control.createPhone({ ...wish.phone, personId: person.id });
    return new Phone(page, control, phoneUrl, id, person, appName);
  }

  /** Wakes the phone: Zalo's home, as a person finds it. Doing it again is turning the phone off and on. */
  async wake(): Promise<void> {
    await this.page.goto(this.#address);
  }

  /** A deep link reached the person (a message, a printed code) and they tapped it. The phone must be awake. */
  async openLink(url: string): Promise<void> {
    const heardBy = await this.control.openLink(this.id, url);
    if (heardBy === 0) throw new Error('The phone is not awake: call wake() first.');
  }

  /** Zalo, short of memory, ends the mini app without a word to it. */
  async killApp(): Promise<void> {
    await this.control.killApp(this.id);
  }

  async setNetwork(network: '4g' | 'slow' | 'none'): Promise<void> {
    await this.control.setNetwork(this.id, network);
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
