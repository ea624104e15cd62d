import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { ONE_TIME_CODE } from '../identity.ts';
import { formOf, readExchange, send } from '../http/exchange.ts';
import type { World } from '../world/world.ts';
import { citizenByNumber, SAMPLE_PASSWORD } from './citizens.ts';
import type { Citizen } from './citizens.ts';
import { pagesOf } from './pages.ts';

type Details = Awaited<ReturnType<Provider['interactionDetails']>>;

const WRONG_LOGIN = 'Số căn cước hoặc mật khẩu chưa khớp. Chưa có gì được chia sẻ. Xem lại rồi ghi lại giúp.';
const WRONG_CODE = 'Mã chưa khớp. Bạn vẫn đang ở bước này. Ghi lại 6 số trong tin nhắn.';

/** The pages a person sees between `/auth` and the way back: number and password, code, consent, or "Thôi". */
export class Interactions {
  readonly #provider: Provider;
  readonly #world: World;
  readonly #pages: ReturnType<typeof pagesOf>;
  /** Who passed the password page and still owes the code, by interaction. */
  readonly #halfway = new Map<string, Citizen>();

  constructor(provider: Provider, world: World) {
    this.#provider = provider;
    this.#world = world;
    this.#pages = pagesOf(world.options.identityName);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , step = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
    let details: Details;
    try {
      details = await this.#provider.interactionDetails(request, response);
    } catch {
      return send(response, { status: 410, body: this.#pages.expired() });
    }
    if (request.method === 'GET') return send(response, { body: this.#page(details) });
    const form = formOf(await readExchange(request, response));
    if (step === 'login') return this.#login(details, form, response);
    if (step === 'code') return this.#code(details, form, request, response);
    if (step === 'consent') return this.#consent(details, request, response);
    if (step === 'cancel') {
      const refusal = { error: 'access_denied', error_description: 'The person did not want to' };
      return this.#provider.interactionFinished(request, response, refusal, { mergeWithLastSubmission: false });
    }
    return send(response, { status: 404, body: this.#pages.expired() });
  }

  #page(details: Details): string {
    return details.prompt.name === 'login'
      ? this.#pages.login(details.uid)
      : this.#pages.consent(details.uid, this.#world.options.appName);
  }

  #login(details: Details, form: URLSearchParams, response: ServerResponse): void {
    const number = (form.get('number') ?? '').replaceAll(' ', '');
    const citizen = citizenByNumber(number);
    if (citizen === undefined || form.get('password') !== SAMPLE_PASSWORD) {
      return send(response, { status: 422, body: this.#pages.login(details.uid, number, WRONG_LOGIN) });
    }
    this.#halfway.set(details.uid, citizen);
    return send(response, { body: this.#pages.code(details.uid, citizen.phoneNumber) });
  }

  async #code(
    details: Details,
    form: URLSearchParams,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const citizen = this.#halfway.get(details.uid);
    if (citizen === undefined) return send(response, { status: 422, body: this.#pages.login(details.uid) });
    if (form.get('code') !== ONE_TIME_CODE) {
      return send(response, { status: 422, body: this.#pages.code(details.uid, citizen.phoneNumber, WRONG_CODE) });
    }
    this.#halfway.delete(details.uid);
    const ts = Math.floor((Date.now() - this.#world.passwordAgeMs) / 1000);
    const login = { accountId: citizen.subject, acr: `loa${citizen.loa}`, amr: ['pwd', 'otp'], remember: false, ts };
    await this.#provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  async #consent(details: Details, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const known = details.grantId === undefined ? undefined : await this.#provider.Grant.find(details.grantId);
    const grant =
      known ??
      new this.#provider.Grant({
        accountId: details.session?.accountId ?? '',
        clientId: String(details.params['client_id']),
      });
    const asked = details.prompt.details as { missingOIDCScope?: string[]; missingOIDCClaims?: string[] };
    if (asked.missingOIDCScope) grant.addOIDCScope(asked.missingOIDCScope.join(' '));
    if (asked.missingOIDCClaims) grant.addOIDCClaims(asked.missingOIDCClaims);
    const consent = { grantId: await grant.save() };
    await this.#provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
}
