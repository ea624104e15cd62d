import { readFile } from 'node:fs/promises';
import type { Schemas } from '@dvc/contract';
import { placeFaults } from '@dvc/contract';
import { contractShape } from '#core/contract-schemas';
import type { Deps } from '#core/deps';
import { placeOf, searchEntryOf, type CommuneNames } from './place.ts';
import { dropLeftOvers, writePlaces } from './place-rows.ts';

/** The province's own list is faulty: the server must not start with half of it. */
class BadDirectory extends Error {
  override readonly name = 'BadDirectory';
}

async function readRows(province: URL): Promise<unknown[]> {
  try {
    return JSON.parse(await readFile(new URL('directory.json', province), 'utf8')) as unknown[];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Brings the directory to what came with the code, except for what was imported since. */
export async function keepProvincePlaces(
  { db, clock, province, search }: Pick<Deps, 'db' | 'clock' | 'province' | 'search'>,
  communes: CommuneNames,
): Promise<void> {
  const isPlaceInput = contractShape<Schemas['PlaceInput']>('PlaceInput');
  const codes = new Set(communes.keys());
  const places = (await readRows(province.folder)).map((row, index) => {
    const where = `directory.json, row ${index + 1}`;
    if (!isPlaceInput(row)) throw new BadDirectory(`${where}: ${isPlaceInput.errors?.[0]?.message ?? 'wrong shape'}`);
    const [fault] = placeFaults(row, codes);
    if (fault) throw new BadDirectory(`${where}, ${fault.field}: ${fault.message}`);
    return placeOf(row, communes);
  });
  await db.tx(async (tx) => {
    const changed = await writePlaces(tx, places, { origin: 'province', now: clock.now() });
    if (changed.length > 0) await search.put(tx, changed.map(searchEntryOf));
    const gone = await dropLeftOvers(
      tx,
      places.map(({ id }) => id),
    );
    if (gone.length > 0) await search.remove(tx, 'place', gone);
  });
}
