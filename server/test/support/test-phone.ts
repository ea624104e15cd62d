import { createHash, randomBytes } from 'node:crypto';
import type { Problem, Schemas } from '@dvc/contract';
import type { World } from '@dvc/emulator/src/world/world.ts';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { loginAtProvider } from './provincial-login.ts';

export interface Answer<T> {
  status: number;
  headers: Record<string, unknown>;
  body: T;
  text: string;
}

export interface StartedLink {
  stepUp: Schemas['StepUp'];
  verifier: string;
}

/** What the mini app does, without the mini app: a person's phone that talks to the server. */
export class TestPhone {
  /** The bearer token; undefined before `open`. */
  token: string | undefined;

  constructor(
    private readonly app: FastifyInstance,
    private readonly world: World,
    readonly personId: string,
  ) {}

  /** A fresh access token of Zalo's for this person. */
  zaloToken(): string {
    return this.world.loginTokens.issue(this.personId, this.world.now()).access_token;
  }

  /** A fresh phone token of Zalo's: two minutes, one use. */
  phoneToken(): string {
    return this.world.oneShotTokens.issue('phone-number', this.personId, this.world.now());
  }

  /** A fresh location token of Zalo's: two minutes, one use. */
  locationToken(): string {
    return this.world.oneShotTokens.issue('location', this.personId, this.world.now());
  }

  /** One request with this phone's token. The type parameter is what the caller expects of the body. */
  async call<T = Problem>(
    method: NonNullable<InjectOptions['method']>,
    url: string,
    options: { body?: object; headers?: Record<string, string> } = {},
  ): Promise<Answer<T>> {
    const response = await this.app.inject({
      method,
      url,
      headers: { ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...options.headers },
      ...(options.body ? { payload: options.body } : {}),
    });
    const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (isJson && response.body ? response.json() : undefined) as T,
      text: response.body,
    };
  }

  /** Level 0: opens the app. */
  async open(): Promise<this> {
    const { status, body } = await this.call<Schemas['Session']>('POST', '/session', {
      body: { accessToken: this.zaloToken() },
    });
    if (status !== 201) throw new Error(`no session: ${status}`);
    this.token = body.token;
    return this;
  }

  /** Level 1: gives name and phone. */
  async giveContact(): Promise<this> {
    const person = this.world.people.get(this.personId);
    if (person) person.consents['scope.userInfo'] = true;
    const body = { accessToken: this.zaloToken(), phoneToken: this.phoneToken() };
    const { status } = await this.call('POST', '/session/contact', { body });
    if (status !== 200) throw new Error(`no contact: ${status}`);
    return this;
  }

  async startLink(returnTo = '/ho-so'): Promise<StartedLink> {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const { status, body } = await this.call<Schemas['StepUp']>('POST', '/identity/step-ups', {
      body: { returnTo, challenge },
    });
    if (status !== 201) throw new Error(`no step-up: ${status}`);
    return { stepUp: body, verifier };
  }

  /** The in-app browser: from the step-up's address to the last page, which it answers. `null` taps "Thôi". */
  async browse(url: string, citizenNumber: string | null): Promise<Answer<undefined>> {
    const { pathname, search } = new URL(url);
    const start = await this.app.inject({ method: 'GET', url: `${pathname}${search}&typeInapp=1` });
    if (start.statusCode !== 302) throw new Error(`the step-up did not open: ${start.statusCode}`);
    const back = new URL(await loginAtProvider(String(start.headers.location), citizenNumber));
    const page = await this.app.inject({ method: 'GET', url: `${back.pathname}${back.search}&typeInapp=1` });
    return { status: page.statusCode, headers: page.headers, body: undefined, text: page.body };
  }

  /** Level 2, the whole way. */
  async link(citizenNumber: string, returnTo?: string): Promise<this> {
    const { stepUp, verifier } = await this.startLink(returnTo);
    const code = returnCodeIn((await this.browse(stepUp.url, citizenNumber)).text);
    const { status } = await this.call('POST', '/identity/links', { body: { code, verifier } });
    if (status !== 200) throw new Error(`not linked: ${status}`);
    return this;
  }
}

/** The one-time code in the button of the last page. */
export function returnCodeIn(page: string): string {
  const [, code] = /lien-ket\?ma=([\w-]+)/.exec(page) ?? [];
  if (!code) throw new Error('the page has no way back into Zalo');
  return code;
}
