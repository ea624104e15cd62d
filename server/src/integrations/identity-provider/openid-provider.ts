import type { FastifyBaseLogger } from 'fastify';
import * as openid from 'openid-client';
import { describeError } from '#core/log';
import { refuse } from '#core/problem';
import { readAnswer } from '#core/read-answer';
import { BadSettings, type Settings } from '#core/settings';
import { assuranceLevel, claimMaps, readIdentity } from './claim-maps.ts';
import type { AssuranceLevel, IdentityProvider, LoginAttempt, LoginOutcome } from './identity-provider.ts';

/** After a failed discovery nobody asks again for so long. */
const PAUSE_MS = 2_000;
/** What was discovered so lately is not doubted yet, however many fail at once. */
const TRUSTED_MS = 10_000;

/** How long ago somebody may have typed their password when they come back; as long as a step-up lives. */
const LOGIN_LASTS_S = 15 * 60;

/** What the provider itself adds to the way back. Everything else on that address (`typeInapp=1`) is not its answer. */
const ANSWER = ['code', 'state', 'iss', 'error', 'error_description'];

const isLoopback = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\]|.+\.localhost)$/.test(host);

/** The provider's own trouble, not a "no". */
const PROVIDER_DOWN = new Set(['server_error', 'temporarily_unavailable']);

/** Errors by which openid-client says that the provider did not verify this person, or not to us. */
function isRefusal(error: unknown): boolean {
  if (error instanceof openid.AuthorizationResponseError) return !PROVIDER_DOWN.has(error.error);
  if (error instanceof openid.ResponseBodyError) return error.status < 500;
  const code = error instanceof openid.ClientError ? error.code : undefined;
  return code !== undefined && !['OAUTH_TIMEOUT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_PARSE_ERROR'].includes(code);
}

/** Every answer of the provider, read no further than it can need. */
async function fetchShort(...asked: Parameters<openid.CustomFetch>): Promise<Response> {
  const send = fetch as openid.CustomFetch;
  const answer = await send(...asked);
  const { status, headers } = answer;
  return new Response((await readAnswer(answer)) || null, { status, headers });
}

/**
 * A standard OpenID Connect relying party: discovery, code, PKCE, state, nonce, signed id token. The provider is discovered at
 * the first use and again after a failure, so the server starts while the provider is down and does not go on with what it
 * said in a bad moment. Whom it knows less well than
 * `minimum` is not vouched for.
 */
export function createOpenIdProvider(
  settings: Settings,
  minimum: AssuranceLevel,
  log: FastifyBaseLogger,
): IdentityProvider {
  const issuer = new URL(settings.OIDC_ISSUER);
  const insecure = issuer.protocol === 'http:';
  if (insecure && !isLoopback(issuer.hostname)) throw new BadSettings('OIDC_ISSUER must be https');
  const redirectUri = `${settings.PUBLIC_URL}/identity/callback`;
  const { scope } = claimMaps[settings.OIDC_CLAIMS];
  let discovered: Promise<openid.Configuration> | undefined;
  let pauseUntil = 0;
  let trustedUntil = 0;

  function discover(): Promise<openid.Configuration> {
    if (performance.now() < pauseUntil) refuse('identity-unavailable', { retryAfter: 5 });
    discovered ??= openid
      .discovery(issuer, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET, undefined, {
        // Only for a provider on this very machine, see above; marked deprecated so that it stands out.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        execute: [openid.enableNonRepudiationChecks, ...(insecure ? [openid.allowInsecureRequests] : [])],
        timeout: settings.OIDC_TIMEOUT_MS / 1000,
        [openid.customFetch]: fetchShort,
      })
      .then((config) => {
        trustedUntil = performance.now() + TRUSTED_MS;
        return config;
      })
      .catch((error: unknown) => {
        discovered = undefined;
        pauseUntil = performance.now() + PAUSE_MS;
        log.warn({ err: describeError(error) }, 'the provincial ID cannot be discovered');
        return refuse('identity-unavailable', { retryAfter: 30 }, error);
      });
    return discovered;
  }

  /** Nothing it said of itself is relied upon any longer: next time it is asked anew. */
  function doubt(): void {
    if (performance.now() > trustedUntil) discovered = undefined;
  }

  async function readClaims(config: openid.Configuration, attempt: LoginAttempt, answer: URL) {
    const tokens = await openid.authorizationCodeGrant(config, answer, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.codeVerifier,
      idTokenExpected: true,
      // The national portal does not promise to say when.
      ...(settings.OIDC_CLAIMS === 'national-portal' ? {} : { maxAge: LOGIN_LASTS_S }),
    });
    const idClaims = tokens.claims();
    if (!idClaims || !config.serverMetadata().userinfo_endpoint) return { ...idClaims };
    const userInfo = await openid.fetchUserInfo(config, tokens.access_token, idClaims.sub);
    return { ...idClaims, ...userInfo };
  }

  return {
    async begin() {
      const config = await discover();
      const attempt = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        codeVerifier: openid.randomPKCECodeVerifier(),
      };
      try {
        const url = openid.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope,
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(attempt.codeVerifier),
          code_challenge_method: 'S256',
          // Typed anew: whoever used this browser before may have left a session at the provider.
          prompt: 'login',
          max_age: String(LOGIN_LASTS_S),
        });
        return { ...attempt, url: url.href };
      } catch (error) {
        log.warn({ err: describeError(error) }, 'the provincial ID says of itself what cannot be');
        discovered = undefined;
        return refuse('identity-unavailable', { retryAfter: 30 }, error);
      }
    },

    async finish(attempt, answer): Promise<LoginOutcome> {
      const config = await discover();
      const url = new URL(redirectUri);
      for (const name of ANSWER) {
        const value = answer.get(name);
        if (value !== null) url.searchParams.set(name, value);
      }
      try {
        const claims = await readClaims(config, attempt, url);
        const identity = readIdentity(settings.OIDC_CLAIMS, config.serverMetadata().issuer, claims);
        if (identity && assuranceLevel(settings.OIDC_CLAIMS, identity) < minimum) {
          log.warn({ assurance: identity.assurance, minimum }, 'login below the assurance this province asks for');
          return { outcome: 'assurance-too-low' };
        }
        if (identity) return { outcome: 'verified', identity };
        // Names of claims only: their values are somebody's.
        log.error({ claims: Object.keys(claims) }, 'the provincial ID does not describe a citizen as OIDC_CLAIMS says');
        return { outcome: 'not-verified' };
      } catch (error) {
        log.warn({ err: describeError(error) }, 'login not finished');
        // Somebody who says no is nobody's fault.
        if (!(error instanceof openid.AuthorizationResponseError)) doubt();
        if (isRefusal(error)) return { outcome: 'not-verified' };
        return refuse('identity-unavailable', { retryAfter: 30 }, error);
      }
    },
  };
}
