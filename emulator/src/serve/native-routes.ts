import { randomUUID } from 'node:crypto';
import { sessionToken } from '../clouds/session-token.ts';
import { jsonOf } from '../http/exchange.ts';
import type { Routes } from '../http/routes.ts';
import { PROMPT_KINDS } from '../native/prompts.ts';
import type { NativeCallRecord } from '../native/protocol.ts';
import { SCOPES } from '../world/person.ts';
import { follow, writeToOfficialAccount } from '../clouds/official-events.ts';
import type { World } from '../world/world.ts';

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** Zalo's own line between a phone and its cloud; the mini app never sees it. Mounted at `/__native__/<phone>/…`. */
export const nativeRoutes = (world: World): Routes => ({
  'POST /:phone/jump-login': (_exchange, { phone: id = '' }) => {
    const phone = world.phone(id);
    if (phone.login === 'dead') return { body: { silent: true } };
    const person = world.personOf(phone);
    const login = world.loginTokens.startLogin(person.id);
    const jwt = sessionToken(person, world.options.appId);
    const cookies = {
      zoauth: login.code,
      zoauth_vrf: login.verifier,
      zlink3rd: `js.${randomUUID()}`,
      zacc_session: `session.${randomUUID()}`,
      deviceID: `device-${phone.id}`,
      contextID: '',
      contextType: '',
    };
    return {
      body: {
        login: {
          cookiesOAuthLogins: Object.entries(cookies).map(([name, value]) => ({ name: `h5.zdn.vn_${name}`, value })),
          miniProgramConfig: {
            jwt,
            userId: person.userId,
            idToken: jwt,
            userAuthorized: person.consents['scope.userInfo'] === true,
            canUseAccessTokenByDefault: true,
            requiredAuthenList: [],
            dynamicApis: [],
            showConfirmToPayment: false,
            srcOpen: 'emulator',
          },
        },
      },
    };
  },

  'POST /:phone/scripted-answer': (exchange, { phone = '' }) => {
    const kind = PROMPT_KINDS.find((known) => known === jsonOf(exchange)['kind']);
    return { body: { answer: kind === undefined ? null : world.phone(phone).answers.take(kind) } };
  },

  'GET /:phone/consents': (_exchange, { phone = '' }) => ({ body: world.personOf(world.phone(phone)).consents }),

  'POST /:phone/consents': (exchange, { phone = '' }) => {
    const person = world.personOf(world.phone(phone));
    const { granted, refused } = jsonOf(exchange);
    for (const scope of SCOPES) {
      if (textsOf(granted).includes(scope)) person.consents[scope] = true;
      if (textsOf(refused).includes(scope)) person.consents[scope] = false;
    }
    return { body: person.consents };
  },

  'POST /:phone/tokens': (exchange, { phone = '' }) => {
    const kind = jsonOf(exchange)['kind'] === 'location' ? 'location' : 'phone-number';
    return { body: { token: world.oneShotTokens.issue(kind, world.phone(phone).personId, world.now()) } };
  },

  'POST /:phone/official-account': (exchange, { phone = '' }) => {
    const person = world.personOf(world.phone(phone));
    const { follows, touches, notifications } = jsonOf(exchange);
    if (typeof follows === 'boolean') follow(world, person, follows);
    if (touches === true) writeToOfficialAccount(world, person, '');
    if (typeof notifications === 'boolean') person.allowsNotifications = notifications;
    return { body: {} };
  },

  'POST /:phone/storage': (exchange, { phone: id = '' }) => {
    const phone = world.phone(id);
    const { epoch, revision, map } = jsonOf(exchange);
    // A page from before a reset must not write into the new phone of the same name.
    if (epoch !== phone.epoch || typeof revision !== 'number' || revision <= phone.storage.revision)
      return { body: {} };
    phone.storage = { revision, map: (map ?? {}) as Record<string, string> };
    return { body: {} };
  },

  'POST /:phone/calls': (exchange, { phone = '' }) => {
    const { calls } = jsonOf(exchange);
    if (Array.isArray(calls)) world.phone(phone).calls.push(...(calls as NativeCallRecord[]));
    return { body: {} };
  },
});
