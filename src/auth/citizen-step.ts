import { callOperation } from '#api';
import { toAppError, type AppError } from '#lib/app-error';
import { toBase64Url } from '#lib/base64url';
import { randomSecret } from '#lib/random';
import { sha256 } from '#lib/sha256';
import { openInAppBrowser } from '#zalo';
import { forgetPending, readPending, writePending } from './pending-step-up';
import { lookAgain, mayHaveArrived, takeSession } from './session';

/** How a linking ended; in each case everything the person was doing is still there. */
export type LinkOutcome =
  | { state: 'linked'; returnTo: string }
  | { state: 'foreign'; error: AppError }
  | { state: 'expired'; error: AppError; returnTo: string | undefined }
  | { state: 'failed'; error: AppError };

/** Level 2, after a tap that explained it: opens the provincial ID's page. The way back is a link into /lien-ket. */
export async function startLink(returnTo: string): Promise<void> {
  const verifier = randomSecret();
  const challenge = toBase64Url(await sha256(new TextEncoder().encode(verifier)));
  const { url } = await callOperation('startStepUp', { body: { returnTo, challenge } });
  writePending({ verifier, returnTo });
  await openInAppBrowser(url);
}

/** The same code presented twice (drawn twice, tapped twice) is one linking: the server burns it at the first. */
const underWay = new Map<string, Promise<LinkOutcome>>();

async function present(code: string): Promise<LinkOutcome> {
  const pending = await readPending();
  try {
    const { session, returnTo } = await callOperation('linkIdentity', {
      body: { code, verifier: pending?.verifier ?? '' },
    });
    takeSession(session);
    forgetPending();
    return { state: 'linked', returnTo };
  } catch (failure) {
    return judge(toAppError(failure), pending?.returnTo);
  }
}

async function judge(error: AppError, returnTo: string | undefined): Promise<LinkOutcome> {
  if (error.code === 'step-up-foreign') return { state: 'foreign', error };
  const expired = error.code === 'step-up-expired';
  // The answer to this or an earlier try may have been lost on its way: then the linking is done, and the code used up.
  if ((expired || mayHaveArrived(error)) && (await lookAgain()).state === 'citizen') {
    forgetPending();
    return { state: 'linked', returnTo: returnTo ?? '/' };
  }
  return expired ? { state: 'expired', error, returnTo } : { state: 'failed', error };
}

/** Presents the return code that came by the link; never rejects. */
export function finishLink(code: string): Promise<LinkOutcome> {
  const known = underWay.get(code);
  if (known !== undefined) return known;
  const outcome = present(code).then((result) => {
    // Only what did not reach the server may be tried again with the same code.
    if (result.state === 'failed') underWay.delete(code);
    return result;
  });
  underWay.set(code, outcome);
  return outcome;
}

/** Where the unfinished linking was started; undefined when none is remembered. */
export async function rememberedReturn(): Promise<string | undefined> {
  return (await readPending())?.returnTo;
}

/** Gives the provincial ID back; the account is at level 1 afterwards. */
export async function unlink(): Promise<AppError | undefined> {
  try {
    takeSession(await callOperation('unlinkIdentity'));
    return undefined;
  } catch (failure) {
    // Done already, by this try or an earlier one whose answer was lost: that is what was wanted.
    return (await lookAgain()).state === 'citizen' ? toAppError(failure) : undefined;
  }
}
