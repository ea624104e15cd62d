/** Nobody types longer ones, and an index entry has its limits. */
const LONGEST = 40;

/** The words of folded text; letters and digits only, so they need no quoting anywhere. */
export const wordsOf = (folded: string): string[] =>
  folded
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST));

export type WordGroup = readonly string[];

const together = (parts: readonly string[], by: string): string => `(${parts.join(by)})`;

/**
 * All words, each in one of its spellings, as a text search query. `begun`: which of them need only begin a word:
 * the last, which is still being typed, or all.
 */
export function allOf(groups: readonly WordGroup[], begun: 'last' | 'all'): string {
  const written = groups.map((group, index) => {
    const open = begun === 'all' || index === groups.length - 1;
    return together(open ? group.map((word) => `${word}:*`) : group, '|');
  });
  return written.join('&');
}

/** All words but one, whichever. */
export function allButOne(words: readonly string[]): string {
  return words
    .map((_, left) =>
      together(
        words.filter((__, index) => index !== left),
        '&',
      ),
    )
    .join('|');
}
