import { createHash } from 'node:crypto';
import type { Sql } from '#db';
import type { Deps } from '#core/deps';
import { sameHash } from '#core/secrets';
import { isLinked, linkIdentity } from './links.ts';
import { securityWords } from './notices.ts';
import { burnReturnCode, noteLinked, type PresentedStepUp } from './step-ups.ts';

export interface Presentation {
  accountId: string;
  code: string;
  verifier: string;
}

export type PresentationOutcome =
  | { outcome: 'linked'; returnTo: string }
  /** Unknown, too old, or used by or for somebody else. */
  | { outcome: 'step-up-expired' }
  /** Burnt: brought by somebody who did not start it. */
  | { outcome: 'step-up-foreign' };

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/**
 * A return code comes home. It is burnt whatever happens; it raises the account only when the same account brings the verifier
 * whose hash it gave at the start. Otherwise both sides are told and nobody is raised. Whoever was raised and asks again in the
 * same words hears the same again: the answer may have been lost. The refusal is an answer here, not an exception: an exception
 * would undo the burning.
 */
export function createPresentation({ db, clock, notify, province }: Deps) {
  const words = securityWords(province);
  const path = '/cong-dan-so';

  async function warn(tx: Sql, stepUp: PresentedStepUp, presenterId: string): Promise<void> {
    const notice = { topic: 'security' as const, path };
    const key = `step-up-foreign:${stepUp.id}`;
    if (presenterId === stepUp.accountId) {
      await notify.tell(tx, { ...notice, ...words.anotherPhone(), accountId: presenterId, key });
      return;
    }
    await notify.tell(tx, { ...notice, ...words.startedForAnother(), accountId: stepUp.accountId, key });
    await notify.tell(tx, { ...notice, ...words.loggedInForAnother(), accountId: presenterId, key });
  }

  return ({ accountId, code, verifier }: Presentation): Promise<PresentationOutcome> =>
    db.tx(async (tx) => {
      const now = clock.now();
      const stepUp = await burnReturnCode(tx, code, now);
      if (!stepUp) return { outcome: 'step-up-expired' };
      const isStarter = stepUp.accountId === accountId && sameHash(challengeOf(verifier), stepUp.challenge);
      if (stepUp.identity === null) {
        const citizenId = stepUp.linkedCitizen;
        if (!isStarter) await noteLinked(tx, stepUp.id, null);
        else if (citizenId !== null && (await isLinked(tx, { citizenId, accountId }))) {
          return { outcome: 'linked', returnTo: stepUp.returnTo };
        }
        return { outcome: 'step-up-expired' };
      }
      if (!isStarter) {
        await warn(tx, stepUp, accountId);
        return { outcome: 'step-up-foreign' };
      }
      const { citizenId, lowered } = await linkIdentity(tx, accountId, stepUp.identity, now);
      await noteLinked(tx, stepUp.id, citizenId);
      if (lowered) {
        await notify.tell(tx, {
          accountId: lowered.accountId,
          topic: 'security',
          ...words.movedAway(),
          path,
          key: `identity-moved:${lowered.eventId}`,
        });
      }
      return { outcome: 'linked', returnTo: stepUp.returnTo };
    });
}
