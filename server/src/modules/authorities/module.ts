import type { Schemas } from '@dvc/contract';
import { readCommunes } from '#core/communes';
import type { Deps } from '#core/deps';
import type { ModuleHandlers } from '#core/handler';
import { refuse } from '#core/problem';
import { communeOffice, communeSearchEntry, departmentOf, summaryOf } from './authority.ts';
import { readAccounts } from './official-accounts.ts';

type Place = Schemas['Place'];

/** What authorities need of the directory: where an office is and how to reach it. */
export interface Offices {
  /** Departments of the province, a page by name. */
  departments(page: { cursor: string | undefined; limit: number }): Promise<{ items: Place[]; next: string | null }>;
  countDepartments(): Promise<number>;
  /** One of the directory's offices; of a commune its own, if somebody entered it. */
  byId(id: string): Promise<Place | undefined>;
}

const collator = new Intl.Collator('vi');
/** `Xã Bến Cầu` among the B: everybody looks for the name, not for its kind. */
const ownName = (name: string): string => name.replace(/^(Phường|Xã|Thị trấn|Đặc khu) /u, '');

/** Departments and commune offices: how to reach them, their Official Accounts, what communes were before. */
export async function createAuthoritiesModule(
  { province, search }: Pick<Deps, 'province' | 'search'>,
  offices: Offices,
): Promise<ModuleHandlers<'authorities'>> {
  const communes = (await readCommunes(province.folder)).sort((a, b) =>
    collator.compare(ownName(a.name), ownName(b.name)),
  );
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  const accounts = await readAccounts(province.folder);
  await search.replaceAll('commune', communes.map(communeSearchEntry));

  function communePage(cursor: string | undefined, limit: number) {
    // Ninety-six communes stand still: where a page begins is a number.
    const from = cursor === undefined ? 0 : /^[0-9]{1,4}$/.test(cursor) ? Number(cursor) : refuse('bad-request');
    const items = communes
      .slice(from, from + limit)
      .map((commune) => summaryOf(communeOffice(commune, undefined, accounts)));
    return { items, next: from + limit < communes.length ? String(from + limit) : null, total: communes.length };
  }

  return {
    async listAuthorities({ query: { kind, cursor, limit = 20 } }) {
      if (kind === 'commune') return { status: 200, body: communePage(cursor, limit) };
      const { items, next } = await offices.departments({ cursor, limit });
      const total = await offices.countDepartments();
      return {
        status: 200,
        body: { items: items.map((place) => summaryOf(departmentOf(place, accounts))), next, total },
      };
    },
    async readAuthority({ params: { authorityId } }) {
      const commune = byCode.get(authorityId);
      if (commune) {
        const office = await offices.byId(`ubnd-${commune.code}`);
        return { status: 200, body: communeOffice(commune, office, accounts) };
      }
      const place = (await offices.byId(authorityId)) ?? refuse('not-found');
      return { status: 200, body: departmentOf(place, accounts) };
    },
  };
}
