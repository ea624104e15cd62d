import { addDays, dateInVietnam, isWorkingDay, momentInVietnam, type Calendar, type Schemas } from '@dvc/contract';
import { minutes } from '#core/clock';
import { refuse } from '#core/problem';
import type { Sql } from '#db';
import type { AppointmentPlan, Office, Service } from './appointment-plan.ts';
import { saidOfDays, takenPlaces } from './appointment-rows.ts';

/** Nobody is expected sooner than this after booking. */
const SOONEST = minutes(30);

export interface SlotNeeds {
  plan: AppointmentPlan;
  calendar: Calendar;
}

/** An office and a service it has; refuses `not-found`. */
export function officeAndService(plan: AppointmentPlan, officeId: string, serviceId: string) {
  const office = plan.offices.find(({ id }) => id === officeId) ?? refuse('not-found');
  const service = office.services.find(({ id }) => id === serviceId) ?? refuse('not-found');
  return { office, service };
}

/** Working days on which one may come, today included; none of a year whose days off are not decided yet: no guess. */
function daysAhead({ plan, calendar }: SlotNeeds, now: Date): string[] {
  const today = dateInVietnam(now);
  const { knownUntil = '9999-12-31' } = calendar;
  return Array.from({ length: plan.daysAhead + 1 }, (_, index) => addDays(today, index)).filter(
    (day) => day <= knownUntil && isWorkingDay(day, calendar),
  );
}

/** Whether a slot may still be booked, as far as the calendar and the hour say. */
export function isAhead(needs: SlotNeeds, { day, time }: { day: string; time: string }, now: Date): boolean {
  return (
    daysAhead(needs, now).includes(day) &&
    needs.plan.slots.includes(time) &&
    momentInVietnam(day, time).getTime() >= now.getTime() + SOONEST
  );
}

/** The coming days with the places left. */
export async function daysWithPlaces(
  sql: Sql,
  needs: SlotNeeds,
  { office, service }: { office: Office; service: Service },
  now: Date,
): Promise<Schemas['AppointmentDay'][]> {
  const days = daysAhead(needs, now);
  const from = days[0] ?? dateInVietnam(now);
  const to = days.at(-1) ?? from;
  const said = await saidOfDays(sql, office.id, from, to);
  const taken = await takenPlaces(sql, { officeId: office.id, serviceId: service.id, from, to });
  return days.map((day) => {
    const { closed = null, capacity = null } = said.get(day) ?? {};
    if (closed !== null) return { day, closed, slots: [] };
    const places = capacity ?? service.capacity;
    const slots = needs.plan.slots
      .filter((time) => isAhead(needs, { day, time }, now))
      .map((time) => ({ time, free: Math.max(0, places - (taken.get(`${day} ${time}`) ?? 0)) }));
    return { day, closed, slots };
  });
}
