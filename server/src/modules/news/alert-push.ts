import type { Deps } from '#core/deps';
import type { Sql } from '#db';
import { articleById } from './article-rows.ts';

/** The job that tells one page of people of an urgent article; its payload is `{ articleId, after? }`. */
const ALERT = 'news-alert';
/** One transaction's worth: others get their turn in between. */
const AT_ONCE = 100;

/**
 * Tells everybody with a phone number of an alert, each once, whatever is corrected afterwards: in the inbox, and by the
 * channels whoever wants news there has chosen. Stops when the alert is over or was taken back.
 */
export function createAlertPush({ db, clock, jobs, notify }: Deps) {
  jobs.handle(ALERT, ({ payload }) =>
    db.tx(async (tx) => {
      const articleId = String(payload['articleId']);
      const row = await articleById(tx, articleId);
      if (!row || row.withdrawn_at !== null || row.alert_until === null || row.alert_until <= clock.now()) return;
      const { rows } = await tx.query<{ id: string }>(
        `select id from accounts where phone is not null and id > $1::uuid order by id limit ${String(AT_ONCE)}`,
        [payload['after'] ?? '00000000-0000-0000-0000-000000000000'],
      );
      for (const { id } of rows) {
        await notify.tell(tx, {
          accountId: id,
          topic: 'news',
          title: row.title,
          body: row.summary,
          path: `/tin-tuc/${row.slug}`,
          key: `alert:${articleId}`,
          button: 'Xem tin khẩn',
          urgent: true,
        });
      }
      const after = rows.length === AT_ONCE ? rows.at(-1)?.id : undefined;
      if (after) await jobs.enqueue(tx, ALERT, { articleId, after }, { key: `${ALERT}:${articleId}:${after}` });
    }),
  );
  /** In the transaction that publishes it. */
  return (tx: Sql, articleId: string): Promise<void> =>
    jobs.enqueue(tx, ALERT, { articleId }, { key: `${ALERT}:${articleId}` });
}
