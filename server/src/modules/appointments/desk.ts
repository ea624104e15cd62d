import { momentInVietnam, type Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { maskName } from '#core/masking';
import { refuse } from '#core/problem';
import type { AppointmentPlan } from './appointment-plan.ts';
import { appointmentsOn, dayOfOffice, lockDay } from './appointment-rows.ts';
import { tellBooking } from './notices.ts';

type Handlers = Pick<
  ModuleHandlers<'appointments'>,
  'listAppointmentsForOffice' | 'setAppointmentDay' | 'callAppointment'
>;

/** What an office does with its days: looks, closes, widens, calls the next number. */
export function createDesk({ db, clock, notify }: Deps, plan: AppointmentPlan): Handlers {
  const officeOf = (id: string) => plan.offices.find((office) => office.id === id) ?? refuse('not-found');
  const view =
    (office: ReturnType<typeof officeOf>) =>
    (row: Awaited<ReturnType<typeof appointmentsOn>>[number]): Schemas['OfficeAppointment'] => ({
      number: row.number,
      serviceName: office.services.find(({ id }) => id === row.service_id)?.name ?? row.service_id,
      time: row.slot,
      state: row.state,
      name: row.zalo_name === null ? null : maskName(row.zalo_name),
    });

  return {
    async listAppointmentsForOffice({ params: { officeId, day } }) {
      const office = officeOf(officeId);
      const { closed, capacity, called } = await dayOfOffice(db, officeId, day);
      const items = (await appointmentsOn(db, officeId, day)).map(view(office));
      return { status: 200, body: { closed, capacity, called, items } };
    },

    async setAppointmentDay({ params: { officeId, day }, body }) {
      const office = officeOf(officeId);
      const cancelled = await db.tx(async (tx) => {
        const now = clock.now();
        await lockDay(tx, officeId, day);
        await tx.query('update appointment_days set closed = $3, capacity = $4 where office_id = $1 and day = $2', [
          officeId,
          day,
          body.closed,
          body.capacity,
        ]);
        if (body.closed === null) return 0;
        const coming = (await appointmentsOn(tx, officeId, day)).filter(
          ({ state, slot }) => state === 'booked' && momentInVietnam(day, slot) > now,
        );
        for (const row of coming) {
          await tx.query(`update appointments set state = 'closed', changed_at = $2 where id = $1`, [row.id, now]);
          await tellBooking(tx, notify, { row, office }, 'closed', body.closed);
        }
        return coming.length;
      });
      return { status: 200, body: { cancelled } };
    },

    async callAppointment({ params: { officeId, day }, body: { number } }) {
      const office = officeOf(officeId);
      const called = await db.tx(async (tx) => {
        await lockDay(tx, officeId, day);
        const row = (await appointmentsOn(tx, officeId, day)).find((one) => one.number === number);
        if (row?.state !== 'booked' && row?.state !== 'called') {
          const message = `Không có ai giữ số ${String(number)} vào ngày này.`;
          refuse('invalid', { errors: [{ path: 'number', code: 'unknown', message }] });
        }
        await tx.query(`update appointments set state = 'called', changed_at = $2 where id = $1`, [
          row.id,
          clock.now(),
        ]);
        await tx.query('update appointment_days set called = $3 where office_id = $1 and day = $2', [
          officeId,
          day,
          number,
        ]);
        if (row.state === 'booked') await tellBooking(tx, notify, { row, office }, 'called');
        return { ...row, state: 'called' as const };
      });
      return { status: 200, body: view(office)(called) };
    },
  };
}
