import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fold, hasPhrase } from './folded-text.ts';

const entry = z.object({ canonical: z.string(), terms: z.array(z.string()) });
const target = z.object({ type: z.string(), path: z.string().optional() }).nullish();
const synonymsFile = z.object({ synonyms: z.array(entry.extend({ target })), misspellings: z.array(entry) });

interface Meaning {
  /** Folded: what people type. */
  term: string;
  /** Folded: what our texts call it. */
  canonical: string;
}

/** What people type for what we call it: everyday words and abbreviations, and ways of misspelling. */
export interface Synonyms {
  meanings: readonly Meaning[];
  spellings: readonly Meaning[];
}

export const noSynonyms: Synonyms = { meanings: [], spellings: [] };

const folded = (entries: z.infer<typeof entry>[]): Meaning[] =>
  entries.flatMap(({ canonical, terms }) =>
    terms
      .map((term) => ({ term: fold(term), canonical: fold(canonical) }))
      .filter((meaning) => meaning.term !== '' && meaning.term !== meaning.canonical),
  );

/** `search-synonyms.json` of a province; a province need not have one. */
async function readFileOf(province: URL): Promise<z.infer<typeof synonymsFile>> {
  try {
    return synonymsFile.parse(JSON.parse(await readFile(new URL('search-synonyms.json', province), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { synonyms: [], misspellings: [] };
    throw error;
  }
}

export async function readSynonyms(province: URL): Promise<Synonyms> {
  const { synonyms, misspellings } = await readFileOf(province);
  return { meanings: folded(synonyms), spellings: folded(misspellings) };
}

/** A service of the app that people look for by other words; `path` leads to it where the app has it. */
interface Service {
  title: string;
  terms: readonly string[];
  path: string;
}

export async function readServices(province: URL): Promise<Service[]> {
  const { synonyms } = await readFileOf(province);
  return synonyms.flatMap(({ canonical, terms, target: leadsTo }) =>
    leadsTo?.type === 'module' && leadsTo.path !== undefined
      ? [{ title: canonical.charAt(0).toUpperCase() + canonical.slice(1), terms, path: leadsTo.path }]
      : [],
  );
}

/**
 * The ways to understand a query, as typed first. A short abbreviation (`ks`, `kh`) counts only as a whole word; two or more
 * words count wherever they stand together.
 */
export function readingsOf(query: string, { meanings, spellings }: Synonyms): string[] {
  const typed = fold(query);
  const spelled = spellings.reduce(
    (text, { term, canonical }) =>
      hasPhrase(text, term) ? ` ${text} `.replace(` ${term} `, ` ${canonical} `).trim() : text,
    typed,
  );
  const meant = meanings.filter(({ term }) => hasPhrase(typed, term) || hasPhrase(spelled, term));
  // The longest thing understood says most: "trích lục khai sinh" is an extract, not a birth.
  const longest = Math.max(0, ...meant.map(({ term }) => term.length));
  const best = meant.filter(({ term }) => term.length === longest).map(({ canonical }) => canonical);
  return [...new Set([typed, spelled, ...best])].filter((text) => text !== '');
}
