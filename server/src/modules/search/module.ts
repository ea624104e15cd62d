import type { Schemas } from '@dvc/contract';
import { hours } from '#core/clock';
import type { Deps } from '#core/deps';
import { fold } from '#core/folded-text';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { readServices, readSynonyms } from '#core/synonyms';
import { findEntries } from './find-entries.ts';
import { createRecentSearches } from './recent-searches.ts';

const SUGGESTIONS = 6;

/** Where a page begins; pages are short and few, so a count says it. */
function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^[0-9]{1,3}$/.test(cursor)) refuse('bad-request');
  return Number(cursor);
}

/** Search over everything public, and what each person searched for. */
export async function createSearchModule(deps: Deps): Promise<ModuleHandlers<'search'>> {
  const { db, clock, jobs, province, search } = deps;
  const synonyms = await readSynonyms(province.folder);
  const recent = createRecentSearches(db, clock);
  jobs.every('forget-old-searches', hours(6), () => recent.forgetOld());
  const services = await readServices(province.folder);
  await search.replaceAll(
    'service',
    services.map(({ title, terms, path }) => ({
      kind: 'service',
      ref: path,
      title,
      meta: null,
      path,
      weight: 50,
      names: [title, ...terms].map((text) => ({ text, said: null })),
      body: '',
    })),
  );

  async function suggestions(): Promise<string[]> {
    const { rows } = await db.query<{ title: string }>(
      `select title from search_entries where kind = 'procedure' order by weight desc, ref limit $1`,
      [SUGGESTIONS],
    );
    return rows.map(({ title }) => title);
  }

  return {
    async searchEverything({ query: { q = '', cursor, limit = 20 } }) {
      const from = readCursor(cursor);
      const { hits, understood } = await findEntries(db, q, synonyms);
      const items: Schemas['SearchHit'][] = hits.slice(from, from + limit);
      const next = from + limit < hits.length ? String(from + limit) : null;
      return {
        status: 200,
        body: {
          items,
          next,
          total: hits.length,
          understood: understood === fold(q) ? null : understood,
          suggestions: hits.length === 0 ? await suggestions() : [],
        },
      };
    },
    async listRecentSearches({ caller: { account } }) {
      return { status: 200, body: { items: await recent.list(account.id) } };
    },
    async keepRecentSearch({ caller: { account }, body }) {
      await recent.keep(account.id, body.words);
      return { status: 204 };
    },
    async forgetRecentSearches({ caller: { account }, query }) {
      await recent.forget(account.id, query.words);
      return { status: 204 };
    },
  };
}
