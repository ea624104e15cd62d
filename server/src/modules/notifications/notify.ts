import { randomUUID } from 'node:crypto';
import type { Clock } from '#core/clock';
import type { Notify } from '#core/deps';
import type { Jobs } from '#core/jobs';

/** The job that sends the Official Account message of a notice; its payload is `{ notificationId }`. */
export const OA_MESSAGE = 'oa-message';

/** The inbox is the record; the Official Account message only points to it. */
export function createNotify(jobs: Jobs, clock: Clock, { withOa }: { withOa: boolean }): Notify {
  return {
    async tell(tx, { accountId, topic, title, body, path, key, button }) {
      const id = randomUUID();
      const now = clock.now();
      const { count } = await tx.query(
        `insert into notifications (id, account_id, key, topic, title, body, path, created_at, button)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (account_id, key) do nothing`,
        [id, accountId, key, topic, title, body, path, now, button ?? null],
      );
      if (count === 0 || !withOa) return;
      await tx.query(`insert into oa_deliveries (notification_id, state, changed_at) values ($1, 'queued', $2)`, [
        id,
        now,
      ]);
      await jobs.enqueue(tx, OA_MESSAGE, { notificationId: id }, { key: `${OA_MESSAGE}:${id}` });
    },
  };
}
