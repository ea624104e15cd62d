import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/clock';
import type { Notify } from '#core/deps';
import type { Jobs } from '#core/jobs';
import type { Settings } from '#core/settings';
import { CHANNELS, climbs, type Channel } from './topics.ts';

/** The job that carries a notice out of the app; its payload is `{ notificationId }`. */
export const NOTICE = 'notice';

/** The channels the settings connect. */
export function connectedChannels(settings: Settings): ReadonlySet<Channel> {
  const hasOa = settings.ZALO_OA_REFRESH_TOKEN !== undefined;
  const connected: Record<Channel, boolean> = {
    oa: hasOa,
    zns: hasOa && Object.keys(settings.ZNS_TEMPLATES).length > 0,
    sms: settings.SMS_URL !== undefined,
  };
  return new Set(CHANNELS.filter((channel) => connected[channel]));
}

/** The inbox is the record; whatever is sent besides only points to it. */
export function createNotify(jobs: Jobs, clock: Clock, connected: ReadonlySet<Channel>): Notify {
  return {
    async tell(tx, notice) {
      const { accountId, topic, title, body, path, key, button, urgent = false } = notice;
      const id = randomUUID();
      const now = clock.now();
      const goesOn = climbs(notice);
      const { count } = await tx.query(
        `insert into notifications (id, account_id, key, topic, title, body, path, created_at, button, climbs, urgent)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (account_id, key) do nothing`,
        [id, accountId, key, topic, title, body, path, now, button ?? null, goesOn, urgent],
      );
      const first = CHANNELS.find((channel) => connected.has(channel) && (goesOn || channel === 'oa'));
      if (count === 0 || first === undefined) return;
      await tx.query(
        `insert into deliveries (notification_id, channel, state, changed_at) values ($1, $2, 'queued', $3)`,
        [id, first, now],
      );
      await jobs.enqueue(tx, NOTICE, { notificationId: id }, { key: `${NOTICE}:${id}` });
    },
  };
}
