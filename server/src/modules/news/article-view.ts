import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import type { ArticleRow } from './article-rows.ts';
import type { NewsPlan } from './news-plan.ts';
import { picturesById } from './pictures.ts';
import { makeSafe } from './safe-html.ts';

type Picture = Schemas['NewsPicture'];
type Summary = Schemas['ArticleSummary'];

const summaryOf = (row: ArticleRow, plan: NewsPlan, pictures: ReadonlyMap<string, Picture>): Summary => ({
  slug: row.slug,
  topic: plan.topic(row.topic),
  title: row.title,
  summary: row.summary,
  publishedAt: row.published_at.toISOString(),
  alertUntil: row.alert_until?.toISOString() ?? null,
  picture: (row.picture_id === null ? undefined : pictures.get(row.picture_id)) ?? null,
  sample: row.sample,
});

/** Articles as lists show them, in the same order. */
export async function summariesOf(sql: Sql, rows: readonly ArticleRow[], plan: NewsPlan): Promise<Summary[]> {
  const ids = rows.flatMap(({ picture_id }) => picture_id ?? []);
  const pictures = await picturesById(sql, ids);
  return rows.map((row) => summaryOf(row, plan, pictures));
}

/** One article with its pictures. */
export async function articleOf(sql: Sql, row: ArticleRow, plan: NewsPlan): Promise<Schemas['Article']> {
  const inside = makeSafe(row.html).pictures;
  const pictures = await picturesById(sql, [...inside, ...(row.picture_id === null ? [] : [row.picture_id])]);
  const { source_name: name, source_url: url } = row;
  return {
    about: summaryOf(row, plan, pictures),
    html: row.html,
    pictures: inside.flatMap((id) => pictures.get(id) ?? []),
    author: row.author,
    source: name === null || url === null ? null : { name, url },
    changedAt: row.changed_at?.toISOString() ?? null,
  };
}

/** As editors see it; `takenOut` says what was not allowed in what they sent just now. */
export async function officeArticleOf(
  sql: Sql,
  row: ArticleRow,
  { plan, takenOut = [] }: { plan: NewsPlan; takenOut?: string[] },
): Promise<Schemas['OfficeArticle']> {
  const { withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason } = row;
  return {
    id: row.id,
    article: await articleOf(sql, row, plan),
    withdrawn: at === null ? null : { at: at.toISOString(), by: by ?? '', reason: reason ?? '' },
    takenOut,
  };
}
