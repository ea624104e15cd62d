import { hours, later, minutes, seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import { TryLater, type Job } from '#core/jobs';
import { chosenBy, isWanted, type Chosen } from './choice-rows.ts';
import {
  noteStep,
  noticeToSend,
  stepsOf,
  type DeliveryReason,
  type DeliveryRow,
  type DeliveryState,
  type Found,
  type NoticeToSend,
} from './delivery-rows.ts';
import { quietUntil } from './quiet-hours.ts';
import type { Step } from './step.ts';
import { CHANNELS, type Channel } from './topics.ts';

/** News older than this is not worth a message any more; it is in the inbox. */
const STALE = hours(24);
const MOST_ATTEMPTS = 8;
/** A notice that climbs does not wait a day for a channel that is out of order. */
const CLIMBS_AFTER = minutes(10);
const RATE_LIMIT_WAIT = seconds(60);

/** The person was told, or may have been: nobody is told twice on purpose. */
const REACHED: readonly DeliveryState[] = ['sent', 'unclear'];
const ON_ITS_WAY: readonly DeliveryState[] = ['queued', 'sending'];

/** 5 s, 20 s, 80 s … */
const backOff = (attempt: number): number => seconds(5) * 4 ** (attempt - 1);

/**
 * Carries one notice up the ladder until the person was reached: the Official Account, ZNS, a text message. A step is marked as
 * being sent before it is, so whoever finds it so after a crash knows that the receiver may have it.
 */
export function createLadder(deps: Deps, steps: Partial<Record<Channel, Step>>) {
  const { db, clock, settings, metrics, log } = deps;

  const note = (id: string, channel: Channel, state: DeliveryState, found: Found = {}) =>
    noteStep(db, { id, channel, state, at: clock.now() }, found);

  async function wait(id: string, channel: Channel, found: Found, milliseconds: number): Promise<never> {
    await note(id, channel, 'queued', found);
    log.warn({ notification: id, channel, reason: found.reason, zaloError: found.code }, 'a message waits');
    throw new TryLater(milliseconds);
  }

  async function close(id: string, channel: Channel, state: DeliveryState, found: Found = {}): Promise<DeliveryState> {
    await note(id, channel, state, found);
    metrics.messages.inc({ channel, outcome: state });
    const { reason, code } = found;
    if (state === 'skipped') log.info({ notification: id, channel, reason }, 'a step was left out');
    else if (state !== 'sent') {
      log.warn({ notification: id, channel, outcome: state, reason, zaloError: code }, 'a message was not delivered');
    }
    return state;
  }

  function outOfTime(
    notice: NoticeToSend,
    { channel, row }: { channel: Channel; row: DeliveryRow | undefined },
  ): DeliveryReason | undefined {
    const now = clock.now();
    if (later(notice.created_at, STALE) < now || (row?.attempts ?? 0) >= MOST_ATTEMPTS) return 'too-old';
    const tried = row?.tried_at ?? null;
    const mayClimb = notice.climbs && channel !== CHANNELS.at(-1);
    return mayClimb && tried !== null && later(tried, CLIMBS_AFTER) < now ? 'not-reached' : undefined;
  }

  /** Why a step is not tried at all. Throws `TryLater` when it is to be tried after the quiet. */
  async function whyNot(notice: NoticeToSend, channel: Channel, chosen: Chosen): Promise<DeliveryReason | undefined> {
    const { id, topic, urgent } = notice;
    const step = steps[channel];
    if (step === undefined) return 'not-connected';
    if (!isWanted(chosen.choices, topic, channel)) return 'not-chosen';
    const reason = step.whyNot(notice);
    if (reason !== undefined || urgent) return reason;
    const now = clock.now();
    const until = quietUntil(now, chosen.quiet === undefined ? settings.QUIET_HOURS : chosen.quiet);
    if (until === undefined) return undefined;
    // News of the evening is no news in the morning.
    if (topic === 'news') return 'quiet-hours';
    return wait(id, channel, { reason: 'quiet-hours' }, until.getTime() - now.getTime());
  }

  /** @returns the state in which the step ended. Throws `TryLater` when it has not. */
  async function take(
    notice: NoticeToSend,
    { channel, row, chosen }: { channel: Channel; row: DeliveryRow | undefined; chosen: Chosen },
  ): Promise<DeliveryState> {
    const { id } = notice;
    const step = steps[channel];
    if (row?.state === 'sending' && step?.repeatable !== true) {
      return close(id, channel, 'unclear', { reason: 'answer-lost' });
    }
    const reason = await whyNot(notice, channel, chosen);
    if (reason === 'no-recipient') return close(id, channel, 'no-recipient', { reason });
    if (reason !== undefined || step === undefined) {
      return close(id, channel, 'skipped', { reason: reason ?? 'not-connected' });
    }
    const ended = outOfTime(notice, { channel, row });
    if (ended !== undefined) return close(id, channel, 'given-up', { reason: ended });
    const outcome = await step.send(notice, {
      sending: () => note(id, channel, 'sending'),
      waiting: (why, code) => note(id, channel, 'queued', { reason: why, code }),
    });
    if (outcome.is === 'sent') return close(id, channel, 'sent', { messageId: outcome.messageId });
    if (outcome.is === 'over') return close(id, channel, outcome.state, outcome);
    const patience = notice.climbs ? CLIMBS_AFTER / 2 : hours(1);
    const again = Math.min(backOff((row?.attempts ?? 0) + 1), patience);
    const pause = outcome.reason === 'rate-limited' ? RATE_LIMIT_WAIT : again;
    return wait(id, channel, outcome, outcome.waitMs ?? pause);
  }

  return async (job: Job): Promise<void> => {
    const notice = await noticeToSend(db, String(job.payload['notificationId']));
    // Its owner had everything erased.
    if (notice === undefined) return;
    const rows = await stepsOf(db, notice.id);
    const chosen = await chosenBy(db, notice.account_id);
    for (const channel of notice.climbs ? CHANNELS : (['oa'] as const)) {
      const row = rows.get(channel);
      const isOpen = row === undefined || ON_ITS_WAY.includes(row.state);
      const state = isOpen ? await take(notice, { channel, row, chosen }) : row.state;
      if (REACHED.includes(state)) return;
    }
  };
}
