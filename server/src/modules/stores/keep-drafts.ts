import { dateInVietnam } from '@dvc/contract';
import { days, hours, later } from '#core/clock';
import type { Deps } from '#core/deps';
import { tellOfOldDraft } from './notices.ts';
import { COLUMNS, type StoreRow } from './store-rows.ts';

/** How long before a draft is thrown away its owner hears of it. */
const WARNING = days(7);
const AT_ONCE = 200;

const readable = (date: string): string => date.split('-').reverse().join('/');

/** Sixty days after the last save a registration that was never sent goes; a week before that its owner is told. */
export function keepStoreDrafts({ db, clock, jobs, notify }: Deps): void {
  jobs.every('warn-of-old-store-drafts', hours(1), () =>
    db.tx(async (tx) => {
      const now = clock.now();
      const { rows } = await tx.query<StoreRow>(
        `select ${COLUMNS} from stores where state = 'draft' and told_at is null and expires_at > $1 and expires_at <= $2
          order by expires_at limit ${String(AT_ONCE)} for update`,
        [now, later(now, WARNING)],
      );
      for (const row of rows) {
        await tx.query('update stores set told_at = $2 where id = $1', [row.id, now]);
        await tellOfOldDraft(tx, notify, row, readable(dateInVietnam(row.expires_at ?? now)));
      }
    }),
  );

  jobs.every('forget-old-store-drafts', hours(1), async () => {
    await db.query(
      `delete from stores where id in
         (select id from stores where state = 'draft' and expires_at <= $1 order by expires_at limit ${String(AT_ONCE)})
          and state = 'draft' and expires_at <= $1`,
      [clock.now()],
    );
  });
}
