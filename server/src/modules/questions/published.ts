import { dateInVietnam, type Schemas } from '@dvc/contract';
import type { Position } from '#core/page-cursor';
import { readableDay } from '#core/readable-day';
import type { SearchEntry, SearchFeed } from '#core/search-feed';
import type { Sql } from '#db';

type Published = Schemas['PublishedQuestion'];

interface PublishedRow {
  id: string;
  field: string;
  field_name: string;
  public_title: string;
  public_text: string;
  public_answer: string;
  answered_by: string | null;
  authority: string;
  answered_at: Date | null;
  published_at: Date;
  sample: boolean;
}

/** How words are made comparable, and in which ways a search may be meant. */
export interface Wording {
  fold(text: string): string;
  readings(query: string): string[];
}

/** What is published of a question, in the words an officer confirmed. */
export interface PublicWords {
  title: string;
  text: string;
  answer: string;
}

const COLUMNS = `id, field, field_name, public_title, public_text, public_answer, answered_by, authority, answered_at,
  published_at, sample`;

/** Words that stand in nearly every question. */
const SAY_NOTHING = new Set(
  'toi co va la cua thi duoc khong cho o a ve voi de nhu the nao xin hoi can gi mot cac'.split(' '),
);
const MOST_WORDS = 8;
const MOST_HITS = 200;

const view = (row: PublishedRow): Published => ({
  id: row.id,
  field: row.field,
  fieldName: row.field_name,
  title: row.public_title,
  text: row.public_text,
  answer: row.public_answer,
  authority: row.answered_by ?? row.authority,
  answeredAt: (row.answered_at ?? row.published_at).toISOString(),
  sample: row.sample,
});

function weighed({ title, text, answer }: PublicWords, fold: Wording['fold']): Map<string, number> {
  const weights = new Map<string, number>();
  const parts: [string, number][] = [
    [answer, 1],
    [text, 2],
    [title, 5],
  ];
  for (const [part, weight] of parts) {
    for (const word of fold(part).split(' ')) if (word !== '' && word.length <= 40) weights.set(word, weight);
  }
  return weights;
}

/** A published answer among everything that can be found. */
const searchEntryOf = ({ id, title, text, answer, fieldName, authority, answeredAt }: Published): SearchEntry => ({
  kind: 'question',
  ref: id,
  title,
  meta: `${authority} trả lời ${readableDay(dateInVietnam(new Date(answeredAt)))}`,
  path: `/hoi-dap/${id}`,
  // Below what it is about: the procedure, the office.
  weight: 5,
  names: [{ text: title, said: null }],
  body: `${fieldName} ${authority} ${text} ${answer}`,
});

/** Puts the masked words before everybody, also in the search of everything; again after they were bettered. */
export async function publish(
  tx: Sql,
  id: string,
  words: PublicWords,
  { now, fold, search }: { now: Date; fold: Wording['fold']; search: SearchFeed },
): Promise<Published> {
  await tx.query(
    `update questions set public_title = $2, public_text = $3, public_answer = $4,
       published_at = coalesce(published_at, $5) where id = $1`,
    [id, words.title, words.text, words.answer, now],
  );
  await tx.query('delete from question_words where question_id = $1', [id]);
  const weights = weighed(words, fold);
  await tx.query(
    `insert into question_words (word, question_id, weight)
     select word, $1::uuid, weight from unnest($2::text[], $3::int[]) as given (word, weight)`,
    [id, [...weights.keys()], [...weights.values()]],
  );
  const published = await publishedById(tx, id);
  if (!published) throw new Error('a question was published and is not there');
  await search.put(tx, [searchEntryOf(published)]);
  return published;
}

export async function publishedById(sql: Sql, id: string): Promise<Published | undefined> {
  const { rows } = await sql.query<PublishedRow>(
    `select ${COLUMNS} from questions where id = $1 and published_at is not null`,
    [id],
  );
  return rows[0] && view(rows[0]);
}

/** The newest, one more than asked for; with the moment that orders them. */
export async function newestPublished(
  sql: Sql,
  field: string | undefined,
  { after, limit }: { after: Position | undefined; limit: number },
): Promise<{ item: Published; at: Date }[]> {
  const params: unknown[] = [limit + 1];
  const named = (value: unknown): string => `$${params.push(value)}`;
  const wanted = [
    'published_at is not null',
    ...(field === undefined ? [] : [`field = ${named(field)}`]),
    ...(after ? [`(published_at, id) < (${named(after.at)}, ${named(after.id)}::uuid)`] : []),
  ];
  const { rows } = await sql.query<PublishedRow>(
    `select ${COLUMNS} from questions where ${wanted.join(' and ')} order by published_at desc, id desc limit $1`,
    params,
  );
  return rows.map((row) => ({ item: view(row), at: row.published_at }));
}

/** How many of the words must be there: all of one or two, most of more. */
const enough = (words: number): number => (words <= 2 ? words : Math.ceil(words * 0.6));

async function hitsOf(sql: Sql, reading: string): Promise<Map<string, number>> {
  const all = [...new Set(reading.split(' ').filter((word) => word !== ''))];
  const telling = all.filter((word) => !SAY_NOTHING.has(word));
  const words = (telling.length > 0 ? telling : all).slice(0, MOST_WORDS);
  const last = reading.split(' ').at(-1);
  const params: unknown[] = [];
  const named = (value: unknown): string => `$${params.push(value)}`;
  const parts = words.map((word) => {
    // The word being typed may be a beginning; any other is whole.
    const matches =
      word === last && word.length > 1
        ? `word >= ${named(word)} and word < ${named(`${word}\u{10ffff}`)}`
        : `word = ${named(word)}`;
    return `select question_id, max(weight) as weight from question_words where ${matches} group by question_id`;
  });
  if (parts.length === 0) return new Map();
  const { rows } = await sql.query<{ question_id: string; score: number }>(
    `select question_id, sum(weight)::int as score from (${parts.join(' union all ')}) as hits
      group by question_id having count(*) >= ${named(enough(words.length))}
      order by score desc, question_id limit ${MOST_HITS}`,
    params,
  );
  return new Map(rows.map(({ question_id, score }) => [question_id, score]));
}

/** Published answers for these words, the best first; at most a few hundred. */
export async function findPublished(
  sql: Sql,
  query: string,
  { field, wording }: { field: string | undefined; wording: Wording },
): Promise<Published[]> {
  const scores = new Map<string, number>();
  for (const reading of wording.readings(query)) {
    for (const [id, score] of await hitsOf(sql, reading)) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  if (scores.size === 0) return [];
  const { rows } = await sql.query<PublishedRow>(
    `select ${COLUMNS} from questions where id = any($1::uuid[]) and published_at is not null`,
    [[...scores.keys()]],
  );
  return rows
    .filter((row) => field === undefined || row.field === field)
    .sort(
      (a, b) =>
        (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) ||
        b.published_at.getTime() - a.published_at.getTime() ||
        a.id.localeCompare(b.id),
    )
    .map(view);
}
