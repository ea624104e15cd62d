import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { cutPage, readPosition } from '#core/page-cursor';
import { CHANNELS, type Channel, type Topic } from './topics.ts';
import type { DeliveryReason, DeliveryState } from './delivery-rows.ts';

type Taken = Schemas['DeliveryStep'];

interface StepRow {
  notification_id: string;
  channel: Channel;
  state: DeliveryState;
  reason: DeliveryReason | null;
  error_code: string | null;
  attempts: number;
  message_id: string | null;
  changed_at: Date;
}

const view = ({ channel, state, reason, error_code, attempts, message_id, changed_at }: StepRow): Taken => ({
  channel,
  state,
  reason,
  zaloCode: error_code,
  attempts,
  messageId: message_id,
  changedAt: changed_at.toISOString(),
});

/** The steps of some notices, each in the order of the ladder. */
export async function stepsByNotice(sql: Sql, ids: readonly string[]): Promise<Map<string, Taken[]>> {
  const { rows } = await sql.query<StepRow>(
    `select notification_id, channel, state, reason, error_code, attempts, message_id, changed_at
       from deliveries where notification_id = any($1::uuid[])`,
    [ids],
  );
  const found = new Map<string, Taken[]>();
  for (const channel of CHANNELS) {
    for (const row of rows.filter((one) => one.channel === channel)) {
      found.set(row.notification_id, [...(found.get(row.notification_id) ?? []), view(row)]);
    }
  }
  return found;
}

interface NoticeRow {
  id: string;
  topic: Topic;
  climbs: boolean;
  created_at: Date;
  read_at: Date | null;
}

/** One page of what became of everybody's notices, newest first. Neither words nor names: the province sees that it works. */
export async function listDeliveries(
  sql: Sql,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ items: Schemas['Delivery'][]; next: string | null }> {
  const after = readPosition(cursor);
  const { rows } = await sql.query<NoticeRow>(
    `select id, topic, climbs, created_at, read_at from notifications
      ${after ? 'where (created_at, id) < ($2, $3::uuid)' : ''}
      order by created_at desc, id desc limit $1`,
    [limit + 1, ...(after ? [after.at, after.id] : [])],
  );
  const page = cutPage(rows, limit, ({ created_at }) => created_at);
  const steps = await stepsByNotice(
    sql,
    page.rows.map(({ id }) => id),
  );
  const items = page.rows.map(({ id, topic, climbs, created_at, read_at }) => ({
    notificationId: id,
    topic,
    climbs,
    toldAt: created_at.toISOString(),
    readAt: read_at?.toISOString() ?? null,
    steps: steps.get(id) ?? [],
  }));
  return { items, next: page.next };
}
