import { randomBytes } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import type { Deps } from '#core/deps';
import { refuse } from '#core/problem';
import type { SearchEntry } from '#core/search-feed';
import type { Transaction } from '#db';
import { drawForPublic } from './blur.ts';
import { countReport } from './counts.ts';
import type { Photos, Surroundings } from './ports.ts';
import { reportByCode, type ReportRow } from './report-rows.ts';

const REMOVE = 'remove-public-photos';

interface Publication {
  title: string;
  words?: string | undefined;
  place?: string | undefined;
  photos: { id: string; regions: Schemas['Region'][] }[];
}

interface Made {
  id: string;
  role: 'before' | 'after';
  smallKey: string;
  largeKey: string;
  width: number;
  height: number;
}

/** What everybody may read of it, for those who search for everything. */
function searchEntryOf(
  shown: Pick<ReportRow, 'id' | 'public_words' | 'public_place'> & { public_title: string },
): SearchEntry {
  const { id, public_title: title, public_words: words, public_place: place } = shown;
  return {
    kind: 'report',
    ref: id,
    title,
    meta: place,
    path: `/phan-anh/${id}`,
    weight: 1,
    names: [{ text: title, said: null }],
    body: [words, place].filter(Boolean).join(' '),
  };
}

export type Publishing = ReturnType<typeof createPublishing>;

/** Shows a report to everybody, in checked words and with photos made for that; and hides it again. */
export function createPublishing({ db, files, jobs, log, search }: Deps, photos: Photos, surroundings: Surroundings) {
  jobs.handle(REMOVE, async ({ payload }) => {
    for (const key of payload['keys'] as string[]) await files.remove(key);
  });

  async function make(row: ReportRow, wanted: Publication['photos']): Promise<Made[]> {
    const pictures = new Map((await photos.pictures(db, row.id)).map((picture) => [picture.id, picture]));
    const unknown = wanted.filter(({ id }) => !pictures.has(id));
    if (unknown.length > 0) {
      const message = 'Phản ánh này không có tấm ảnh đó, hoặc ảnh chưa kiểm tra xong.';
      refuse('invalid', { errors: unknown.map(({ id }) => ({ path: `photos.${id}`, code: 'missing', message })) });
    }
    const made: Made[] = [];
    // One after the other: two cores are shared with the requests.
    for (const { id, regions } of wanted) {
      const picture = pictures.get(id);
      if (!picture) continue;
      const { large, small, width, height } = await drawForPublic(await picture.open(), regions);
      const [smallKey, largeKey] = [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')];
      await files.put(smallKey, small);
      await files.put(largeKey, large);
      made.push({ id, role: picture.role === 'after' ? 'after' : 'before', smallKey, largeKey, width, height });
    }
    return made;
  }

  /** Forgets what was made for the public; the bytes follow when the transaction holds. */
  async function forget(tx: Transaction, reportId: string): Promise<void> {
    const { rows } = await tx.query<{ small_key: string; large_key: string }>(
      'delete from report_photos where report_id = $1 returning small_key, large_key',
      [reportId],
    );
    const keys = rows.flatMap(({ small_key, large_key }) => [small_key, large_key]);
    if (keys.length > 0) await jobs.enqueue(tx, REMOVE, { keys });
  }

  return {
    async publish(
      code: string,
      { title, words, place, photos: wanted }: Publication,
      system: string,
    ): Promise<ReportRow> {
      const found = await reportByCode(db, code);
      // Drawn before the transaction: it takes seconds, and nobody should wait for it with locks held.
      const made = await make(found, wanted);
      return db.tx(async (tx) => {
        const row = await reportByCode(tx, code, { lock: true });
        const now = surroundings.now();
        await forget(tx, row.id);
        for (const [position, { id, role, smallKey, largeKey, width, height }] of made.entries()) {
          await tx.query(
            `insert into report_photos (file_id, report_id, role, position, small_key, large_key, width, height)
             values ($1, $2, $3, $4, $5, $6, $7, $8)`,
            [id, row.id, role, position, smallKey, largeKey, width, height],
          );
        }
        const isNew = row.published_at === null;
        const shown = {
          ...row,
          public_title: title.trim(),
          public_words: words?.trim() || null,
          public_place: place?.trim() || null,
          published_at: row.published_at ?? now,
          // The result is public once something is shown after it was resolved.
          publish_by: row.state === 'resolved' ? null : row.publish_by,
        };
        await tx.query(
          `update reports set public_title = $2, public_words = $3, public_place = $4, published_at = $5, publish_by = $6
            where id = $1`,
          [row.id, shown.public_title, shown.public_words, shown.public_place, shown.published_at, shown.publish_by],
        );
        // A merged one is found, and counted, with the one it belongs to.
        if (row.merged_into === null) await search.put(tx, [searchEntryOf(shown)]);
        if (isNew && row.merged_into === null) await countReport(tx, row, { count: 1, open: row.is_open ? 1 : 0 });
        log.info({ report: row.id, system, photos: made.length }, 'a report is public');
        return shown;
      });
    },

    async hide(code: string, system: string): Promise<void> {
      await db.tx(async (tx) => {
        const row = await reportByCode(tx, code, { lock: true });
        if (row.published_at === null) return;
        await forget(tx, row.id);
        await search.remove(tx, 'report', [row.id]);
        await tx.query(
          `update reports set public_title = null, public_words = null, public_place = null, published_at = null where id = $1`,
          [row.id],
        );
        if (row.merged_into === null) await countReport(tx, row, { count: -1, open: row.is_open ? -1 : 0 });
        log.info({ report: row.id, system }, 'a report is hidden');
      });
    },
  };
}
