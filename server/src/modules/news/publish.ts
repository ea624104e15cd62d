import type { Schemas } from '@dvc/contract';
import { fold } from '#core/folded-text';
import { refuse } from '#core/problem';
import type { SearchEntry } from '#core/search-feed';
import type { Sql } from '#db';
import type { ArticleRow, ArticleWords } from './article-rows.ts';
import type { NewsPlan } from './news-plan.ts';
import { picturesById } from './pictures.ts';
import { makeSafe } from './safe-html.ts';

type Input = Schemas['ArticleInput'];

const SLUG_LENGTH = 80;

/** `Mưa lớn ở biên giới` → `mua-lon-o-bien-gioi-1a2b3c4d`: readable, and nobody else's. */
export function slugOf(title: string, id: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH)
    .replace(/^-|-$/g, '');
  return [words, id.slice(0, 8)].filter(Boolean).join('-');
}

function refuseField(path: string, message: string): never {
  return refuse('invalid', { errors: [{ path, code: 'article', message }] });
}

/** What an editor sent, made safe; refused with words for the editor where something in it does not exist. */
export async function readInput(
  sql: Sql,
  input: Input,
  plan: NewsPlan,
): Promise<{ words: ArticleWords; takenOut: string[] }> {
  const { html, pictures, takenOut } = makeSafe(input.html);
  if (textOf(html) === '' && pictures.length === 0)
    refuseField('html', 'Bài không còn chữ nào sau khi bỏ phần không được phép.');
  if (!plan.has(input.topic)) {
    refuseField(
      'topic',
      `Không có chủ đề “${input.topic}”. Các chủ đề: ${plan.topics.map(({ id }) => id).join(', ')}.`,
    );
  }
  const wanted = [...pictures, ...(input.picture === undefined ? [] : [input.picture])];
  const known = await picturesById(sql, wanted);
  const missing = wanted.find((id) => !known.has(id));
  if (missing !== undefined) refuseField('picture', `Chưa có ảnh ${missing}. Gửi ảnh trước, rồi gửi bài.`);
  return {
    words: {
      topic: input.topic,
      title: input.title.trim(),
      summary: input.summary.trim(),
      html,
      author: input.author.trim(),
      source_name: input.source?.name ?? null,
      source_url: input.source?.url ?? null,
      picture_id: input.picture ?? null,
      alert_until: input.alertUntil === undefined ? null : new Date(input.alertUntil),
    },
    takenOut,
  };
}

/** The words of a text without its marks. */
export function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How an article is found by words. */
export function searchEntryOf(row: ArticleRow, plan: NewsPlan): SearchEntry {
  return {
    kind: 'article',
    ref: row.id,
    title: row.title,
    meta: plan.topic(row.topic).vi,
    path: `/tin-tuc/${row.slug}`,
    weight: 10,
    names: [{ text: row.title, said: null }],
    body: `${row.summary} ${textOf(row.html)}`,
  };
}
