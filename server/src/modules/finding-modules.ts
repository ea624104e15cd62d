/** Puts together what helps people find: search, directory, authorities. Authorities lean on the directory for addresses. */
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { createAuthoritiesModule } from './authorities/module.ts';
import { createDirectoryModule } from './directory/module.ts';
import { countKinds, findPlace, listPlaces } from './directory/place-rows.ts';
import { createSearchModule } from './search/module.ts';

export async function createFindingModules(
  deps: Deps,
): Promise<ModuleHandlers<'search' | 'directory' | 'authorities'>> {
  const { db } = deps;
  const directory = await createDirectoryModule(deps);
  const authorities = await createAuthoritiesModule(deps, {
    departments: ({ cursor, limit }) => listPlaces(db, { topic: 'office', kind: 'department', cursor, limit }),
    async countDepartments() {
      const kinds = await countKinds(db, 'office');
      return kinds.find(({ kind }) => kind === 'department')?.count ?? 0;
    },
    async byId(id) {
      const place = await findPlace(db, id);
      return place?.topic === 'office' ? place : undefined;
    },
  });
  return { ...directory, ...authorities, ...(await createSearchModule(deps)) };
}
