import type { Schemas } from '@dvc/contract';
import type { Sql, Transaction } from '#db';

type State = Schemas['AppointmentState'];

export interface AppointmentRow {
  id: string;
  account_id: string;
  office_id: string;
  service_id: string;
  /** `yyyy-mm-dd` */
  day: string;
  slot: string;
  place: number;
  number: number;
  state: State;
  asked: string;
}

export interface DayRow {
  closed: string | null;
  capacity: number | null;
  last_number: number;
  called: number | null;
}

/** A slot of a service of an office on a day. */
export interface Slot {
  officeId: string;
  serviceId: string;
  day: string;
  time: string;
}

const COLUMNS = 'id, account_id, office_id, service_id, day, slot, place, number, state, asked';

export async function appointmentById(
  sql: Sql,
  id: string,
  { lock = false } = {},
): Promise<AppointmentRow | undefined> {
  const { rows } = await sql.query<AppointmentRow>(
    `select ${COLUMNS} from appointments where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

export async function dayOfOffice(sql: Sql, officeId: string, day: string): Promise<DayRow> {
  const { rows } = await sql.query<DayRow>(
    'select closed, capacity, last_number, called from appointment_days where office_id = $1 and day = $2',
    [officeId, day],
  );
  return rows[0] ?? { closed: null, capacity: null, last_number: 0, called: null };
}

/** The same, held until the transaction ends: whoever takes a place on this day waits here for whoever came first. */
export async function lockDay(tx: Transaction, officeId: string, day: string): Promise<DayRow> {
  await tx.query('insert into appointment_days (office_id, day) values ($1, $2) on conflict do nothing', [
    officeId,
    day,
  ]);
  const { rows } = await tx.query<DayRow>(
    'select closed, capacity, last_number, called from appointment_days where office_id = $1 and day = $2 for update',
    [officeId, day],
  );
  if (!rows[0]) throw new Error('a day was neither made nor found');
  return rows[0];
}

/** The lowest place of a slot that nobody has; undefined when all are taken. The day must be locked. */
export async function freePlace(tx: Transaction, slot: Slot, capacity: number): Promise<number | undefined> {
  const { rows } = await tx.query<{ place: number }>(
    `select place from appointments where office_id = $1 and day = $2 and service_id = $3 and slot = $4
        and state in ('booked', 'called')`,
    [slot.officeId, slot.day, slot.serviceId, slot.time],
  );
  const taken = new Set(rows.map(({ place }) => place));
  // A capacity that was lowered afterwards counts by heads, not by the numbers of places.
  if (taken.size >= capacity) return undefined;
  return Array.from({ length: taken.size + 1 }, (_, place) => place).find((place) => !taken.has(place));
}

/** The next number of an office's day. The day must be locked. */
export async function nextNumber(tx: Transaction, officeId: string, day: string): Promise<number> {
  const { rows } = await tx.query<{ last_number: number }>(
    'update appointment_days set last_number = last_number + 1 where office_id = $1 and day = $2 returning last_number',
    [officeId, day],
  );
  if (!rows[0]) throw new Error('a day that is not there has no numbers');
  return rows[0].last_number;
}

/** How many come in each slot of a service over some days. */
export async function takenPlaces(
  sql: Sql,
  { officeId, serviceId, from, to }: { officeId: string; serviceId: string; from: string; to: string },
): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ day: string; slot: string; taken: number }>(
    `select day, slot, count(*)::int as taken from appointments
      where office_id = $1 and day between $2 and $3 and service_id = $4 and state in ('booked', 'called')
      group by day, slot`,
    [officeId, from, to, serviceId],
  );
  return new Map(rows.map(({ day, slot, taken }) => [`${day} ${slot}`, taken]));
}

/** What an office said of its days. */
export async function saidOfDays(sql: Sql, officeId: string, from: string, to: string) {
  const { rows } = await sql.query<{ day: string; closed: string | null; capacity: number | null }>(
    'select day, closed, capacity from appointment_days where office_id = $1 and day between $2 and $3',
    [officeId, from, to],
  );
  return new Map(rows.map((row) => [row.day, row]));
}

/** Who still comes on a day before this one. */
export async function countAhead(sql: Sql, row: AppointmentRow): Promise<number> {
  const { rows } = await sql.query<{ ahead: number }>(
    `select count(*)::int as ahead from appointments where office_id = $1 and day = $2 and state = 'booked'
        and (slot, number) < ($3, $4)`,
    [row.office_id, row.day, row.slot, row.number],
  );
  return rows[0]?.ahead ?? 0;
}

/** Everybody of an office's day, in the order they come. */
export async function appointmentsOn(sql: Sql, officeId: string, day: string) {
  const { rows } = await sql.query<AppointmentRow & { zalo_name: string | null }>(
    `select a.id, a.account_id, a.office_id, a.service_id, a.day, a.slot, a.place, a.number, a.state, a.asked, p.zalo_name
       from appointments a join accounts p on p.id = a.account_id
      where a.office_id = $1 and a.day = $2 order by a.slot, a.number`,
    [officeId, day],
  );
  return rows;
}

/** One more than asked for; latest day first. */
export async function appointmentsOf(
  sql: Sql,
  accountId: string,
  { after, limit }: { after: { day: string; slot: string; id: string } | undefined; limit: number },
): Promise<AppointmentRow[]> {
  const { rows } = await sql.query<AppointmentRow>(
    `select ${COLUMNS} from appointments
      where account_id = $1 ${after ? 'and (day, slot, id) < ($3, $4, $5::uuid)' : ''}
      order by day desc, slot desc, id desc limit $2`,
    [accountId, limit + 1, ...(after ? [after.day, after.slot, after.id] : [])],
  );
  return rows;
}
