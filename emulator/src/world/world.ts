import type { HostSignal } from '../native/host-signal.ts';
import { OneStopRegistry } from '../one-stop/registry.ts';
import { Faults } from './faults.ts';
import { LoginTokens } from './login-tokens.ts';
import { OfficialTokens } from './official-tokens.ts';
import { OneShotTokens } from './one-shot-tokens.ts';
import { Orders } from './orders.ts';
import { makePerson, SAMPLE_PEOPLE } from './person.ts';
import type { Person, PersonSeed } from './person.ts';
import { makePhone } from './phone.ts';
import type { Phone, PhoneSeed } from './phone.ts';
import { RequestLog } from './request-log.ts';
import type { TextMessage } from './text-message.ts';

/** The phone used by whoever names none. */
export const DEFAULT_PHONE = 'may-1';
const DEFAULT_PERSON = 'anh';

export interface WorldOptions {
  appId: string;
  appName: string;
  /** What the province calls its ID. */
  identityName: string;
  appVersion: string;
  /** Where people stand, unless something else is said of them. */
  place?: Person['place'];
  /** Origins written into the build, and where they really are. */
  apiOrigins: readonly string[];
  serverOrigin: string;
  clock?: () => number;
}

type Listener = (signal: HostSignal) => void;

/** Everything Zalo knows, in one process: people, phones, tokens, chats, orders, and what is broken at the moment. */
export class World {
  readonly options: WorldOptions;
  people = new Map<string, Person>();
  phones = new Map<string, Phone>();
  loginTokens = new LoginTokens();
  oneShotTokens = new OneShotTokens();
  officialTokens = new OfficialTokens();
  orders = new Orders();
  /** Text messages that any phone got, oldest first. */
  texts: TextMessage[] = [];
  /** The province's one-stop system; its own server, when there is one, answers for it. */
  oneStop = new OneStopRegistry(() => this.now());
  /** How long ago people typed their password, by the provincial ID's own word; more than nothing: it took a session that was left there. */
  passwordAgeMs = 0;
  /** Where Checkout reports a settled order; null: nowhere. */
  paymentCallbackUrl: string | null = null;
  /** Where Zalo tells what people do with the Official Account; null: nowhere. */
  officialEventsUrl: string | null = null;
  /** Where Zalo tells of the mini app itself; null: nowhere. */
  appEventsUrl: string | null = null;
  readonly faults = new Faults();
  readonly log = new RequestLog();
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #clock: () => number;
  #clockAheadMs = 0;

  constructor(options: WorldOptions) {
    this.options = options;
    this.#clock = options.clock ?? Date.now;
    this.reset();
  }

  now(): number {
    return this.#clock() + this.#clockAheadMs;
  }

  /** Lets the emulated Zalo's time pass: tokens expire, chats grow old. */
  advanceClock(ms: number): void {
    this.#clockAheadMs += ms;
  }

  /** Back to the sample people and one phone; open pages are told to start over. */
  reset(): void {
    this.people = new Map();
    this.phones = new Map();
    this.loginTokens = new LoginTokens();
    this.oneShotTokens = new OneShotTokens();
    this.officialTokens = new OfficialTokens();
    this.orders = new Orders();
    this.texts = [];
    this.oneStop = new OneStopRegistry(() => this.now());
    this.paymentCallbackUrl = `${this.options.serverOrigin}/payment-notices/checkout`;
    this.officialEventsUrl = `${this.options.serverOrigin}/zalo-events/official-account`;
    this.appEventsUrl = `${this.options.serverOrigin}/zalo-events/mini-app`;
    this.#clockAheadMs = 0;
    this.passwordAgeMs = 0;
    this.faults.clear();
    this.log.clear();
    for (const seed of SAMPLE_PEOPLE) this.addPerson(seed);
    this.addPhone({ id: DEFAULT_PHONE, personId: DEFAULT_PERSON });
    for (const phoneId of this.#listeners.keys()) this.tell(phoneId, { kind: 'reset' });
  }

  addPerson(seed: PersonSeed): Person {
    const person = makePerson(seed, this.now(), this.options.place);
    this.people.set(person.id, person);
    return person;
  }

  addPhone(seed: PhoneSeed): Phone {
    if (!this.people.has(seed.personId)) throw new Error(`no such person: ${seed.personId}`);
    const phone = makePhone(seed);
    this.phones.set(phone.id, phone);
    return phone;
  }

  /** The phone of this id; one that nobody has made yet is made, in the first sample person's hands. */
  phone(id: string): Phone {
    return this.phones.get(id) ?? this.addPhone({ id, personId: DEFAULT_PERSON });
  }

  personOf(phone: Phone): Person {
    const person = this.people.get(phone.personId);
    if (person === undefined) throw new Error(`phone ${phone.id} belongs to nobody`);
    return person;
  }

  findPerson(fits: (person: Person) => boolean): Person | null {
    for (const person of this.people.values()) if (fits(person)) return person;
    return null;
  }

  /** Something came for these people: their phones look. */
  tellPhonesOf(fits: (person: Person) => boolean): void {
    for (const phone of this.phones.values()) {
      if (fits(this.personOf(phone))) this.tell(phone.id, { kind: 'message', personId: phone.personId });
    }
  }

  /** Puts a signal to every open page of this phone. @returns how many heard it. */
  tell(phoneId: string, signal: HostSignal): number {
    const listeners = this.#listeners.get(phoneId);
    listeners?.forEach((listener) => listener(signal));
    return listeners?.size ?? 0;
  }

  /** @returns call it to stop listening. */
  listen(phoneId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(phoneId) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(phoneId, listeners);
    return () => listeners.delete(listener);
  }
}
