import type { SearchFeed } from '#core/search-feed';
import type { Sql } from '#db';
import type { Needs } from './ports.ts';
import { kindsOf, type PublicFacts } from './public-facts.ts';

/** What is needed to make a shop findable. */
export interface Finding {
  search: SearchFeed;
  needs: Needs;
}

/** Makes an approved shop findable: in the list of shops by its words, and where one searches for everything. */
export async function makeFindable(tx: Sql, id: string, facts: PublicFacts, { search, needs }: Finding): Promise<void> {
  const { name, goods, address } = facts;
  const kind = kindsOf(needs.forms.current).find(({ value }) => value === facts.kind)?.vi ?? '';
  const words = needs.fold([name, goods, address, kind].join(' ')).split(' ');
  await tx.query(
    `insert into store_words (word, store_id) select word, $1::uuid from unnest($2::text[]) as word on conflict do nothing`,
    [id, [...new Set(words)].filter(Boolean)],
  );
  await search.put(tx, [
    {
      kind: 'store',
      ref: id,
      title: name,
      meta: `${goods} · ${address}`,
      path: `/cua-hang?xem=${id}`,
      weight: 5,
      names: [{ text: name, said: null }],
      body: `${goods} ${kind} ${address}`,
    },
  ]);
}

/** Takes that away. */
export async function makeUnfindable(tx: Sql, id: string, { search }: Finding): Promise<void> {
  await tx.query('delete from store_words where store_id = $1', [id]);
  await search.remove(tx, 'store', [id]);
}
