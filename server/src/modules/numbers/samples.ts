import { readFile } from 'node:fs/promises';
import { addDays, dateInVietnam } from '@dvc/contract';
import { z } from 'zod';
import type { Deps } from '#core/deps';
import { insertWeek, newestWeeks } from './week-rows.ts';
import { lastOver } from './weeks.ts';

/** Weeks as they would be published, oldest first. */
const file = z.array(z.record(z.string(), z.record(z.string(), z.number().int())));

/** With SAMPLE_DATA on, weeks that are made up and say so; only where none is published yet. */
export async function keepSampleWeeks({ db, clock, province, settings }: Deps): Promise<void> {
  if (settings.SAMPLE_DATA === 'off' || (await newestWeeks(db, 1)).length > 0) return;
  let weeks: z.infer<typeof file>;
  try {
    weeks = file.parse(JSON.parse(await readFile(new URL('number-samples.json', province.folder), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const now = clock.now();
  const last = lastOver(dateInVietnam(now));
  for (const [index, published] of weeks.entries()) {
    const week = addDays(last, (index - weeks.length + 1) * 7);
    await insertWeek(db, { week, published, waiting: {}, sample: true }, now);
  }
}
