import type { Schemas } from '@dvc/contract';
import type { Commune } from '#core/communes';
import { fold } from '#core/folded-text';
import { metresBetween } from './grid.ts';

type Point = Schemas['Point'];

export interface Communes {
  name(code: string): string | undefined;
  /**
   * Communes a point may lie in, likeliest first, at most three; none outside the province. Borders are not known here, only
   * middles and areas, so a person has to choose.
   */
  at(point: Point): Schemas['NearCommune'][];
  /** The commune whose name, or a former name only it has, stands in somebody's words. */
  inWords(words: string): string | undefined;
}

const OUTSIDE_METRES = 8_000;

/** What field reports need to know of the province's communes. */
export function indexCommunes(all: readonly Commune[]): Communes {
  const names = new Map(all.map(({ code, name }) => [code, name]));
  /** A name → the communes it may mean. */
  const meanings = new Map<string, Set<string>>();
  for (const { code, name, former } of all) {
    for (const one of [name, ...former.map((unit) => unit.name)]) {
      const key = fold(one);
      meanings.set(key, (meanings.get(key) ?? new Set()).add(code));
    }
  }
  // A number alone ("Phường 1") is a name in several places.
  const longest = [...meanings].filter(([key]) => !/\d$/.test(key)).sort(([a], [b]) => b.length - a.length);

  return {
    name: (code) => names.get(code),
    at(point) {
      return all
        .map(({ code, name, areaKm2, centroid: [lat, lng] }) => {
          const radius = Math.sqrt(areaKm2 / Math.PI) * 1000;
          return { code, name, beyond: metresBetween(point, { lat, lng }) - radius };
        })
        .filter(({ beyond }) => beyond < OUTSIDE_METRES)
        .sort((a, b) => a.beyond - b.beyond)
        .slice(0, 3)
        .map(({ code, name }) => ({ code, name }));
    },
    inWords(words) {
      const text = ` ${fold(words)} `;
      const found = longest.find(([name]) => text.includes(` ${name} `));
      if (!found) return undefined;
      const [, codes] = found;
      const [only] = codes;
      return codes.size === 1 ? only : undefined;
    },
  };
}
