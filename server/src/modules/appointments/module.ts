import { dateInVietnam, momentInVietnam, type Schemas } from '@dvc/contract';
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import { appointmentById, appointmentsOf, countAhead, dayOfOffice, type AppointmentRow } from './appointment-rows.ts';
import { createBooking, REMINDER, type Reminder } from './booking.ts';
import { createDesk } from './desk.ts';
import { tellBooking } from './notices.ts';
import { daysWithPlaces, officeAndService, type SlotNeeds } from './slots.ts';

const CURSOR = /^(\d{4}-\d{2}-\d{2})_(\d{2}:\d{2})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [, day, slot, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (day === undefined || slot === undefined || id === undefined || Number.isNaN(Date.parse(day))) {
    refuse('bad-request');
  }
  return { day, slot, id };
}

const writeCursor = ({ day, slot, id }: AppointmentRow): string =>
  Buffer.from(`${day}_${slot}_${id}`).toString('base64url');

/** Visits by appointment: places, tickets, the queue, and reminders. */
export function createAppointmentsModule(deps: Deps, needs: SlotNeeds): ModuleHandlers<'appointments'> {
  const { db, clock, jobs, notify, settings } = deps;
  const { plan } = needs;
  const booking = createBooking(deps, needs);

  jobs.handle(REMINDER, async ({ payload }) => {
    const { appointmentId, day, time } = payload as unknown as Reminder;
    await db.tx(async (tx) => {
      const row = await appointmentById(tx, appointmentId, { lock: true });
      // Moved since: the new time has a reminder of its own. A reminder that comes after the hour helps nobody.
      if (row?.state !== 'booked' || row.day !== day || row.slot !== time) return;
      if (momentInVietnam(day, time) <= clock.now()) return;
      const office = plan.offices.find(({ id }) => id === row.office_id);
      if (office) await tellBooking(tx, notify, { row, office }, 'reminder');
    });
  });

  jobs.every('leave-past-appointments', hours(6), async () => {
    await db.query(`update appointments set state = 'past' where state = 'booked' and day < $1`, [
      dateInVietnam(clock.now()),
    ]);
  });

  async function ticket(sql: Sql, row: AppointmentRow): Promise<Schemas['Appointment']> {
    const office = plan.offices.find(({ id }) => id === row.office_id);
    const service = office?.services.find(({ id }) => id === row.service_id);
    const now = clock.now();
    const isOver = row.state === 'booked' && momentInVietnam(row.day, row.slot) <= now;
    const isToday = row.day === dateInVietnam(now);
    const isOpen = row.state === 'booked' || row.state === 'called';
    return {
      id: row.id,
      officeId: row.office_id,
      officeName: office?.name ?? row.office_id,
      address: office?.address ?? '',
      serviceId: row.service_id,
      serviceName: service?.name ?? row.service_id,
      bring: service?.bring ?? [],
      day: row.day,
      time: row.slot,
      number: row.number,
      // On its day one who is late is still waited for.
      state: isOver && !isToday ? 'past' : row.state,
      link: `${settings.ZALO_LINK_URL}/${settings.ZALO_APP_ID}/dat-lich/${row.id}`,
      queue:
        isToday && isOpen
          ? {
              called: (await dayOfOffice(sql, row.office_id, row.day)).called,
              ahead: row.state === 'called' ? 0 : await countAhead(sql, row),
            }
          : null,
      mayChange: row.state === 'booked' && !isOver,
    };
  }

  return {
    ...createDesk(deps, plan),

    async listAppointmentOffices() {
      const items = plan.offices.map(({ id, name, address, sample, services }) => ({
        id,
        name,
        address,
        sample,
        services: services.map((service) => ({
          id: service.id,
          name: service.name,
          minutes: service.minutes,
          bring: service.bring,
        })),
      }));
      return { status: 200, body: { items } };
    },

    async listAppointmentDays({ params }) {
      const found = officeAndService(plan, params.officeId, params.serviceId);
      return { status: 200, body: { items: await daysWithPlaces(db, needs, found, clock.now()) } };
    },

    async listAppointments({ query: { cursor, limit = 20 }, caller: { account } }) {
      const rows = await appointmentsOf(db, account.id, { after: readCursor(cursor), limit });
      const items: Schemas['Appointment'][] = [];
      for (const row of rows.slice(0, limit)) items.push(await ticket(db, row));
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return { status: 200, body: { items, next: last ? writeCursor(last) : null } };
    },

    async bookAppointment({ body, caller: { account } }) {
      const row = await booking.book({ ...body, accountId: account.id });
      return { status: 201, body: await ticket(db, row) };
    },

    async readAppointment({ params, caller: { account } }) {
      const row = await appointmentById(db, params.appointmentId);
      return { status: 200, body: await ticket(db, row?.account_id === account.id ? row : refuse('not-found')) };
    },

    async moveAppointment({ params, body, caller: { account } }) {
      const row = await booking.move({ id: params.appointmentId, accountId: account.id, ...body });
      return { status: 200, body: await ticket(db, row) };
    },

    async cancelAppointment({ params, caller: { account } }) {
      await booking.cancel({ id: params.appointmentId, accountId: account.id });
      return { status: 204 };
    },
  };
}
