import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const time = z.string().regex(/^\d\d:\d\d$/);
const planFile = z.object({
  workingHours: z.array(z.tuple([time, time])).min(1),
  slotMinutes: z.number().int().min(5).max(240),
  daysAhead: z.number().int().min(1).max(60),
  services: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      minutes: z.number().int().positive(),
      /** Places in each slot. */
      capacity: z.number().int().positive(),
      bring: z.array(z.string()),
    }),
  ),
  offices: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      address: z.string(),
      services: z.array(z.string()).min(1),
      sample: z.boolean(),
    }),
  ),
});

type PlanFile = z.infer<typeof planFile>;
export type Service = PlanFile['services'][number];
export type Office = Omit<PlanFile['offices'][number], 'services'> & { services: Service[] };

/** Offices that receive people by appointment, and when. */
export interface AppointmentPlan {
  offices: Office[];
  daysAhead: number;
  /** Every slot of a working day, `07:30`, in order. */
  slots: readonly string[];
}

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const written = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Slots that end within their span. */
export function slotsIn(spans: PlanFile['workingHours'], slotMinutes: number): string[] {
  return spans.flatMap(([from, to]) => {
    const count = Math.floor((minutesOf(to) - minutesOf(from)) / slotMinutes);
    return Array.from({ length: Math.max(0, count) }, (_, index) => written(minutesOf(from) + index * slotMinutes));
  });
}

/** From `appointments.json` of a province; a province without one receives nobody by appointment. */
export async function readAppointmentPlan(province: URL): Promise<AppointmentPlan> {
  let text: string;
  try {
    text = await readFile(new URL('appointments.json', province), 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return { offices: [], daysAhead: 1, slots: [] };
  }
  const file = planFile.parse(JSON.parse(text));
  const services = new Map(file.services.map((service) => [service.id, service]));
  const offices = file.offices.map((office) => ({
    ...office,
    services: office.services.map((id) => {
      const service = services.get(id);
      if (!service) throw new Error(`appointments.json: ${office.id} names a service ${id} that is not there`);
      return service;
    }),
  }));
  return { offices, daysAhead: file.daysAhead, slots: slotsIn(file.workingHours, file.slotMinutes) };
}
