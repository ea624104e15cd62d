import type { Deps } from '#core/deps';
import { cutPage, readPosition } from '#core/page-cursor';
import type { ModuleHandlers } from '#core/handler';
import { keepStoreDrafts } from './keep-drafts.ts';
import type { Needs } from './ports.ts';
import { kindsOf, storeView } from './public-facts.ts';
import { countByCommune, publicStore, publicStores } from './public-rows.ts';
import { createRegistrations } from './registrations.ts';
import { createStoreOffice } from './store-office.ts';
import { createSubmitStore } from './submit-store.ts';

/** Store 4.0: the public list, a person's registrations, and what offices decide. */
export function createStoresModule(deps: Deps, needs: Needs): ModuleHandlers<'stores'> {
  const { db } = deps;
  keepStoreDrafts(deps);
  return {
    ...createRegistrations(deps, needs),
    ...createStoreOffice(deps, needs),
    submitStoreRegistration: createSubmitStore(deps, needs),

    async listStores({ query: { q = '', kind, commune, cursor, limit = 20 } }) {
      const wanted = { words: needs.fold(q), kind, commune, after: readPosition(cursor), limit };
      const { rows, next } = cutPage(
        await publicStores(db, wanted),
        limit,
        ({ approved_at, changed_at }) => approved_at ?? changed_at,
      );
      const kinds = kindsOf(needs.forms.current);
      return { status: 200, body: { items: rows.flatMap((row) => storeView(row, kinds) ?? []), next, kinds } };
    },

    async mapStores({ query: { kind } }) {
      const communes = (await countByCommune(db, kind)).flatMap(({ commune: code, count }) => {
        const name = needs.communeNames.get(code);
        const point = needs.middleOf(code);
        // Units change: shops of a commune that is no more stay in the list.
        return name === undefined || point === undefined ? [] : [{ code, name, point, count }];
      });
      return { status: 200, body: { communes } };
    },

    async readStore({ params }) {
      const store = storeView(await publicStore(db, params.storeId), kindsOf(needs.forms.current));
      if (store === undefined) throw new Error('an approved store without public facts');
      return { status: 200, body: store };
    },
  };
}
