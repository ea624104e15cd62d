import { fold, hasPhrase } from '#core/folded-text';
import type { SearchEntry } from '#core/search-feed';
import type { Guide } from './procedure-file.ts';
import { readingsOf, type Synonyms } from '#core/synonyms';

interface Entry {
  guide: Guide;
  names: string[];
  /** The rest of the guide's words. */
  body: string;
}

const collator = new Intl.Collator('vi');

/** The rest of a guide's words. */
function bodyOf(guide: Guide): string {
  const facts = [guide.authority, guide.result, ...guide.whoCanFile].map(({ text }) => text ?? '');
  return [guide.field, ...facts, ...guide.papers.map(({ name }) => name)].join(' ');
}

const entryOf = (guide: Guide): Entry => ({
  guide,
  names: [fold(guide.shortName), fold(guide.name), fold(guide.code)],
  body: fold(bodyOf(guide)),
});

/** A procedure among everything that can be found. */
export const searchEntryOf = (guide: Guide): SearchEntry => ({
  kind: 'procedure',
  ref: guide.code,
  title: guide.shortName,
  meta: guide.field,
  path: `/thu-tuc/${guide.code}`,
  // What can be done in the app goes before what can only be read about.
  weight: guide.formVersion === null ? 40 : 60,
  names: [
    { text: guide.shortName, said: null },
    { text: guide.name, said: guide.name },
    { text: guide.code, said: guide.code },
  ],
  body: bodyOf(guide),
});

/** How well one reading of a query fits: the name itself, its beginning, a part of it, all its words, the guide's words. */
function fit({ names, body }: Entry, reading: string): number {
  const words = reading.split(' ');
  const begins = (text: string) => (word: string) => ` ${text}`.includes(` ${word}`);
  if (names.includes(reading)) return 6;
  if (names.some((name) => name.startsWith(reading))) return 5;
  if (names.some((name) => hasPhrase(name, reading))) return 4;
  if (names.some((name) => words.every(begins(name)))) return 3;
  const everything = [...names, body].join(' ');
  if (hasPhrase(body, reading)) return 2;
  return words.every(begins(everything)) ? 1 : 0;
}

/** Finds procedures by words: with or without diacritics, abbreviated, in everyday speech. Best first. */
export function createSearch(guides: readonly Guide[], synonyms: Synonyms): (query: string) => Guide[] {
  const entries = guides.map(entryOf);
  return (query) => {
    const readings = readingsOf(query, synonyms);
    if (readings.length === 0) return [...guides];
    const typed = fold(query);
    return entries
      .map((entry) => ({
        guide: entry.guide,
        // What was typed goes before what it may have meant, at the same fit.
        score: Math.max(...readings.map((reading) => fit(entry, reading) * 2 - (reading === typed ? 0 : 1))),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || collator.compare(a.guide.shortName, b.guide.shortName))
      .map(({ guide }) => guide);
  };
}
