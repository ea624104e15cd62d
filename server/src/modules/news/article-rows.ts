import type { Position } from '#core/page-cursor';
import type { Sql } from '#db';

export interface ArticleRow {
  id: string;
  slug: string;
  topic: string;
  title: string;
  summary: string;
  html: string;
  author: string;
  source_name: string | null;
  source_url: string | null;
  picture_id: string | null;
  alert_until: Date | null;
  published_at: Date;
  changed_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
  sample: boolean;
}

/** What an editor may say of an article; the text is safe already. */
export type ArticleWords = Pick<
  ArticleRow,
  'topic' | 'title' | 'summary' | 'html' | 'author' | 'source_name' | 'source_url' | 'picture_id' | 'alert_until'
>;

const COLUMNS = `id, slug, topic, title, summary, html, author, source_name, source_url, picture_id, alert_until,
  published_at, changed_at, withdrawn_at, withdrawn_by, withdrawn_reason, sample`;

const MOST_ALERTS = 5;

interface Wanted {
  topic?: string | undefined;
  /** Also what was taken back. */
  withdrawn?: boolean;
  after: Position | undefined;
  limit: number;
}

/** One more than asked for, newest first. */
export async function newestArticles(sql: Sql, { topic, withdrawn, after, limit }: Wanted): Promise<ArticleRow[]> {
  const params: unknown[] = [limit + 1];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const wanted = [
    ...(withdrawn === true ? [] : ['withdrawn_at is null']),
    ...(topic === undefined ? [] : [`topic = ${given(topic)}`]),
    ...(after ? [`(published_at, id) < (${given(after.at)}::timestamptz, ${given(after.id)}::uuid)`] : []),
  ];
  const { rows } = await sql.query<ArticleRow>(
    `select ${COLUMNS} from news_articles ${wanted.length === 0 ? '' : `where ${wanted.join(' and ')}`}
      order by published_at desc, id desc limit $1`,
    params,
  );
  return rows;
}

/** Alerts that still hold, newest first. */
export async function alertsAt(sql: Sql, now: Date): Promise<ArticleRow[]> {
  const { rows } = await sql.query<ArticleRow>(
    `select ${COLUMNS} from news_articles
      where alert_until > $1 and alert_until is not null and withdrawn_at is null
      order by published_at desc, id desc limit ${MOST_ALERTS}`,
    [now],
  );
  return rows;
}

export async function publicArticle(sql: Sql, slug: string): Promise<ArticleRow | undefined> {
  const { rows } = await sql.query<ArticleRow>(
    `select ${COLUMNS} from news_articles where slug = $1 and withdrawn_at is null`,
    [slug],
  );
  return rows[0];
}

export async function articleById(sql: Sql, id: string, { lock = false } = {}): Promise<ArticleRow | undefined> {
  const { rows } = await sql.query<ArticleRow>(
    `select ${COLUMNS} from news_articles where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0];
}

interface Publishing {
  id: string;
  /** Where it is found, if it is new; an article keeps the address it had. */
  slug: string;
  words: ArticleWords;
  now: Date;
  sample?: boolean;
}

/** Publishes, corrects, or publishes again what was taken back. Of the same words again nothing changes. */
export async function writeArticle(tx: Sql, { id, slug, words, now, sample = false }: Publishing): Promise<void> {
  const names = Object.keys(words);
  const values = Object.values(words);
  const columns = names.join(', ');
  await tx.query(
    `insert into news_articles (id, slug, published_at, sample, ${columns})
     values ($1, $2, $3, $4, ${names.map((_, index) => `$${index + 5}`).join(', ')})
     on conflict (id) do update set (${columns}, changed_at, withdrawn_at, withdrawn_by, withdrawn_reason) =
       (${names.map((name) => `excluded.${name}`).join(', ')}, excluded.published_at, null, null, null)
     where (${names.map((name) => `news_articles.${name}`).join(', ')}, news_articles.withdrawn_at)
       is distinct from (${names.map((name) => `excluded.${name}`).join(', ')}, null::timestamptz)`,
    [id, slug, now, sample, ...values],
  );
}

export async function takeBack(
  tx: Sql,
  id: string,
  { by, reason, now }: { by: string; reason: string; now: Date },
): Promise<void> {
  await tx.query(
    `update news_articles set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4
      where id = $1 and withdrawn_at is null`,
    [id, now, by, reason],
  );
}
