import { readFile } from 'node:fs/promises';
import { days } from '#core/clock';
import type { Deps } from '#core/deps';
import { articleById, writeArticle } from './article-rows.ts';
import type { NewsPlan } from './news-plan.ts';
import { drawPicture, keepPicture, picturesById } from './pictures.ts';
import { searchEntryOf, slugOf } from './publish.ts';
import { makeSafe } from './safe-html.ts';

/** With SAMPLE_DATA on, articles that are made up and say so; each is put in once and never changed. */
export async function keepSampleNews(
  { db, clock, files, province, search, settings }: Deps,
  plan: NewsPlan,
): Promise<void> {
  if (settings.SAMPLE_DATA === 'off') return;
  const now = clock.now();
  for (const { id, daysAgo, picture, html, ...words } of plan.samples) {
    if (await articleById(db, id)) continue;
    if (picture && !(await picturesById(db, [picture.id])).has(picture.id)) {
      const drawn = await drawPicture(await readFile(new URL(`news/${picture.file}`, province.folder)));
      await keepPicture(db, files, { id: picture.id, drawn, alt: picture.alt, now });
    }
    await db.tx(async (tx) => {
      const published = new Date(now.getTime() - days(daysAgo));
      const rest = { source_name: null, source_url: null, alert_until: null, picture_id: picture?.id ?? null };
      await writeArticle(tx, {
        id,
        slug: slugOf(words.title, id),
        words: { ...words, ...rest, html: makeSafe(html).html },
        now: published,
        sample: true,
      });
      const row = await articleById(tx, id);
      if (row) await search.put(tx, [searchEntryOf(row, plan)]);
    });
  }
}
