import type { Schemas } from '@dvc/contract';
import { bindSession, callOperation, forgetPrivateAnswers } from '#api';
import { AppError, toAppError } from '#lib/app-error';
import { singleFlight } from '#lib/single-flight';
import { withTimeLimit } from '#lib/time-limit';
import { readAccessToken } from '#zalo';
import { identityOf, identityStore, levelOf, type Identity } from './identity';

type Session = Schemas['Session'];

/** In memory and nowhere else. */
let session: Session | undefined;

function samePerson(before: Session | undefined, after: Session): boolean {
  return before?.person.linkedAt === after.person.linkedAt && before.person.phone === after.person.phone;
}

/** Takes up what the server says about who this is. */
export function takeSession(next: Session): void {
  const before = session;
  session = next;
  const identity = identityOf(next);
  // What belonged to a citizen must not be shown to whoever is a visitor now.
  if (levelOf(identity) < levelOf(identityStore.get()) || (before !== undefined && !samePerson(before, next))) {
    forgetPrivateAnswers();
  }
  identityStore.set(identity);
}

const openSession = singleFlight(async () => {
  try {
    const accessToken = await readAccessToken();
    const opened = await callOperation('createSession', { body: { accessToken } });
    takeSession(opened);
    return opened.token;
  } catch (failure) {
    const error = toAppError(failure);
    // Somebody at work keeps what they see; only who was never recognised is told so.
    if (session === undefined) identityStore.set({ state: 'unreachable', error });
    throw error;
  }
});

/** Asks the server again who this is: after the app comes back, or when the server doubts the level. */
export const refreshSession = singleFlight(async () => {
  takeSession(await callOperation('readSession'));
});

const lookMs = 5_000;

/** Whether an act may have reached the server although no answer to it came back. */
export function mayHaveArrived({ kind }: AppError): boolean {
  return kind === 'timeout' || kind === 'server' || kind === 'busy' || kind === 'offline';
}

/** Who this is after an act in doubt: asks the server again, for a short while; never rejects. */
export async function lookAgain(): Promise<Identity> {
  const late = (): AppError => new AppError('timeout');
  await withTimeLimit(refreshSession(), lookMs, late).catch(() => undefined);
  return identityStore.get();
}

function quietly(work: Promise<unknown>): void {
  // What failed is in the identity, or will be at the next call that needs it.
  work.catch(() => undefined);
}

/** Recognises the person in the background; called after the first paint, or by the first call that needs it. */
export function startAuth(): void {
  quietly(openSession());
}

/** The person asks to be recognised again after it failed. */
export function retryAuth(): void {
  identityStore.set({ state: 'unknown' });
  quietly(openSession());
}

/** The app was in the background: the session may be over, and the level may have changed elsewhere. */
export function refreshAuth(): void {
  quietly(session === undefined ? openSession() : refreshSession());
}

/** Hands sessions to the api room; called once at boot. Answers the way back, for tests. */
export function connectAuth(): () => void {
  const unbind = bindSession({
    token: async () => session?.token ?? openSession(),
    renew: async (stale) => (session !== undefined && session.token !== stale ? session.token : openSession()),
    levelDoubted: () => quietly(refreshSession()),
  });
  return () => {
    unbind();
    session = undefined;
    identityStore.set({ state: 'unknown' });
  };
}
