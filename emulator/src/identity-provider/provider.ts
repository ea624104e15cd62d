import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider, { interactionPolicy } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { IDENTITY_CLIENTS } from '../identity.ts';
import { citizenBySubject } from './citizens.ts';
import { CLAIMS_BY_SCOPE, claimsFor } from './claims.ts';
import { pagesOf } from './pages.ts';

/** Where the province's server receives the answer; any local port will do, as RFC 8252 says of loopback addresses. */
const CALLBACK_PATH = '/identity/callback';

const isLocalCallback = (uri: string): boolean => {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (url === null || url.pathname !== CALLBACK_PATH || url.search !== '' || url.hash !== '') return false;
  return url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
};

/** Every login is typed anew: phones of different people may share one browser, so nobody inherits a session. */
function loginEveryTime(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check('typed_anew', 'the provincial ID keeps nobody signed in', 'login_required', (ctx) =>
        ctx.oidc.result?.login === undefined
          ? interactionPolicy.Check.REQUEST_PROMPT
          : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
}

const signingKey = (): Record<string, unknown> => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: randomUUID() };
};

/** What it is called, and who asks it. */
export interface ProviderNames {
  identityName: string;
  appName: string;
}

const configuration = ({ identityName, appName }: ProviderNames): Configuration => ({
  clients: Object.values(IDENTITY_CLIENTS).map((client) => ({
    client_id: client.id,
    client_secret: client.secret,
    client_name: appName,
    redirect_uris: [`http://127.0.0.1:5301${CALLBACK_PATH}`],
    grant_types: ['authorization_code'],
    response_types: ['code'],
  })),
  jwks: { keys: [signingKey()] },
  cookies: { keys: [randomUUID()] },
  claims: CLAIMS_BY_SCOPE,
  scopes: ['openid', 'profile', 'phone', 'address', 'loa'],
  acrValues: ['loa1', 'loa2'],
  pkce: { required: () => true },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  interactions: { policy: loginEveryTime(), url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  ttl: { AccessToken: 300, IdToken: 300, AuthorizationCode: 60, Grant: 3600, Session: 3600, Interaction: 900 },
  renderError: (ctx, out) => {
    ctx.type = 'html';
    ctx.body = pagesOf(identityName).refused(out.error_description ?? out.error);
  },
  findAccount: (ctx: KoaContextWithOIDC, subject) => {
    const citizen = citizenBySubject(subject);
    if (citizen === undefined) return undefined;
    return { accountId: subject, claims: () => claimsFor(citizen, ctx.oidc.client?.clientId ?? '') };
  },
});

/** The provincial ID as an OpenID provider: code flow with PKCE only. */
export function createIdentityProvider(issuer: string, names: ProviderNames): Provider {
  const provider = new Provider(issuer, configuration(names));
  provider.Client.prototype.redirectUriAllowed = isLocalCallback;
  return provider;
}
