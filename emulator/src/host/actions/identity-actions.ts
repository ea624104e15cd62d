import { done, failed, NATIVE_ERROR } from '../../native/protocol.ts';
import type { NativeOutcome } from '../../native/protocol.ts';
import type { PromptKind } from '../../native/prompts.ts';
import { ask, noNetwork, outcomeOf } from '../host-context.ts';
import type { ActionHandler, ActionTable, HostContext } from '../host-context.ts';

const AUTHORIZE_REFUSED = failed(NATIVE_ERROR.authorizeDenied, 'User denied');

const jumpLogin: ActionHandler = async (_parameters, host) => {
  if (host.network() === 'none') return noNetwork();
  const { login } = await host.line.post<{ login?: unknown }>('jump-login');
  return login === undefined ? 'silent' : done(login);
};

const authorize: ActionHandler = async (parameters, host) => {
  if (host.network() === 'none') return noNetwork();
  const wanted = Array.isArray(parameters['scopes']) ? parameters['scopes'].map(String) : [];
  const consents = await host.line.consents();
  const open = wanted.filter((scope) => consents[scope] !== true);
  const already = Object.fromEntries(wanted.map((scope) => [scope, true]));
  if (open.length === 0) return done(already);
  return outcomeOf(await ask(host, { kind: 'authorize', scopes: open }), {
    granted: async (value) => {
      const granted = Array.isArray(value) ? open.filter((scope) => value.includes(scope)) : open;
      const refused = open.filter((scope) => !granted.includes(scope));
      const now = await host.line.post<Record<string, boolean>>('consents', { granted, refused });
      return done(Object.fromEntries(wanted.map((scope) => [scope, now[scope] === true])));
    },
    denied: AUTHORIZE_REFUSED,
  });
};

/** Phone number and place work alike: consent once, then a one-shot token at each call. */
const tokenFor = (kind: 'phone-number' | 'location', scope: string): ActionHandler => {
  const issue = async (host: HostContext): Promise<NativeOutcome> =>
    done(await host.line.post<{ token: string }>('tokens', { kind }));
  const prompt: PromptKind = kind;
  return async (parameters, host) => {
    if (host.network() === 'none') return noNetwork();
    const scripted = await host.line.scriptedAnswer(prompt);
    const consents = await host.line.consents();
    if (scripted === null && consents[scope] === true) return issue(host);
    const answer =
      scripted ?? (await host.surroundings.ask({ kind: prompt, scopes: [scope], details: { ...parameters } }));
    return outcomeOf(answer, {
      granted: async () => {
        await host.line.post('consents', { granted: [scope] });
        return issue(host);
      },
    });
  };
};

export const identityActions: ActionTable = {
  'action.jump.login': jumpLogin,
  'action.mp.user.authorize': authorize,
  'action.mp.get.number': tokenFor('phone-number', 'scope.userPhonenumber'),
  'action.get.location': tokenFor('location', 'scope.userLocation'),
};
