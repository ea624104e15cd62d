import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Deps } from '#core/deps';
import type { Categories } from './categories.ts';
import type { Communes } from './communes.ts';
import { moveLocked } from './move-report.ts';
import type { Photos, Surroundings } from './ports.ts';
import type { Publishing } from './publish.ts';
import { reportById } from './report-rows.ts';
import { createSendReport } from './send-report.ts';

const file = z.array(
  z.object({
    id: z.uuid(),
    category: z.string(),
    answers: z.record(z.string(), z.string()).default({}),
    commune: z.string(),
    point: z.object({ lat: z.number(), lng: z.number() }),
    /** Says that it is a sample. */
    title: z.string(),
    words: z.string(),
    place: z.string(),
    state: z.enum(['received', 'assigned', 'inProgress', 'resolved']),
    note: z.string().nullable().default(null),
  }),
);

interface Needs {
  categories: Categories;
  communes: Communes;
  photos: Photos;
  surroundings: Surroundings;
  publishing: Publishing;
}

const SYSTEM = 'sample-data';
/** The same for every process, so that theirs is the same report. */
const WRITTEN = '2026-11-01T00:00:00.000Z';
const OFFICE = 'Bộ phận tiếp nhận phản ánh (mẫu)';

async function readSamples(folder: URL): Promise<z.infer<typeof file>> {
  try {
    return file.parse(JSON.parse(await readFile(new URL('report-samples.json', folder), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** With SAMPLE_DATA on, reports that are made up and say so, put in once and by the way that every report goes. */
export async function keepSampleReports(deps: Deps, needs: Needs): Promise<void> {
  const { db, notify, province, settings } = deps;
  if (settings.SAMPLE_DATA === 'off') return;
  const { categories, publishing, surroundings } = needs;
  const sending = createSendReport(deps, needs);
  const around = { notify, calendar: surroundings.calendar, categories };
  for (const { id, category, answers, commune, point, title, words, place, state, note } of await readSamples(
    province.folder,
  )) {
    // What somebody at the desk has done since stays.
    if (await reportById(db, id)) continue;
    const where = { source: 'pin' as const, point, words: place, communeCode: commune };
    const what = { id, category, formVersion: categories.version, answers, words, place: where, files: [] };
    await sending.send({ ...what, hideName: true, writtenAt: WRITTEN }, { accountId: null, system: SYSTEM, key: id });
    // Two processes may start at once.
    const row = await db.tx(async (tx) => {
      const kept = await reportById(tx, id, { lock: true });
      if (kept?.state !== 'received' || state === 'received') return kept;
      const move = { to: state, note, by: OFFICE, system: SYSTEM, now: surroundings.now() };
      return moveLocked(tx, kept, move, around);
    });
    if (row?.published_at === null) await publishing.publish(row.code, { title, words, place, photos: [] }, SYSTEM);
  }
}
