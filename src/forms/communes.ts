import { loadCommunes, type Commune } from '#config';
import { fold } from '#lib/fold';

/** A commune that fits what was typed, and by which former names. */
export interface CommuneMatch {
  code: string;
  name: string;
  /** Former units whose names fit; empty when the present name fits. */
  former: readonly { name: string; part: 'full' | 'partial' }[];
}

interface Entry {
  commune: Commune;
  /** Folded, without its kind: "tan ninh". */
  name: string;
  former: readonly { name: string; part: 'full' | 'partial'; folded: string }[];
}

/** The province's communes, ready to be searched by new and former names. */
export interface CommuneIndex {
  readonly entries: readonly Entry[];
  nameOf(code: string): string | undefined;
}

const kind = /^(phuong|xa|thi tran|dac khu|thi xa)\s+/;
/** A name without its kind; "Phường 1" keeps it, a bare number says nothing. */
const bare = (folded: string): string => {
  const rest = folded.replace(kind, '');
  return /^\d*$/.test(rest) ? folded : rest;
};

export function indexCommunes(communes: readonly Commune[]): CommuneIndex {
  const names = new Map(communes.map(({ code, name }) => [code, name]));
  return {
    entries: communes.map((commune) => ({
      commune,
      name: bare(fold(commune.name)),
      former: commune.former.map((unit) => ({ ...unit, folded: bare(fold(unit.name)) })),
    })),
    nameOf: (code) => names.get(code),
  };
}

let loading: Promise<CommuneIndex> | undefined;

/** Fetched once, when a form first needs it; a failed load is tried again the next time. */
export function communeIndex(): Promise<CommuneIndex> {
  loading ??= loadCommunes()
    .then(indexCommunes)
    .catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** 0 the very name, 1 its beginning, 2 a word's beginning, undefined no match. */
function fit(name: string, query: string): number | undefined {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  return ` ${name}`.includes(` ${query}`) ? 2 : undefined;
}

/**
 * Communes for what was typed, best first. A former unit that was split gives every commune it went to: which one it
 * is only the person can know.
 */
export function searchCommunes(index: CommuneIndex, typed: string): CommuneMatch[] {
  const query = bare(fold(typed));
  if (query === '') return [];
  const found: { match: CommuneMatch; rank: number }[] = [];
  for (const { commune, name, former } of index.entries) {
    const own = fit(name, query);
    const byFormer = former.flatMap((unit) => {
      const rank = fit(unit.folded, query);
      return rank === undefined ? [] : [{ unit, rank }];
    });
    if (own === undefined && byFormer.length === 0) continue;
    // At the same closeness, today's name comes before yesterday's.
    const rank = Math.min(own ?? 9, ...byFormer.map((one) => one.rank + 0.5));
    const close = byFormer.filter((one) => own === undefined || one.rank + 0.5 < own);
    found.push({ match: { code: commune.code, name: commune.name, former: close.map(({ unit }) => unit) }, rank });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ match }) => match);
}

/** The former unit that the best match was part of, when it went to several communes. */
export function splitFormer(matches: readonly CommuneMatch[]): { name: string; count: number } | undefined {
  const name = matches[0]?.former.find((unit) => unit.part === 'partial')?.name;
  if (name === undefined) return undefined;
  const count = matches.filter((match) => match.former.some((unit) => unit.name === name)).length;
  return count > 1 ? { name, count } : undefined;
}
