import { canonicalJson } from '@dvc/contract';
import { fold } from '#core/folded-text';
import type { SearchEntry, SearchFeed } from '#core/search-feed';
import { sha256 } from '#core/secrets';
import type { Database, Sql } from '#db';
import { mayBeMisspelled, variantsOf } from './spelling.ts';
import { wordsOf } from './words.ts';

/** Of how entries are written; another one makes every kind be written anew. */
const EDITION = 1;
const NAME_LENGTH = 200;
const AT_ONCE = 500;

const vector = (words: Iterable<string>): string => [...new Set(words)].join(' ');

function rowOf({ kind, ref, title, meta, path, weight, names, body }: SearchEntry) {
  const folded = names
    .map(({ text, said }) => ({ folded: fold(text).slice(0, NAME_LENGTH), said }))
    .filter((name) => name.folded !== '');
  const nameWords = folded.flatMap((name) => wordsOf(name.folded));
  const rest = fold(body);
  const words = { name_words: vector(nameWords), all_words: vector([...nameWords, ...wordsOf(rest)]) };
  return { kind, ref, title, meta, path, weight, names: folded, body: rest, ...words };
}

type Written = ReturnType<typeof rowOf>;

async function writeWords(sql: Sql, rows: readonly Written[]): Promise<void> {
  const words = [...new Set(rows.flatMap(({ all_words }) => all_words.split(' ')))].filter((word) => word !== '');
  const { rows: fresh } = await sql.query<{ word: string }>(
    `insert into search_words select jsonb_array_elements_text($1::jsonb) on conflict do nothing returning word`,
    // In one order, so that two who write at once wait for each other instead of both giving up.
    [JSON.stringify(words.sort())],
  );
  const spellings = fresh
    .filter(({ word }) => mayBeMisspelled(word))
    .flatMap(({ word }) => variantsOf(word).map((variant) => ({ variant, word })));
  if (spellings.length === 0) return;
  await sql.query(
    `insert into search_spellings (variant, word)
     select variant, word from jsonb_to_recordset($1::jsonb) as s(variant text, word text) on conflict do nothing`,
    [JSON.stringify(spellings)],
  );
}

async function put(sql: Sql, entries: readonly SearchEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const rows = entries.slice(from, from + AT_ONCE).map(rowOf);
    await sql.query(
      `insert into search_entries (kind, ref, title, meta, path, weight, names, body, name_words, all_words)
       select kind, ref, title, meta, path, weight, names, body, name_words::tsvector, all_words::tsvector
         from jsonb_to_recordset($1::jsonb) as e(kind text, ref text, title text, meta text, path text, weight smallint,
              names jsonb, body text, name_words text, all_words text)
       on conflict (kind, ref) do update set title = excluded.title, meta = excluded.meta, path = excluded.path,
         weight = excluded.weight, names = excluded.names, body = excluded.body,
         name_words = excluded.name_words, all_words = excluded.all_words`,
      [JSON.stringify(rows)],
    );
    for (const kind of new Set(rows.map((row) => row.kind))) {
      const refs = rows.filter((row) => row.kind === kind).map(({ ref }) => ref);
      await sql.query(
        `delete from search_names
          where kind = $1 and ref = any (array(select jsonb_array_elements_text($2::jsonb)))`,
        [kind, JSON.stringify(refs)],
      );
    }
    const names = rows.flatMap(({ kind, ref, names: all }) => all.map(({ folded }) => ({ name: folded, kind, ref })));
    await sql.query(
      `insert into search_names (name, kind, ref)
       select name, kind, ref from jsonb_to_recordset($1::jsonb) as n(name text, kind text, ref text)
       on conflict do nothing`,
      [JSON.stringify(names)],
    );
    await writeWords(sql, rows);
  }
}

/** Writes what can be found. Words that no longer occur stay known: they do no harm, and counting them would cost more. */
export function createSearchFeed(db: Database): SearchFeed {
  return {
    put,
    async remove(sql, kind, refs) {
      await sql.query(
        `delete from search_entries where kind = $1 and ref in (select jsonb_array_elements_text($2::jsonb))`,
        [kind, JSON.stringify(refs)],
      );
    },
    async replaceAll(kind, entries) {
      const hash = sha256(canonicalJson({ edition: EDITION, entries }));
      await db.tx(async (tx) => {
        // The row is locked first: two servers that start together write one after the other.
        const { rows } = await tx.query<{ hash: string }>(
          `insert into search_editions (kind, hash) values ($1, '')
           on conflict (kind) do update set hash = search_editions.hash returning hash`,
          [kind],
        );
        if (rows[0]?.hash === hash) return;
        await tx.query('delete from search_entries where kind = $1', [kind]);
        await put(tx, entries);
        await tx.query('update search_editions set hash = $2 where kind = $1', [kind, hash]);
      });
    },
  };
}
