import { minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { describeSession } from '#core/live-session';
import { Refusal, refuse } from '#core/problem';
import { createPages } from './pages.ts';
import { createPresentation } from './presentation.ts';
import { unlinkIdentity } from './links.ts';
import {
  failStepUp,
  forgetOldStepUps,
  isTicketGood,
  makeReturnCode,
  openStepUp,
  startStepUp,
  takeAnswer,
} from './step-ups.ts';

const isUnavailable = (error: unknown): boolean => error instanceof Refusal && error.code === 'identity-unavailable';

/** Linking the provincial ID, so that only the account and the phone which began can end it (docs/decisions/0001). */
export function createIdentityModule(deps: Deps): ModuleHandlers<'identity'> {
  const { db, clock, identityProvider, jobs, province, settings } = deps;
  const pages = createPages(province, settings);
  const present = createPresentation(deps);
  const startUrl = (ticket: string) => `${settings.PUBLIC_URL}/identity/start?ticket=${ticket}`;
  jobs.every('forget-old-step-ups', minutes(5), () => forgetOldStepUps(db, clock.now()));

  return {
    async startStepUp({ body, caller }) {
      const { returnTo, challenge } = body;
      const started = await startStepUp(db, { accountId: caller.account.id, returnTo, challenge }, clock.now());
      return {
        status: 201,
        body: { id: started.id, url: startUrl(started.ticket), expiresAt: started.expiresAt.toISOString() },
      };
    },

    async openStepUp({ query: { ticket } }) {
      if (!(await isTicketGood(db, ticket, clock.now()))) return { status: 400, ...pages.expired() };
      try {
        const { url, ...attempt } = await identityProvider.begin();
        const opened = await openStepUp(db, ticket, attempt, clock.now());
        return opened ? { status: 302, headers: { location: url } } : { status: 400, ...pages.expired() };
      } catch (error) {
        if (isUnavailable(error)) return { status: 503, ...pages.unavailable(startUrl(encodeURIComponent(ticket))) };
        throw error;
      }
    },

    async finishLogin({ query }) {
      const stepUp = query.state === undefined ? undefined : await takeAnswer(db, query.state, clock.now());
      if (!stepUp || query.state === undefined) return { status: 400, ...pages.expired() };
      const attempt = { state: query.state, nonce: stepUp.nonce, codeVerifier: stepUp.codeVerifier };
      const answer = new URLSearchParams(
        Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
      );
      try {
        const result = await identityProvider.finish(attempt, answer);
        if (result.outcome === 'verified') {
          const code = await makeReturnCode(db, stepUp.id, result.identity, clock.now());
          return { status: 200, ...pages.loggedIn(stepUp.starterName, code) };
        }
        await failStepUp(db, stepUp.id);
        const page = result.outcome === 'assurance-too-low' ? pages.assuranceTooLow() : pages.notLoggedIn();
        return { status: 200, ...page };
      } catch (error) {
        await failStepUp(db, stepUp.id);
        if (isUnavailable(error)) return { status: 503, ...pages.unavailable() };
        throw error;
      }
    },

    async linkIdentity({ body, caller: { account, session } }) {
      const presented = await present({ ...body, accountId: account.id });
      if (presented.outcome !== 'linked') refuse(presented.outcome);
      const described = await describeSession(db, session.token, clock.now());
      return { status: 200, body: { session: described, returnTo: presented.returnTo } };
    },

    async unlinkIdentity({ caller: { account, session } }) {
      const now = clock.now();
      const described = await db.tx(async (tx) => {
        await unlinkIdentity(tx, account.id, now);
        return describeSession(tx, session.token, now);
      });
      return { status: 200, body: described };
    },
  };
}
