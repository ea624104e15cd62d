import { dateInVietnam, type Calendar, type DossierState, type Schemas } from '@dvc/contract';
import type { Notify } from '#core/deps';
import type { Transaction } from '#db';
import { moveClock } from './dossier-clock.ts';
import { clockOf, insertEvent, type DossierRow } from './dossier-rows.ts';
import { tellState } from './notices.ts';
import { followState, type Asked } from './supplement-request.ts';

export interface Move {
  to: DossierState;
  note: string | null;
  /** The office that did it; null: the citizen. */
  by: string | null;
  /** The system that told us; null: the citizen's phone. */
  system: string | null;
  /** When it happened; working days are counted from there. */
  at: Date;
  now: Date;
  /** It proves that the one-stop system has the dossier, whatever the forwarding says. */
  registers: boolean;
  /** Whoever moves it tells the citizen, in better words. */
  quiet?: boolean;
  /** The items of a supplement, where an officer named them. */
  asked?: Asked;
  /** What is to be paid; kept while it waits for that. */
  fee?: Schemas['DossierFee'] | undefined;
  /** It moves because the citizen sent what was asked for. */
  supplemented?: boolean;
}

/** A day that a pause moved, but not as far as today, promises nothing new: the letter that was written covers it, too. */
function excusedOn({ due_date, apologised_on }: DossierRow, dueDate: string | null, today: string): string | null {
  const isStillLate = due_date !== null && dueDate !== null && dueDate < today;
  return apologised_on !== null && isStillLate && apologised_on > due_date ? today : apologised_on;
}

/**
 * Moves a dossier that is locked and may go there: state, clock, timeline and the citizen's notice, all or nothing. The one
 * place where a state changes.
 */
export async function moveLocked(
  tx: Transaction,
  row: DossierRow,
  { to, note, by, system, at, now, registers, quiet = false, asked, fee, supplemented = false }: Move,
  { notify, calendar }: { notify: Notify; calendar: Calendar },
): Promise<DossierRow> {
  const today = dateInVietnam(at);
  const hands = moveClock(clockOf(row), to, today, calendar);
  const supplements = await followState(tx, row, { to, by, note, now, ...(asked ? { asked } : {}) });
  const moved: DossierRow = {
    ...row,
    state: to,
    changed_at: now,
    registered_at: row.registered_at ?? (registers ? now : null),
    accepted_on: hands.acceptedOn,
    due_date: hands.dueDate,
    paused_on: hands.pausedOn,
    apologised_on: excusedOn(row, hands.dueDate, today),
    supplements,
    fee: fee === undefined ? row.fee : JSON.stringify(fee),
  };
  await tx.query(
    `update dossiers set state = $2, changed_at = $3, registered_at = $4, accepted_on = $5, due_date = $6, paused_on = $7,
                         supplements = $8, fee = $9, apologised_on = $10
      where id = $1`,
    [
      row.id,
      to,
      now,
      moved.registered_at,
      moved.accepted_on,
      moved.due_date,
      moved.paused_on,
      supplements,
      moved.fee,
      moved.apologised_on,
    ],
  );
  const position = await insertEvent(tx, { dossierId: row.id, at, state: to, note, office: by, system });
  if (!quiet) await tellState(tx, notify, moved, { position, note, today, supplemented });
  return moved;
}
