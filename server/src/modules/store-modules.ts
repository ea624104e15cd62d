/**
 * Puts together what stores need of others: the shelf of form versions, the move of answers between them, the province's
 * communes. Reads the province's registration form, so it may refuse to start.
 */
import { readCommunes } from '#core/communes';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { createDraftVersions } from './dossiers/draft-versions.ts';
import { readSurroundings } from './dossiers/rule-context.ts';
import { fold } from '#core/folded-text';
import { createVersionShelf, pinVersions } from './procedures/form-versions.ts';
import { createStoresModule } from './stores/module.ts';
import type { Needs } from './stores/ports.ts';
import { keepSampleStores } from './stores/samples.ts';
import { readStoreForm } from './stores/store-form.ts';
import { FORM_CODE } from './stores/store-rows.ts';

export async function createStoreModules(deps: Deps): Promise<ModuleHandlers<'stores'>> {
  const { db, clock, province } = deps;
  const current = await readStoreForm(province.folder);
  await pinVersions(db, [current], clock.now());
  const shelf = createVersionShelf();
  const places = await readCommunes(province.folder);
  const middles = new Map(places.map(({ code, centroid: [lat, lng] }) => [code, { lat, lng }]));
  const { rules } = await readSurroundings(province, clock);
  const { inNewestForm, inFormOf, written } = createDraftVersions({ currentForm: () => current, form: shelf });
  const needs: Needs = {
    forms: {
      current,
      find: async (sql, version) => (version === current.version ? current : shelf(sql, FORM_CODE, version)),
      inNewestForm,
      inFormOf,
      written,
    },
    rules,
    middleOf: (code) => middles.get(code),
    communeNames: new Map(places.map(({ code, name }) => [code, name])),
    fold,
  };
  await keepSampleStores(deps, needs);
  return createStoresModule(deps, needs);
}
