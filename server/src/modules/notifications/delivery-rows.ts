import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { Channel, Topic } from './topics.ts';

export type DeliveryState = Schemas['DeliveryState'];
/** Why a message is where it is, for whoever is asked “why did nobody tell me”. */
export type DeliveryReason = Schemas['DeliveryReason'];

/** A notice on its way out of the app, and what is known of whom it is for. */
export interface NoticeToSend {
  id: string;
  account_id: string;
  topic: Topic;
  title: string;
  body: string;
  path: string | null;
  button: string | null;
  climbs: boolean;
  urgent: boolean;
  created_at: Date;
  phone: string | null;
  oa_user_id: string | null;
  /** Left the Official Account and neither came back nor wrote since, as far as Zalo told. */
  has_left: boolean;
}

export interface DeliveryRow {
  channel: Channel;
  state: DeliveryState;
  attempts: number;
  tried_at: Date | null;
}

export interface Found {
  reason?: DeliveryReason;
  code?: number;
  messageId?: string | null;
}

export async function noticeToSend(sql: Sql, id: string): Promise<NoticeToSend | undefined> {
  const { rows } = await sql.query<NoticeToSend>(
    `select n.id, n.account_id, n.topic, n.title, n.body, n.path, n.button, n.climbs, n.urgent, n.created_at, a.phone,
            a.oa_user_id,
            coalesce(c.left_at > greatest(c.followed_at, c.wrote_at, '-infinity'::timestamptz), false) as has_left
       from notifications n join accounts a on a.id = n.account_id
       left join oa_contacts c on c.oa_user_id = a.oa_user_id
      where n.id = $1`,
    [id],
  );
  return rows[0];
}

export async function stepsOf(sql: Sql, id: string): Promise<Map<Channel, DeliveryRow>> {
  const { rows } = await sql.query<DeliveryRow>(
    'select channel, state, attempts, tried_at from deliveries where notification_id = $1',
    [id],
  );
  return new Map(rows.map((row) => [row.channel, row]));
}

/** Writes down where a step is now. A step that came to its end stays as it ended. */
export async function noteStep(
  sql: Sql,
  { id, channel, state, at }: { id: string; channel: Channel; state: DeliveryState; at: Date },
  { reason, code, messageId }: Found = {},
): Promise<void> {
  const isTry = state === 'sending';
  // While it is being sent, why it had to wait before stays readable.
  await sql.query(
    `insert into deliveries (notification_id, channel, state, reason, error_code, message_id, attempts, tried_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (notification_id, channel) do update set
       state = excluded.state, changed_at = excluded.changed_at, message_id = excluded.message_id,
       attempts = deliveries.attempts + excluded.attempts, tried_at = coalesce(deliveries.tried_at, excluded.tried_at),
       error_code = case when excluded.state = 'sending' then deliveries.error_code else excluded.error_code end,
       reason = case when excluded.state = 'sending' then deliveries.reason else excluded.reason end
     where deliveries.state in ('queued', 'sending')`,
    [
      id,
      channel,
      state,
      reason ?? null,
      code?.toString() ?? null,
      messageId ?? null,
      isTry ? 1 : 0,
      isTry ? at : null,
      at,
    ],
  );
}
