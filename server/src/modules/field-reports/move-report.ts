import { dateInVietnam, reportState, type Calendar, type ReportState } from '@dvc/contract';
import type { Notify } from '#core/deps';
import type { Transaction } from '#db';
import type { Categories } from './categories.ts';
import { countReport } from './counts.ts';
import { moveClock, type Clock } from './deadlines.ts';
import { tellReport } from './notices.ts';
import { insertEvent, type ReportRow } from './report-rows.ts';

export interface Move {
  to: ReportState;
  /** For everybody. */
  note: string | null;
  /** For offices only. */
  internalNote?: string | null;
  /** The office; null: the person. */
  by: string | null;
  system: string | null;
  now: Date;
  /** Instead of the clock that follows from the move. */
  clock?: Clock;
  mergedInto?: string;
}

interface Around {
  notify: Notify;
  calendar: Calendar;
  categories: Categories;
}

/** Moves a report that is locked and may go there: state, clock, timeline, counts and notices. The one place where a state changes. */
export async function moveLocked(
  tx: Transaction,
  row: ReportRow,
  { to, note, internalNote = null, by, system, now, clock, mergedInto }: Move,
  { notify, calendar, categories }: Around,
): Promise<ReportRow> {
  const { open } = reportState(to);
  const hands = clock ?? moveClock(row, to, dateInVietnam(now), calendar);
  const moved: ReportRow = {
    ...row,
    ...hands,
    state: to,
    is_open: open,
    changed_at: now,
    resolved_at: to === 'resolved' ? now : row.resolved_at,
    merged_into: mergedInto ?? row.merged_into,
  };
  await tx.query(
    `update reports set state = $2, is_open = $3, changed_at = $4, answer_by = $5, clarify_by = $6, resolve_by = $7,
                        publish_by = $8, paused_on = $9, resolved_at = $10, merged_into = $11
      where id = $1`,
    [
      row.id,
      to,
      open,
      now,
      moved.answer_by,
      moved.clarify_by,
      moved.resolve_by,
      moved.publish_by,
      moved.paused_on,
      moved.resolved_at,
      moved.merged_into,
    ],
  );
  if (row.published_at !== null) {
    // A merged one is counted with the one it belongs to.
    const count = mergedInto === undefined ? 0 : -1;
    const change = Number(open) - Number(row.is_open);
    if (count !== 0 || change !== 0) await countReport(tx, row, { count, open: change as -1 | 0 | 1 });
  }
  const position = await insertEvent(tx, {
    reportId: row.id,
    at: now,
    state: to,
    note,
    internalNote,
    office: by,
    system,
  });
  const categoryName = categories.find(row.category)?.name ?? row.category;
  await tellReport(tx, notify, moved, { position, note, categoryName });
  return moved;
}
