import type { Schemas } from '@dvc/contract';
import type { Commune } from '#core/communes';
import type { SearchEntry } from '#core/search-feed';
import type { Accounts } from './official-accounts.ts';

type Authority = Schemas['Authority'];
type Place = Schemas['Place'];

const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** How an office is reached; nothing where nobody entered it. */
function contactsOf(place: Place | undefined) {
  const where = [place?.address, place?.commune?.name].filter((part) => typeof part === 'string').join(', ');
  return {
    address: where === '' ? null : where,
    phones: place?.phones ?? [],
    email: place?.email ?? null,
    web: place?.web ?? null,
    hours: place?.hours ?? null,
    hoursText: place?.hoursText ?? null,
    note: place?.note ?? null,
  };
}

/** The office of a commune; it has one-stop service of its own since there are no districts (decree 118/2025). */
export const communeOffice = (commune: Commune, office: Place | undefined, accounts: Accounts): Authority => ({
  id: commune.code,
  kind: 'commune',
  name: `Ủy ban nhân dân ${lowered(commune.name)}`,
  oneStop: `Trung tâm Phục vụ hành chính công ${lowered(commune.name)}`,
  ...contactsOf(office),
  oaId: accounts.get(commune.code) ?? null,
  formerUnits: commune.former,
  oldNames: [],
});

export const departmentOf = (place: Place, accounts: Accounts): Authority => ({
  id: place.id,
  kind: 'department',
  name: place.name,
  oneStop: null,
  ...contactsOf(place),
  oaId: accounts.get(place.id) ?? null,
  formerUnits: [],
  oldNames: place.oldNames,
});

export const summaryOf = ({ id, kind, name, oldNames, oaId }: Authority): Schemas['AuthoritySummary'] => ({
  id,
  kind,
  name,
  oldNames,
  hasOa: oaId !== null,
});

const bareName = (name: string): string => name.replace(/^(Phường|Xã|Thị trấn|Đặc khu) (?=\D)/u, '');

/** A commune among everything that can be found: by its name and by the names of what it was made of. */
export function communeSearchEntry({ code, name, former }: Commune): SearchEntry {
  const office = `Ủy ban nhân dân ${lowered(name)}`;
  const formerNames = former.flatMap((unit) => {
    const said = unit.part === 'full' ? `Gồm ${lowered(unit.name)} cũ` : `Gồm một phần ${lowered(unit.name)} cũ`;
    return [...new Set([unit.name, bareName(unit.name)])].map((text) => ({ text, said }));
  });
  const own = [...new Set([name, bareName(name), office])].map((text) => ({ text, said: null }));
  return {
    kind: 'commune',
    ref: code,
    title: name,
    meta: office,
    path: `/co-quan/${code}`,
    weight: 20,
    names: [...own, ...formerNames],
    body: 'trung tâm phục vụ hành chính công một cửa',
  };
}
