import type { DeliveryReason, DeliveryState, NoticeToSend } from './delivery-rows.ts';
import type { OaAccess, OaToken } from '../../integrations/zalo/oa-token.ts';
import { NoToken } from '../../integrations/zalo/oa-token.ts';

/** How a try ended. */
export type StepOutcome =
  | { is: 'sent'; messageId: string | null }
  /** This step can do no more. */
  | {
      is: 'over';
      state: Extract<DeliveryState, 'refused' | 'blocked' | 'unclear'>;
      reason: DeliveryReason;
      code?: number;
    }
  | { is: 'again'; reason: DeliveryReason; code?: number; waitMs?: number };

/** Told while a step is tried. */
export interface Progress {
  /** Called just before a request leaves: from here on it may have been carried out. */
  sending(): Promise<void>;
  /** It certainly was not. */
  waiting(reason: DeliveryReason, code: number): Promise<void>;
}

/** One step of the ladder. */
export interface Step {
  /** Why it cannot be taken for this notice; undefined: it can. */
  whyNot(notice: NoticeToSend): DeliveryReason | undefined;
  /** The same notice twice is one message at the receiver. */
  repeatable: boolean;
  send(notice: NoticeToSend, progress: Progress): Promise<StepOutcome>;
}

/** One request with the Official Account's token; a token that died meanwhile is renewed and the request made once more. */
export async function withToken<Answer extends { outcome: string }>(
  token: OaToken,
  progress: Progress,
  ask: (accessToken: string) => Promise<Answer | { outcome: 'token-expired'; code: number }>,
): Promise<Exclude<Answer, { outcome: 'token-expired' }> | StepOutcome> {
  type Other = Exclude<Answer, { outcome: 'token-expired' }>;
  const isExpired = (answer: { outcome: string }): answer is { outcome: 'token-expired'; code: number } =>
    answer.outcome === 'token-expired';
  let access: OaAccess;
  try {
    access = await token.current();
    await progress.sending();
    const first = await ask(access.accessToken);
    if (!isExpired(first)) return first as Other;
    await progress.waiting('token-expired', first.code);
    access = await token.renew(access);
  } catch (error) {
    if (error instanceof NoToken) return { is: 'again', reason: error.reason, waitMs: error.milliseconds };
    throw error;
  }
  await progress.sending();
  const second = await ask(access.accessToken);
  return isExpired(second) ? { is: 'again', reason: 'token-expired', code: second.code } : (second as Other);
}
