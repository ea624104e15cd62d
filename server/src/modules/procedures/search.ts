import { fold, hasPhrase } from './folded-text.ts';
import type { Guide } from './procedure-file.ts';
import { readingsOf, type Synonyms } from './synonyms.ts';

interface Entry {
  guide: Guide;
  names: string[];
  /** The rest of the guide's words. */
  body: string;
}

const collator = new Intl.Collator('vi');

function entryOf(guide: Guide): Entry {
  const facts = [guide.authority, guide.result, ...guide.whoCanFile].map(({ text }) => text ?? '');
  const papers = guide.papers.map(({ name }) => name);
  return {
    guide,
    names: [fold(guide.shortName), fold(guide.name), fold(guide.code)],
    body: fold([guide.field, ...facts, ...papers].join(' ')),
  };
}

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
