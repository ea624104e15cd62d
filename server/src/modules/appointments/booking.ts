import { canonicalJson, dateInVietnam, momentInVietnam } from '@dvc/contract';
import { days, hours, later } from '#core/clock';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import { isUniqueViolation, type Transaction } from '#db';
import { appointmentById, freePlace, lockDay, nextNumber, type AppointmentRow, type Slot } from './appointment-rows.ts';
import { tellBooking } from './notices.ts';
import { isAhead, officeAndService, type SlotNeeds } from './slots.ts';

/** The job that reminds somebody of an appointment; its payload is a {@link Reminder}. */
export const REMINDER = 'appointment-reminder';

export interface Reminder {
  appointmentId: string;
  day: string;
  time: string;
}

/** The day before at four in the afternoon; two hours before where that has passed. */
export function remindAt(day: string, time: string, now: Date): Date | undefined {
  const begins = momentInVietnam(day, time);
  const dayBefore = later(momentInVietnam(day, '16:00'), -days(1));
  const shortly = later(begins, -hours(2));
  return [dayBefore, shortly].find((moment) => moment > now);
}

/** Booking, moving and giving back places. A day of an office is locked while a place of it is taken. */
export function createBooking({ db, clock, jobs, notify }: Deps, needs: SlotNeeds) {
  async function takePlace(tx: Transaction, slot: Slot, now: Date): Promise<{ place: number; number: number }> {
    const { service } = officeAndService(needs.plan, slot.officeId, slot.serviceId);
    if (!isAhead(needs, slot, now)) refuse('slot-taken');
    const day = await lockDay(tx, slot.officeId, slot.day);
    if (day.closed !== null) refuse('slot-taken', { detail: day.closed });
    const place = await freePlace(tx, slot, day.capacity ?? service.capacity);
    if (place === undefined) refuse('slot-taken');
    return { place, number: await nextNumber(tx, slot.officeId, slot.day) };
  }

  async function remind(tx: Transaction, row: Pick<AppointmentRow, 'id' | 'day' | 'slot'>, now: Date): Promise<void> {
    const runAt = remindAt(row.day, row.slot, now);
    if (runAt === undefined) return;
    const reminder: Reminder = { appointmentId: row.id, day: row.day, time: row.slot };
    await jobs.enqueue(tx, REMINDER, reminder, { key: `${REMINDER}:${row.id}:${row.day}:${row.slot}`, runAt });
  }

  /** What went by is no open booking any more. */
  async function leavePast(tx: Transaction, accountId: string, now: Date): Promise<void> {
    const wall = later(now, hours(7)).toISOString();
    await tx.query(
      `update appointments set state = 'past', changed_at = $2
        where account_id = $1 and state = 'booked' and (day < $3 or (day = $3 and slot < $4))`,
      [accountId, now, dateInVietnam(now), wall.slice(11, 16)],
    );
  }

  async function own(tx: Transaction, id: string, accountId: string): Promise<AppointmentRow> {
    const row = await appointmentById(tx, id, { lock: true });
    return row?.account_id === accountId ? row : refuse('not-found');
  }

  return {
    async book(wanted: Slot & { id: string; accountId: string }): Promise<AppointmentRow> {
      const { id, accountId, officeId, serviceId, day, time } = wanted;
      const asked = canonicalJson({ officeId, serviceId, day, time });
      const again = (row: AppointmentRow): AppointmentRow =>
        row.account_id === accountId && row.asked === asked ? row : refuse('idempotency-conflict');
      try {
        return await db.tx(async (tx) => {
          const now = clock.now();
          const known = await appointmentById(tx, id);
          if (known) return again(known);
          const { office } = officeAndService(needs.plan, officeId, serviceId);
          await leavePast(tx, accountId, now);
          const { count } = await tx.query(
            `select 1 from appointments where account_id = $1 and service_id = $2 and state = 'booked'`,
            [accountId, serviceId],
          );
          if (count > 0) refuse('already-booked');
          const { place, number } = await takePlace(tx, wanted, now);
          // Who waited for the day may have waited for their own other request.
          const meanwhile = await appointmentById(tx, id);
          if (meanwhile) return again(meanwhile);
          await tx.query(
            `insert into appointments (id, account_id, office_id, service_id, day, slot, place, number, state, asked,
                                       booked_at, changed_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', $9, $10, $10)`,
            [id, accountId, officeId, serviceId, day, time, place, number, asked, now],
          );
          const row = await own(tx, id, accountId);
          await remind(tx, row, now);
          await tellBooking(tx, notify, { row, office }, 'booked');
          return row;
        });
      } catch (error) {
        if (isUniqueViolation(error, 'appointments_open')) refuse('already-booked');
        throw error;
      }
    },

    async move(wanted: { id: string; accountId: string; day: string; time: string }): Promise<AppointmentRow> {
      return db.tx(async (tx) => {
        const now = clock.now();
        const row = await own(tx, wanted.id, wanted.accountId);
        if (row.state !== 'booked' || momentInVietnam(row.day, row.slot) <= now) refuse('booking-fixed');
        if (row.day === wanted.day && row.slot === wanted.time) return row;
        const slot = { officeId: row.office_id, serviceId: row.service_id, day: wanted.day, time: wanted.time };
        const { place, number } = await takePlace(tx, slot, now);
        await tx.query(
          'update appointments set day = $2, slot = $3, place = $4, number = $5, changed_at = $6 where id = $1',
          [row.id, wanted.day, wanted.time, place, number, now],
        );
        const moved = await own(tx, row.id, wanted.accountId);
        const { office } = officeAndService(needs.plan, row.office_id, row.service_id);
        await remind(tx, moved, now);
        await tellBooking(tx, notify, { row: moved, office }, 'moved');
        return moved;
      });
    },

    async cancel({ id, accountId }: { id: string; accountId: string }): Promise<void> {
      await db.tx(async (tx) => {
        const now = clock.now();
        const row = await own(tx, id, accountId);
        if (row.state === 'cancelled') return;
        if (row.state !== 'booked' || momentInVietnam(row.day, row.slot) <= now) refuse('booking-fixed');
        await tx.query(`update appointments set state = 'cancelled', changed_at = $2 where id = $1`, [id, now]);
      });
    },
  };
}
