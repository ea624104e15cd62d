/** How a place outside the province is written where a commune is asked for: this, then the person's own words. */
export const elsewherePrefix = 'ngoai:';

/** The person's own words for a place outside the province; undefined when the answer is a commune's code. */
export function readElsewhere(commune: string): string | undefined {
  return commune.startsWith(elsewherePrefix) ? commune.slice(elsewherePrefix.length).trim() : undefined;
}
