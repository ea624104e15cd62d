import type { Settings } from '#core/settings';

/** The link that opens the mini app at a path. Without `utm_source` Zalo bounces through the browser. */
export function linkInto(settings: Settings, path: string | null, source: 'zalo-oa' | 'zns' | 'sms'): string {
  const place = path ?? '/thong-bao';
  const app = `${settings.ZALO_LINK_URL}/${settings.ZALO_APP_ID}`;
  return `${app}${place}${place.includes('?') ? '&' : '?'}utm_source=${source}`;
}
