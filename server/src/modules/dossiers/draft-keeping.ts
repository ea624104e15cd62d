import { dateInVietnam } from '@dvc/contract';
import { days, hours, later } from '#core/clock';
import type { Deps } from '#core/deps';
import { readableDay } from '#core/readable-day';
import type { Sql } from '#db';
import { deleteDraftRow } from './draft-rows.ts';
import { accountOf } from './notices.ts';
import type { Papers, Procedures } from './ports.ts';

/** How long before a draft is thrown away its owner hears of it. */
const WARNING = days(7);
const AT_ONCE = 500;

interface Due {
  id: string;
  citizen_id: string;
  procedure_code: string;
  expires_at: Date;
}

/** Sixty days after the last save a draft goes, with its files; a week before that its owner is told. */
export function keepDrafts(
  { db, clock, jobs, notify }: Deps,
  { procedures, papers }: { procedures: Procedures; papers: Papers },
): void {
  async function warn(tx: Sql, { id, citizen_id, procedure_code, expires_at }: Due): Promise<void> {
    await tx.query('update drafts set told_at = $2 where id = $1', [id, clock.now()]);
    const accountId = await accountOf(tx, citizen_id);
    if (accountId === undefined) return;
    const name = procedures.guide(procedure_code)?.shortName ?? procedure_code;
    const day = dateInVietnam(expires_at);
    await notify.tell(tx, {
      accountId,
      topic: 'dossier',
      title: `${name}: bản nháp sắp hết hạn giữ`,
      body: `Bản nháp của bạn được giữ đến ${readableDay(day)}, rồi phần đã ghi và ảnh sẽ bị xóa. Mở ra và ghi tiếp thì được giữ thêm 60 ngày.`,
      path: `/ho-so/nop/${procedure_code}?nhap=${id}`,
      key: `draft:${id}:expires:${day}`,
      deadline: true,
    });
  }

  jobs.every('warn-of-old-drafts', hours(1), async () => {
    const { rows } = await db.query<{ id: string }>(
      `select id from drafts where told_at is null and expires_at > $1 and expires_at <= $2 order by expires_at limit ${AT_ONCE}`,
      [clock.now(), later(clock.now(), WARNING)],
    );
    for (const { id } of rows) {
      await db.tx(async (tx) => {
        // It may have been saved meanwhile, or told by another process.
        const { rows: due } = await tx.query<Due>(
          `select id, citizen_id, procedure_code, expires_at from drafts
            where id = $1 and told_at is null and expires_at <= $2 for update`,
          [id, later(clock.now(), WARNING)],
        );
        if (due[0]) await warn(tx, due[0]);
      });
    }
  });

  jobs.every('forget-old-drafts', hours(1), async () => {
    const { rows } = await db.query<{ id: string }>(`select id from drafts where expires_at <= $1 limit ${AT_ONCE}`, [
      clock.now(),
    ]);
    for (const { id } of rows) {
      await db.tx(async (tx) => {
        const due = await tx.query('select 1 from drafts where id = $1 and expires_at <= $2 for update', [
          id,
          clock.now(),
        ]);
        if (due.count === 0) return;
        await papers.discard(tx, id);
        await deleteDraftRow(tx, id);
      });
    }
  });
}
