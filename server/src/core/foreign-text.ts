/** A text from elsewhere as it can be kept: without control characters, no longer than `most`; null when that leaves none. */
export function foreignText(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return null;
  const clean = value.replace(/[\p{Cc}\p{Cs}]/gu, '').trim();
  return clean === '' ? null : clean.slice(0, most);
}

/** A name that somebody else's system gave something: kept letter by letter, or not at all. */
export function foreignId(value: unknown, most = 100): string | null {
  return typeof value === 'string' && foreignText(value, most) === value ? value : null;
}
