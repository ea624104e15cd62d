import { hours, later, seconds } from '#core/clock';
import type { Deps } from '#core/deps';
import { TryLater, type Job } from '#core/jobs';
import type { OaClient, OaMessage, OaOutcome } from '../../integrations/zalo/oa-client.ts';
import type { OaToken } from '../../integrations/zalo/oa-token.ts';

type DeliveryState = 'queued' | 'sending' | 'sent' | 'refused' | 'blocked' | 'no-recipient' | 'unclear' | 'given-up';

interface DeliveryRow {
  state: DeliveryState;
  attempts: number;
  oa_user_id: string | null;
  topic: string;
  title: string;
  body: string;
  path: string | null;
  created_at: Date;
}

/** News older than this is not worth a message any more; it is in the inbox. */
const STALE = hours(24);
const MOST_ATTEMPTS = 8;
const RATE_LIMIT_WAIT = seconds(60);

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

  async function note(id: string, state: DeliveryState, found: { code?: number; messageId?: string | null } = {}) {
    await db.query(
      `update oa_deliveries set state = $2, error_code = $3, message_id = $4, changed_at = $5,
              attempts = attempts + $6::int
        where notification_id = $1`,
      [id, state, found.code?.toString() ?? null, found.messageId ?? null, clock.now(), state === 'sending' ? 1 : 0],
    );
  }

  async function close(id: string, state: DeliveryState, found: { code?: number; messageId?: string | null } = {}) {
    await note(id, state, found);
    metrics.oaMessages.inc({ outcome: state });
    if (state !== 'sent')
      log.warn({ notification: id, outcome: state, zaloError: found.code }, 'OA message not delivered');
  }

  async function send(id: string, message: OaMessage): Promise<OaOutcome> {
    const access = await token.current();
    await note(id, 'sending');
    const first = await oa.send(access.accessToken, message);
    if (first.outcome !== 'token-expired') return first;
    await note(id, 'queued');
    const renewed = await token.renew(access);
    await note(id, 'sending');
    return oa.send(renewed.accessToken, message);
  }

  async function again(id: string, outcome: OaOutcome): Promise<never> {
    await note(id, 'queued', 'code' in outcome ? { code: outcome.code } : {});
    if (outcome.outcome === 'not-sent') throw new Error('Zalo could not be reached');
    throw new TryLater(RATE_LIMIT_WAIT);
  }

  return async (job: Job): Promise<void> => {
    const id = String(job.payload['notificationId']);
    const { rows } = await db.query<DeliveryRow>(
      `select d.state, d.attempts, a.oa_user_id, n.topic, n.title, n.body, n.path, n.created_at
         from oa_deliveries d join notifications n on n.id = d.notification_id join accounts a on a.id = n.account_id
        where d.notification_id = $1`,
      [id],
    );
    const row = rows[0];
    if (row?.state === 'sending') return close(id, 'unclear');
    if (row?.state !== 'queued') return;
    if (row.oa_user_id === null) return close(id, 'no-recipient');
    if (row.attempts >= MOST_ATTEMPTS || later(row.created_at, STALE) < clock.now()) return close(id, 'given-up');
    const outcome = await send(id, {
      recipient: row.oa_user_id,
      text: `${row.title}\n${row.body}`.slice(0, 2000),
      button: { title: buttonTitles[row.topic] ?? 'Xem thông báo', url: linkInto(appUrl, row.path ?? '/thong-bao') },
    });
    if (outcome.outcome === 'sent') return close(id, 'sent', { messageId: outcome.messageId });
    if (outcome.outcome === 'blocked' || outcome.outcome === 'refused')
      return close(id, outcome.outcome, { code: outcome.code });
    if (outcome.outcome === 'unclear') return close(id, 'unclear');
    return again(id, outcome);
  };
}
