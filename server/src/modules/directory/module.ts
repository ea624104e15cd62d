import { placeFaults, type Schemas } from '@dvc/contract';
import { readCommunes } from '#core/communes';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { placeOf, searchEntryOf, summaryOf } from './place.ts';
import { countKinds, findPlace, listPlaces, removePlaces, writePlaces } from './place-rows.ts';
import { keepProvincePlaces } from './province-places.ts';

/** Public places for anyone; other systems write them. */
export async function createDirectoryModule(deps: Deps): Promise<ModuleHandlers<'directory'>> {
  const { db, clock, province, search } = deps;
  const communes = new Map((await readCommunes(province.folder)).map(({ code, name }) => [code, name]));
  const codes = new Set(communes.keys());
  await keepProvincePlaces(deps, communes);

  /** Every fault of every row, named by its place in the request. */
  function refuseFaulty(rows: readonly Schemas['PlaceInput'][]): void {
    const seen = new Set<string>();
    const errors = rows.flatMap((row, index) => {
      const twice = seen.has(row.id) ? [{ field: 'id', message: `mã ${row.id} có hai lần` }] : [];
      seen.add(row.id);
      return [...twice, ...placeFaults(row, codes)].map(({ field, message }) => ({
        path: `places[${index}].${field}`,
        code: 'place',
        message: `Dòng ${index + 1}, ${field}: ${message}.`,
      }));
    });
    if (errors.length > 0) refuse('invalid', { errors });
  }

  return {
    async listPlaces({ query: { topic, kind, cursor, limit = 20 } }) {
      const { items, next } = await listPlaces(db, { topic, kind, cursor, limit });
      return { status: 200, body: { items: items.map(summaryOf), next, kinds: await countKinds(db, topic) } };
    },
    async readPlace({ params }) {
      return { status: 200, body: (await findPlace(db, params.placeId)) ?? refuse('not-found') };
    },
    async importPlaces({ body: { places: rows } }) {
      refuseFaulty(rows);
      const kept = rows.filter(({ removed }) => removed !== true).map((row) => placeOf(row, communes));
      const leaving = rows.filter(({ removed }) => removed === true).map(({ id }) => id);
      return db.tx(async (tx) => {
        const now = clock.now();
        const changed = await writePlaces(tx, kept, { origin: 'import', now });
        if (changed.length > 0) await search.put(tx, changed.map(searchEntryOf));
        const gone = leaving.length > 0 ? await removePlaces(tx, leaving, now) : [];
        if (gone.length > 0) await search.remove(tx, 'place', gone);
        const unchanged = rows.length - changed.length - gone.length;
        return { status: 200 as const, body: { written: changed.length, unchanged, removed: gone.length } };
      });
    },
  };
}
