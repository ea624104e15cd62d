/** Slips of the finger: a letter missing, too many, wrong, or two of them swapped. Works on folded words. */
import type { Sql } from '#db';
import type { WordGroup } from './words.ts';

const SHORTEST = 3;
const LONGEST = 24;
/** From here on two slips are forgiven. */
const LONG = 6;
const MOST = 5;

/** Numbers are not misspelled: another number is another thing. */
export const mayBeMisspelled = (word: string): boolean =>
  word.length >= SHORTEST && word.length <= LONGEST && !/\d/.test(word);

/** A word and what is left of it without one of its letters: words one slip apart have one of these in common. */
export function variantsOf(word: string): string[] {
  const letters = Array.from(word);
  return [...new Set([word, ...letters.map((_, at) => letters.filter((__, index) => index !== at).join(''))])];
}

/** How many slips lead from one word to the other (Damerau-Levenshtein, without editing twice). */
export function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    const above = rows[i - 1] ?? [];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

async function knownAmong(sql: Sql, words: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ word: string }>(
    'select word from search_words where word in (select jsonb_array_elements_text($1::jsonb))',
    [JSON.stringify(words)],
  );
  return new Set(rows.map(({ word }) => word));
}

async function nearTo(sql: Sql, words: readonly string[]): Promise<Map<string, string[]>> {
  const asked = words.filter(mayBeMisspelled).flatMap((word) => variantsOf(word).map((variant) => ({ variant, word })));
  const { rows } = await sql.query<{ typed: string; word: string }>(
    `select distinct a.word as typed, s.word
       from jsonb_to_recordset($1::jsonb) as a(variant text, word text)
       join search_spellings s on s.variant = a.variant`,
    [JSON.stringify(asked)],
  );
  const near = new Map<string, string[]>();
  for (const typed of words) {
    const slips = rows
      .filter((row) => row.typed === typed && row.word !== typed)
      .map(({ word }) => ({ word, slips: slipsBetween(typed, word) }))
      .filter((found) => found.slips <= (typed.length >= LONG ? 2 : 1));
    // Fingers seldom miss the first letter.
    const far = (found: { word: string; slips: number }) => found.slips * 2 + (found.word[0] === typed[0] ? 0 : 1);
    slips.sort((a, b) => far(a) - far(b) || a.word.localeCompare(b.word));
    near.set(
      typed,
      slips.slice(0, MOST).map(({ word }) => word),
    );
  }
  return near;
}

/** Two words typed as one: `khaisinh`. */
function halvesOf(word: string): [string, string][] {
  if (word.length < 5 || word.length > LONGEST) return [];
  return Array.from({ length: word.length - 3 }, (_, at) => [word.slice(0, at + 2), word.slice(at + 2)]);
}

/**
 * What the words may have been meant as, the likeliest first; undefined when there is nothing else they could be. `every`:
 * also for words that do occur somewhere.
 */
export async function respell(sql: Sql, words: readonly string[], every: boolean): Promise<WordGroup[] | undefined> {
  const halves = new Map(words.map((word) => [word, halvesOf(word)]));
  const known = await knownAmong(sql, [...words, ...[...halves.values()].flat(2)]);
  const doubted = words.filter((word) => every || !known.has(word));
  if (doubted.length === 0) return undefined;
  const near = await nearTo(sql, doubted);
  const groups = words.flatMap((word): WordGroup[] => {
    const others = near.get(word) ?? [];
    if (others.length > 0) {
      return [known.has(word) ? [word, ...others] : others];
    }
    const split = known.has(word) ? undefined : halves.get(word)?.find((pair) => pair.every((half) => known.has(half)));
    if (split === undefined) return [[word]];
    return split.map((half) => [half]);
  });
  const isAsTyped = groups.every((group, index) => group.length === 1 && group[0] === words[index]);
  return isAsTyped ? undefined : groups;
}
