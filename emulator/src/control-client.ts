import type { PersonView, PhoneView } from './control/views.ts';
import type { HostSignal } from './native/host-signal.ts';
import type { PromptKind, ScriptedAnswer } from './native/prompts.ts';
import { CONTROL_PREFIX } from './native/protocol.ts';
import type { NativeCallRecord } from './native/protocol.ts';
import type { ReleaseOrder } from './one-stop/event-sender.ts';
import type { EventManner, OneStopDossier, OneStopEvent, OneStopMove, ScenarioMove } from './one-stop/registry.ts';
import type { Fault } from './world/faults.ts';
import type { OfficialMessage } from './world/official-chat.ts';
import type { Order } from './world/orders.ts';
import type { PersonSeed } from './world/person.ts';
import type { PhoneSeed } from './world/phone.ts';
import type { LoggedRequest } from './world/request-log.ts';
import type { TextMessage } from './world/text-message.ts';

export type {
  Fault,
  LoggedRequest,
  NativeCallRecord,
  OfficialMessage,
  PersonSeed,
  PersonView,
  PhoneSeed,
  PhoneView,
  PromptKind,
  ScriptedAnswer,
  TextMessage,
};

export interface EmulatorFacts {
  ready: true;
  appId: string;
  appName: string;
  apiOrigins: string[];
  serverOrigin: string;
  zaloHosts: string[];
}

export interface PersonTokens {
  accessToken: string;
  phoneToken: string;
  locationToken: string;
}

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Steers a running emulator over HTTP. `origin` without a slash at the end, e.g. `http://127.0.0.1:5300`. */
export class ControlClient {
  readonly #base: string;

  constructor(origin: string) {
    this.#base = origin.replace(/\/$/, '') + CONTROL_PREFIX;
  }

  ready(): Promise<EmulatorFacts> {
    return this.#call('GET', '/ready');
  }
  /** Sample people, one phone, no faults; open phones start over. */
  reset(): Promise<void> {
    return this.#call('POST', '/reset', {});
  }

  people(): Promise<PersonView[]> {
    return this.#call('GET', '/people');
  }
  person(id: string): Promise<PersonView> {
    return this.#call('GET', `/people/${id}`);
  }
  createPerson(seed: Partial<PersonSeed> = {}): Promise<PersonView> {
    return this.#call('POST', '/people', seed);
  }
  changePerson(
    id: string,
    change: Partial<Pick<PersonView, 'consents' | 'followsOfficialAccount' | 'citizenNumber' | 'name'>>,
  ): Promise<PersonView> {
    return this.#call('PATCH', `/people/${id}`, change);
  }
  /** The person's chat with the Official Account, oldest first. */
  messages(personId: string): Promise<OfficialMessage[]> {
    return this.#call('GET', `/people/${personId}/messages`);
  }
  /** The person takes back in Zalo's settings what they allowed the mini app; its server is told by an event. */
  revokeConsent(personId: string): Promise<void> {
    return this.#call('POST', `/people/${personId}/revocation`, {});
  }
  /** Text messages that reached the person's number, oldest first. */
  texts(personId: string): Promise<TextMessage[]> {
    return this.#call('GET', `/people/${personId}/texts`);
  }
  /** The person writes to, or with no text just touches, the Official Account. */
  writeToOfficialAccount(personId: string, text = ''): Promise<void> {
    return this.#call('POST', `/people/${personId}/messages`, { text });
  }
  /** Good tokens without a browser, for tests that call the province's server themselves. */
  tokensFor(personId: string): Promise<PersonTokens> {
    return this.#call('POST', `/people/${personId}/tokens`, {});
  }

  phones(): Promise<PhoneView[]> {
    return this.#call('GET', '/phones');
  }
  phone(id: string): Promise<PhoneView> {
    return this.#call('GET', `/phones/${id}`);
  }
  createPhone(seed: PhoneSeed): Promise<PhoneView> {
    return this.#call('POST', '/phones', seed);
  }
  changePhone(id: string, change: Partial<PhoneSeed>): Promise<PhoneView> {
    return this.#call('PATCH', `/phones/${id}`, change);
  }
  setNetwork(phoneId: string, network: NonNullable<PhoneSeed['network']>): Promise<PhoneView> {
    return this.changePhone(phoneId, { network });
  }

  /** The next prompts of this kind are answered so, without asking anybody. `times`: how many; absent: all from now on. */
  answer(
    phoneId: string,
    prompt: PromptKind,
    answer: ScriptedAnswer | ScriptedAnswer['kind'],
    times?: number,
  ): Promise<void> {
    const written = typeof answer === 'string' ? { kind: answer } : answer;
    return this.#call('POST', `/phones/${phoneId}/answers`, { prompt, answer: written, times });
  }
  forgetAnswers(phoneId: string): Promise<void> {
    return this.#call('DELETE', `/phones/${phoneId}/answers`);
  }

  /** Tells the phone's open pages to do something. @returns how many pages heard it. */
  async signal(phoneId: string, signal: HostSignal): Promise<number> {
    return (await this.#call<{ heardBy: number }>('POST', `/phones/${phoneId}/signals`, signal)).heardBy;
  }
  openLink(phoneId: string, url: string): Promise<number> {
    return this.signal(phoneId, { kind: 'open-link', url });
  }
  killApp(phoneId: string): Promise<number> {
    return this.signal(phoneId, { kind: 'kill' });
  }

  /** Native calls the mini app made on this phone, oldest first. */
  nativeCalls(phoneId: string): Promise<NativeCallRecord[]> {
    return this.#call('GET', `/phones/${phoneId}/calls`);
  }
  nativeStorage(phoneId: string): Promise<Record<string, string>> {
    return this.#call('GET', `/phones/${phoneId}/storage`);
  }
  clearNativeStorage(phoneId: string): Promise<void> {
    return this.#call('DELETE', `/phones/${phoneId}/storage`);
  }

  addFault(fault: Fault): Promise<void> {
    return this.#call('POST', '/faults', fault);
  }
  clearFaults(endpoint?: string): Promise<void> {
    return this.#call('DELETE', `/faults${endpoint === undefined ? '' : `?endpoint=${encodeURIComponent(endpoint)}`}`);
  }
  /** Requests to the clouds and the provincial ID, oldest first; `endpoint` is a beginning of `host/path`. */
  requests(endpoint?: string): Promise<LoggedRequest[]> {
    return this.#call('GET', `/requests${endpoint === undefined ? '' : `?endpoint=${encodeURIComponent(endpoint)}`}`);
  }

  advanceClock(ms: number): Promise<void> {
    return this.#call('POST', '/clock', { advanceMs: ms });
  }
  /** An administrator consents anew: the Official Account's sample refresh token works again. */
  consentForOfficialAccount(): Promise<void> {
    return this.#call('POST', '/official-account/consent', {});
  }
  orders(): Promise<Order[]> {
    return this.#call('GET', '/orders');
  }
  /** A bank comes to an end with an order: 1 paid, 0 still at it, −1 no. The merchant is told where there is a call-back. */
  settleOrder(orderId: string, result: 1 | 0 | -1): Promise<Order> {
    return this.#call('POST', '/orders/settle', { orderId, result });
  }
  /** Where Checkout reports settled orders; null: nowhere. */
  setPaymentCallback(url: string | null): Promise<void> {
    return this.#call('POST', '/payment-callback', { url });
  }

  /** Dossiers that reached the one-stop system. */
  oneStopDossiers(): Promise<OneStopDossier[]> {
    return this.#call('GET', '/one-stop/dossiers');
  }
  /** An officer moves a dossier there; the province's server is told by an event. */
  moveAtOneStop(code: string, move: OneStopMove): Promise<OneStopEvent> {
    return this.#call('POST', `/one-stop/dossiers/${code}/moves`, move);
  }
  /** What its officers do with every dossier that comes in from now on. */
  setOneStopScenario(moves: readonly ScenarioMove[]): Promise<void> {
    return this.#call('POST', '/one-stop/scenario', { moves });
  }
  setOneStopManner(change: Partial<EventManner>): Promise<EventManner> {
    return this.#call('PATCH', '/one-stop/manner', change);
  }
  /** Sends the events that were held. */
  releaseOneStopEvents(order: ReleaseOrder): Promise<void> {
    return this.#call('POST', '/one-stop/release', { order });
  }

  async #call<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.#base + path, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`emulator: ${method} ${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  }
}
