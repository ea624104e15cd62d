import type { AnyPath } from './path';
import { paths } from './paths';

const longest = 600;
const longestValue = 300;
// Identifiers, codes and step names; every one of ours fits.
const segment = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

const unwelcome = /[\u0000-\u001f\u007f\\]/;

type Verdict = { path: string; refused?: undefined } | { path: string; refused: 'malformed' | 'unknown' };

const home = '/';
const known: readonly AnyPath[] = Object.values(paths);

/** Decoded once; what still looks encoded, or hides a separator, is not one of our segments. */
function readSegment(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return segment.test(plain) && !plain.includes('..') ? plain : undefined;
  } catch {
    return undefined;
  }
}

function match(path: AnyPath, segments: readonly string[]): Record<string, string> | undefined {
  const parts = path.pattern.split('/').filter((part) => part !== '');
  if (parts.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const found = segments[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = found;
    else if (part !== found) return undefined;
  }
  return params;
}

/** A fixed word beats a parameter: `/ho-so/nop/…` is never a dossier called "nop". */
const byExactness = [...known].sort((a, b) => a.pattern.split(':').length - b.pattern.split(':').length);

/** What the path understands of a query; what is empty, over-long or unprintable is as if it were not there. */
export function readQuery(path: AnyPath, search: string): Record<string, string> {
  const query: Record<string, string> = {};
  const given = new URLSearchParams(search);
  for (const key of path.query) {
    const value = given.get(key);
    if (value !== null && value !== '' && value.length <= longestValue && !unwelcome.test(value)) query[key] = value;
  }
  return query;
}

/**
 * Reads a path (with query) that came from outside: an in-app path made of known words only, or home and why not.
 * What the platform adds (env, version, utm_source, zshareId…) and everything else unknown in the query is dropped.
 */
export function judgeDeepLink(raw: string): Verdict {
  if (raw.length > longest || unwelcome.test(raw) || !raw.startsWith('/') || raw.startsWith('//')) {
    return { path: home, refused: 'malformed' };
  }
  const [beforeHash = ''] = raw.split('#', 1);
  const cut = beforeHash.indexOf('?');
  const pathname = cut === -1 ? beforeHash : beforeHash.slice(0, cut);
  const search = cut === -1 ? '' : beforeHash.slice(cut + 1);
  const segments = pathname.replace(/\/$/, '').split('/').slice(1).map(readSegment);
  if (segments.some((found) => found === undefined)) return { path: home, refused: 'malformed' };
  for (const path of byExactness) {
    const params = match(path, segments as string[]);
    if (params !== undefined) {
      const write = path as unknown as (given: Record<string, string>) => string;
      return { path: write({ ...readQuery(path, search), ...params }) };
    }
  }
  return { path: home, refused: 'unknown' };
}

/** The in-app path a link from outside leads to; home when it leads nowhere. */
export function readDeepLink(raw: string): string {
  return judgeDeepLink(raw).path;
}
