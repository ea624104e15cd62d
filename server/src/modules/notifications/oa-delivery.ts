import { hours, later, seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import { TryLater, type Job } from '#core/jobs';
import type { OaClient, OaMessage, OaOutcome } from '../../integrations/zalo/oa-client.ts';
import { NoToken, type OaAccess, type OaToken } from '../../integrations/zalo/oa-token.ts';

export type DeliveryState =
  'queued' | 'sending' | 'sent' | 'refused' | 'blocked' | 'no-recipient' | 'unclear' | 'given-up';

/** Why a message is where it is, for whoever is asked “why did nobody tell me”. */
export type DeliveryReason =
  | 'not-following'
  | 'silent-too-long'
  | 'blocked'
  | 'rate-limited'
  | 'token-expired'
  | 'consent-used-up'
  | 'not-reached'
  | 'refused'
  | 'answer-lost'
  | 'too-old'
  | 'no-recipient';

interface Found {
  reason?: DeliveryReason;
  code?: number;
  messageId?: string | null;
}

/** Outcomes after which it is sent again. */
type Again = Extract<OaOutcome, { outcome: 'not-sent' | 'rate-limited' | 'token-expired' }>;

interface DeliveryRow {
  state: DeliveryState;
  attempts: number;
  oa_user_id: string | null;
  topic: string;
  title: string;
  body: string;
  path: string | null;
  button: string | null;
  created_at: Date;
}

/** News older than this is not worth a message any more; it is in the inbox. */
const STALE = hours(24);
const MOST_ATTEMPTS = 8;
const RATE_LIMIT_WAIT = seconds(60);

/** -213: neither follows nor wrote to us; -230: silent for seven days. */
const whyBlocked = new Map<number, DeliveryReason>([
  [-213, 'not-following'],
  [-230, 'silent-too-long'],
]);

const buttonTitles: Readonly<Record<string, string>> = { dossier: 'Xem hồ sơ' };

/** The link that opens the mini app at a path. Without `utm_source` Zalo bounces through the browser. */
export function linkInto(appUrl: string, path: string): string {
  return `${appUrl}${path}${path.includes('?') ? '&' : '?'}utm_source=zalo-oa`;
}

/**
 * Sends the message of one notice. A message is marked as being sent before it is, so whoever finds it so after a crash
 * knows that Zalo may have it, and does not tell the person twice: the inbox has it anyway.
 */
export function createOaDelivery({ db, clock, settings, metrics, log }: Deps, oa: OaClient, token: OaToken) {
  const appUrl = `${settings.ZALO_LINK_URL}/${settings.ZALO_APP_ID}`;

  async function note(id: string, state: DeliveryState, { reason, code, messageId }: Found = {}) {
    // While it is being sent, why it had to wait before stays readable.
    await db.query(
      `update oa_deliveries set state = $2, message_id = $4, changed_at = $5, attempts = attempts + $6::int,
              error_code = case when $2 = 'sending' then error_code else $3 end,
              reason = case when $2 = 'sending' then reason else $7 end
        where notification_id = $1`,
      [
        id,
        state,
        code?.toString() ?? null,
        messageId ?? null,
        clock.now(),
        state === 'sending' ? 1 : 0,
        reason ?? null,
      ],
    );
    if (state === 'queued') log.warn({ notification: id, reason, zaloError: code }, 'OA message waits');
  }

  async function close(id: string, state: DeliveryState, found: Found = {}) {
    await note(id, state, found);
    metrics.oaMessages.inc({ outcome: state });
    if (state !== 'sent') {
      const { reason, code } = found;
      log.warn({ notification: id, outcome: state, reason, zaloError: code }, 'OA message not delivered');
    }
  }

  /** A token to send with. Where there is none just now the message says why it waits. */
  async function tokenFor(id: string, refused?: OaAccess): Promise<OaAccess> {
    try {
      return await (refused ? token.renew(refused) : token.current());
    } catch (error) {
      if (error instanceof NoToken) await note(id, 'queued', { reason: error.reason });
      throw error;
    }
  }

  async function send(id: string, message: OaMessage): Promise<OaOutcome> {
    const access = await tokenFor(id);
    await note(id, 'sending');
    const first = await oa.send(access.accessToken, message);
    if (first.outcome !== 'token-expired') return first;
    await note(id, 'queued', { reason: 'token-expired', code: first.code });
    const renewed = await tokenFor(id, access);
    await note(id, 'sending');
    return oa.send(renewed.accessToken, message);
  }

  async function again(id: string, outcome: Again): Promise<never> {
    if (outcome.outcome === 'not-sent') {
      await note(id, 'queued', { reason: 'not-reached' });
      throw new Error('Zalo could not be reached');
    }
    await note(id, 'queued', { reason: outcome.outcome, code: outcome.code });
    throw new TryLater(RATE_LIMIT_WAIT);
  }

  return async (job: Job): Promise<void> => {
    const id = String(job.payload['notificationId']);
    const { rows } = await db.query<DeliveryRow>(
      `select d.state, d.attempts, a.oa_user_id, n.topic, n.title, n.body, n.path, n.button, n.created_at
         from oa_deliveries d join notifications n on n.id = d.notification_id join accounts a on a.id = n.account_id
        where d.notification_id = $1`,
      [id],
    );
    const row = rows[0];
    if (row?.state === 'sending') return close(id, 'unclear', { reason: 'answer-lost' });
    if (row?.state !== 'queued') return;
    if (row.oa_user_id === null) return close(id, 'no-recipient', { reason: 'no-recipient' });
    if (row.attempts >= MOST_ATTEMPTS || later(row.created_at, STALE) < clock.now()) {
      return close(id, 'given-up', { reason: 'too-old' });
    }
    const outcome = await send(id, {
      recipient: row.oa_user_id,
      text: `${row.title}\n${row.body}`.slice(0, 2000),
      button: {
        title: row.button ?? buttonTitles[row.topic] ?? 'Xem thông báo',
        url: linkInto(appUrl, row.path ?? '/thong-bao'),
      },
    });
    switch (outcome.outcome) {
      case 'sent':
        return close(id, 'sent', { messageId: outcome.messageId });
      case 'blocked':
        return close(id, 'blocked', { reason: whyBlocked.get(outcome.code) ?? 'blocked', code: outcome.code });
      case 'refused':
        return close(id, 'refused', { reason: 'refused', code: outcome.code });
      case 'unclear':
        return close(id, 'unclear', { reason: 'answer-lost' });
      default:
        return again(id, outcome);
    }
  };
}
