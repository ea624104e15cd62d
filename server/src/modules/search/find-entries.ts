import type { Schemas } from '@dvc/contract';
import { fold, hasPhrase } from '#core/folded-text';
import { readingsOf, type Synonyms } from '#core/synonyms';
import type { Sql } from '#db';
import { respell } from './spelling.ts';
import { allButOne, allOf, wordsOf, type WordGroup } from './words.ts';

interface Found {
  kind: Schemas['SearchHit']['kind'];
  ref: string;
  title: string;
  meta: string | null;
  path: string;
  weight: number;
  names: { folded: string; said: string | null }[];
  body: string;
}

export interface Search {
  /** Best first, at most `MOST_HITS`. */
  hits: Schemas['SearchHit'][];
  /** What was searched for, when what was typed is spelled otherwise. */
  understood: string | null;
}

/** Nobody reads further than this; they type another word. */
export const MOST_HITS = 100;
/** Read by one way of looking; among more than this the best are the ones whose name begins so, found before. */
const CANDIDATES = 200;
const MOST_WORDS = 8;

const columns = 'e.kind, e.ref, e.title, e.meta, e.path, e.weight, e.names, e.body';

async function byNameBeginning(sql: Sql, reading: string): Promise<Found[]> {
  const { rows } = await sql.query<Found>(
    `select ${columns}
       from (select kind, ref from search_names where name >= $1 and name < $2 order by name limit $3) n
       join search_entries e on e.kind = n.kind and e.ref = n.ref`,
    [reading, `${reading}\u{10ffff}`, CANDIDATES],
  );
  return rows;
}

async function byWords(sql: Sql, column: 'name_words' | 'all_words', query: string): Promise<Found[]> {
  const { rows } = await sql.query<Found>(
    `select ${columns} from search_entries e where e.${column} @@ $1::tsquery limit $2`,
    [query, CANDIDATES],
  );
  return rows;
}

const groupsOf = (reading: string): WordGroup[] =>
  wordsOf(reading)
    .slice(0, MOST_WORDS)
    .map((word) => [word]);

/** How well a name fits what is read: it is it, begins with it, says it, says all its words. */
function fitOfName(name: string, reading: string): number {
  if (name === reading) return 6;
  if (name.startsWith(reading)) return 5;
  if (hasPhrase(name, reading)) return 4;
  return reading.split(' ').every((word) => ` ${name}`.includes(` ${word}`)) ? 3 : 0;
}

interface Ranked {
  found: Found;
  score: number;
  also: string | null;
}

function rank(found: Found, readings: readonly string[]): Ranked {
  let best: Ranked = { found, score: 0, also: null };
  for (const [index, reading] of readings.entries()) {
    // At the same fit what was typed goes before what it may have meant, and today's name before yesterday's.
    const later = index === 0 ? 0 : 2;
    for (const { folded, said } of found.names) {
      const score = fitOfName(folded, reading) * 4 - later - (said === null ? 0 : 1);
      if (score > best.score) best = { found, score, also: said };
    }
    const inBody = (hasPhrase(found.body, reading) ? 2 : 1) * 4 - later;
    if (inBody > best.score) best = { found, score: inBody, also: null };
  }
  return best;
}

/** Among equals: what can be done before what can be visited, that before what can be read. */
const places: Readonly<Record<Found['kind'], number>> = {
  service: 0,
  procedure: 1,
  commune: 2,
  place: 3,
  question: 4,
  store: 5,
  report: 6,
  article: 7,
};
const collator = new Intl.Collator('vi');

function inOrder(all: Iterable<Found>, readings: readonly string[]): Schemas['SearchHit'][] {
  return [...all]
    .map((found) => rank(found, readings))
    .sort(
      (a, b) =>
        b.score - a.score ||
        places[a.found.kind] - places[b.found.kind] ||
        b.found.weight - a.found.weight ||
        a.found.title.length - b.found.title.length ||
        collator.compare(a.found.title, b.found.title),
    )
    .slice(0, MOST_HITS)
    .map(({ found: { kind, ref, title, meta, path }, also }) => ({ kind, id: ref, title, meta, also, path }));
}

/** Of each word the spelling that the best find has. */
function readAs(groups: readonly WordGroup[], { names, body }: Found): string {
  const text = ` ${[...names.map(({ folded }) => folded), body].join(' ')} `;
  const chosen = groups.map((group) => group.find((word) => text.includes(` ${word}`)) ?? group[0] ?? '');
  return chosen.join(' ');
}

async function bySpelling(sql: Sql, typed: string): Promise<Search | undefined> {
  for (const every of [false, true]) {
    const groups = await respell(sql, wordsOf(typed).slice(0, MOST_WORDS), every);
    if (groups === undefined) continue;
    const named = await byWords(sql, 'name_words', allOf(groups, 'last'));
    const found = named.length > 0 ? named : await byWords(sql, 'all_words', allOf(groups, 'last'));
    const [first] = found;
    if (first === undefined) continue;
    const spellings = [...new Set(found.map((one) => readAs(groups, one)))];
    // The likeliest spelling is the one that is made of the first of each group.
    const cost = (spelling: string): number =>
      spelling.split(' ').reduce((sum, word, at) => sum + Math.max(0, groups[at]?.indexOf(word) ?? 0), 0);
    spellings.sort((a, b) => cost(a) - cost(b));
    return { hits: inOrder(found, spellings.slice(0, 3)), understood: spellings[0] ?? null };
  }
  return undefined;
}

/** Finds by words what modules made findable: exact name, beginning of a name, words of a name, words said about it. */
export async function findEntries(sql: Sql, query: string, synonyms: Synonyms): Promise<Search> {
  const readings = readingsOf(query, synonyms);
  const typed = fold(query);
  if (typed === '') return { hits: [], understood: null };
  const found = new Map<string, Found>();
  const add = (rows: readonly Found[]): void => {
    for (const row of rows) found.set(`${row.kind} ${row.ref}`, row);
  };
  for (const reading of readings) {
    add(await byNameBeginning(sql, reading));
    add(await byWords(sql, 'name_words', allOf(groupsOf(reading), 'last')));
  }
  for (const reading of readings) {
    if (found.size < MOST_HITS) add(await byWords(sql, 'all_words', allOf(groupsOf(reading), 'last')));
  }
  if (found.size === 0) add(await byWords(sql, 'all_words', allOf(groupsOf(typed), 'all')));
  if (found.size > 0) return { hits: inOrder(found.values(), readings), understood: null };
  const respelled = await bySpelling(sql, typed);
  if (respelled !== undefined) return respelled;
  for (const reading of readings) {
    const words = wordsOf(reading).slice(0, MOST_WORDS);
    if (words.length >= 3) add(await byWords(sql, 'all_words', allButOne(words)));
  }
  return { hits: inOrder(found.values(), readings), understood: null };
}
