import { readFile } from 'node:fs/promises';
import { buildCalendar, dateInVietnam, type Calendar } from '@dvc/contract';
import type { RuleContext } from '@dvc/contract/forms';
import { z } from 'zod';
import type { Clock } from '#core/clock';
import type { Province } from '#core/province';

const communesFile = z.array(z.object({ code: z.string() }));
const holidaysFile = z.object({ days: z.array(z.object({ date: z.iso.date(), kind: z.string() })) });

/** What rules and clocks must know of the province and of today. */
export interface Surroundings {
  calendar: Calendar;
  now(): Date;
  /** `yyyy-mm-dd` on the wall in Việt Nam. */
  today(): string;
  rules(): RuleContext;
}

/** Reads the province's communes and holidays. */
export async function readSurroundings({ folder }: Province, clock: Clock): Promise<Surroundings> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, folder), 'utf8'));
  const codes = new Set(communesFile.parse(await read('communes.json')).map(({ code }) => code));
  const calendar = buildCalendar(holidaysFile.parse(await read('holidays.json')));
  const today = () => dateInVietnam(clock.now());
  return {
    calendar,
    now: () => clock.now(),
    today,
    rules: () => ({ today: today(), isCommune: (code) => codes.has(code), calendar }),
  };
}
