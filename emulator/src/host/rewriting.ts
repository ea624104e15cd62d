import { CLOUD_PREFIX } from '../native/protocol.ts';
import type { Boot } from '../native/protocol.ts';

type Places = Pick<Boot, 'zaloHosts' | 'apiOrigins' | 'serverOrigin'>;

/**
 * Where a URL of the production build really leads on this machine: Zalo's hosts to the emulated clouds, the province's
 * origin to the local server, everything else to itself.
 */
export function rewriteUrl(url: string, places: Places, page: { origin: string; href: string }): string {
  let parsed: URL;
  try {
    parsed = new URL(url, page.href);
  } catch {
    return url;
  }
  const rest = parsed.pathname + parsed.search + parsed.hash;
  if (places.apiOrigins.includes(parsed.origin)) return places.serverOrigin + rest;
  if (parsed.protocol === 'https:' && places.zaloHosts.includes(parsed.hostname)) {
    return `${page.origin}${CLOUD_PREFIX}/${parsed.hostname}${rest}`;
  }
  return url;
}
