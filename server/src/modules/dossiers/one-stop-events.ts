import { canonicalJson, dossierState, officeMoves, type DossierState } from '@dvc/contract';
import { later, minutes } from '#core/clock';
import type { Deps } from '#core/deps';
import { refuse, Refusal } from '#core/problem';
import { sha256 } from '#core/secrets';
import type { Transaction } from '#db';
import { dossierByCode, lockedDossier, type DossierRow } from './dossier-rows.ts';
import { registerDossier } from './forwarding-rows.ts';
import { moveLocked } from './move-dossier.ts';
import {
  dossiersWithOldGaps,
  findEvent,
  insertOneStopEvent,
  lastEventAt,
  openEventsOf,
  progressOf,
  settleEvent,
  type EventOutcome,
  type OneStopEventRow,
} from './one-stop-event-rows.ts';
import { feeDemanded } from './fees.ts';
import type { Procedures } from './ports.ts';
import type { Surroundings } from './rule-context.ts';

/** How long an event waits for an earlier one before it may go ahead of it. */
export const GAP_PATIENCE = minutes(30);
const AT_ONCE = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface OneStopEvent {
  eventId: string;
  dossierCode: string;
  sequence: number;
  occurredAt: string;
  to: DossierState;
  by: string;
  note?: string | undefined;
}

/** What the one-stop system says about dossiers: once each, in its order, never back. */
export interface OneStopEvents {
  receive(event: OneStopEvent, system: string): Promise<{ outcome: EventOutcome; state: DossierState }>;
  /** Tries what waits or was impossible again, in order; answers how many still are. */
  retry(tx: Transaction, row: DossierRow): Promise<number>;
}

function moment(row: OneStopEventRow, { from, now }: { from: Date; now: Date }): Date {
  // Its clock is not ours: never before what the timeline says already, never in the future.
  return new Date(Math.max(from.getTime(), Math.min(row.occurred_at.getTime(), now.getTime())));
}

export function createOneStopEvents(
  deps: Deps,
  { calendar, procedures }: Pick<Surroundings, 'calendar'> & { procedures: Procedures },
): OneStopEvents {
  const { db, clock, notify, jobs, log } = deps;

  /** The event names no amount; where the form's rule does not either, the office has to say it through us. */
  async function feeKnown(tx: Transaction, row: DossierRow) {
    try {
      return await feeDemanded(tx, row, procedures, { said: undefined, note: null });
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }

  /** Does one event whose turn it is. */
  async function settle(tx: Transaction, row: DossierRow, event: OneStopEventRow): Promise<DossierRow> {
    const now = clock.now();
    if (event.state === row.state) {
      await settleEvent(tx, event, 'already');
      return row;
    }
    if (!officeMoves(row.state).includes(event.state)) {
      await settleEvent(tx, event, 'impossible');
      log.error(
        { dossierId: row.id, from: row.state, to: event.state },
        'an event of the one-stop system is impossible',
      );
      return row;
    }
    const at = moment(event, { from: await lastEventAt(tx, row.id), now });
    const { state: to, note, office: by, system } = event;
    await settleEvent(tx, event, 'applied');
    const fee = to === 'paymentRequired' ? await feeKnown(tx, row) : undefined;
    return moveLocked(tx, row, { to, note, by, system, at, now, registers: true, fee }, { notify, calendar });
  }

  /** Everything that is next in line. */
  async function advance(tx: Transaction, row: DossierRow, mayJump: (event: OneStopEventRow) => boolean) {
    let moved = row;
    for (;;) {
      const { settled } = await progressOf(tx, row.id);
      const [next] = (await openEventsOf(tx, row.id)).filter(({ outcome }) => outcome === 'held');
      if (!next) return moved;
      // Events that overtook this one were told already: it is history.
      if (next.sequence <= settled) await settleEvent(tx, next, 'late');
      else if (next.sequence === settled + 1) moved = await settle(tx, moved, next);
      else if (mayJump(next) && (next.state === moved.state || officeMoves(moved.state).includes(next.state))) {
        moved = await settle(tx, moved, next);
      } else return moved;
    }
  }

  async function retry(tx: Transaction, row: DossierRow): Promise<number> {
    const { reached } = await progressOf(tx, row.id);
    let moved = row;
    for (const event of (await openEventsOf(tx, row.id)).filter(({ outcome }) => outcome === 'impossible')) {
      if (event.sequence < reached) await settleEvent(tx, event, 'late');
      else moved = await settle(tx, moved, event);
    }
    await advance(tx, moved, () => true);
    return (await openEventsOf(tx, row.id)).length;
  }

  jobs.every('one-stop-gaps', minutes(5), async () => {
    const before = later(clock.now(), -GAP_PATIENCE);
    let after = FIRST_ID;
    for (let found = AT_ONCE; found === AT_ONCE;) {
      const ids = await dossiersWithOldGaps(db, { before, after, limit: AT_ONCE });
      for (const id of ids) {
        await db.tx(async (tx) => {
          await advance(tx, await lockedDossier(tx, id), ({ received_at }) => received_at <= before);
        });
      }
      after = ids.at(-1) ?? after;
      found = ids.length;
    }
  });

  return {
    async receive(event, system) {
      const note = event.note?.trim() || null;
      if (note === null && dossierState(event.to).noteRequired) {
        const message = 'Hãy ghi lý do bằng một câu để công dân biết phải làm gì.';
        refuse('invalid', { errors: [{ path: 'note', code: 'required', message }] });
      }
      return db.tx(async (tx) => {
        const now = clock.now();
        const row = await dossierByCode(tx, event.dossierCode, { lock: true }).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          return refuse('not-found', { detail: `Máy chủ của tỉnh không có hồ sơ ${event.dossierCode}.` });
        });
        const key = { system, eventId: event.eventId, bodyHash: sha256(canonicalJson(event)) };
        const isNew = await insertOneStopEvent(tx, { ...event, ...key, note, dossierId: row.id, now });
        let moved = row;
        if (isNew) {
          // Whoever tells of a dossier has it.
          await registerDossier(tx, row.id, now);
          moved = await advance(tx, { ...row, registered_at: row.registered_at ?? now }, () => false);
        }
        const known = await findEvent(tx, key);
        if (known.body_hash !== key.bodyHash) refuse('idempotency-conflict');
        return { outcome: known.outcome, state: moved.state };
      });
    },
    retry,
  };
}
