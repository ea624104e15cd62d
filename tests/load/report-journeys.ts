import { categories, communes, reportId, someCategory, somePlace } from './full-reports.ts';
import type { LoadRequest } from './line-client.ts';

/** What people look at in field reports, as streams of requests against the full database. */
export interface ReportJourneys {
  nearby: () => LoadRequest;
  mapFar: () => LoadRequest;
  mapNear: () => LoadRequest;
  list: () => LoadRequest;
  report: () => LoadRequest;
  open311: () => LoadRequest;
}

const get = (path: string): LoadRequest => ({ method: 'GET', path });

/** What a phone of 360 by 560 pixels shows of the map at a zoom. */
function mapAt(zoom: number, { lat, lng }: { lat: number; lng: number }): string {
  const degrees = 360 / (256 * 2 ** zoom);
  const [high, wide] = [280 * degrees, 180 * degrees];
  const box = { south: lat - high, west: lng - wide, north: lat + high, east: lng + wide, zoom };
  return `/reports/map?${new URLSearchParams(Object.entries(box).map(([key, value]) => [key, String(value)])).toString()}`;
}
const one = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)] as T;

export function reportJourneysOf(reports: number): ReportJourneys {
  return {
    nearby() {
      const { lat, lng } = somePlace();
      return get(`/reports/nearby?lat=${lat}&lng=${lng}&category=${someCategory()}`);
    },
    mapFar: () => get(mapAt(9 + Math.floor(Math.random() * 3), { lat: 11.05, lng: 106.25 })),
    mapNear: () => get(mapAt(12 + Math.floor(Math.random() * 7), somePlace())),
    list() {
      const filters = [
        '',
        `&commune=${one(communes).code}`,
        `&category=${someCategory()}`,
        '&open=true',
        `&commune=${one(communes).code}&category=${one(categories)}&open=true`,
      ];
      return get(`/reports?limit=20${one(filters)}`);
    },
    report() {
      // Number 3 of every ten is not public.
      const n = 1 + Math.floor(Math.random() * reports);
      return get(`/reports/${reportId(n % 10 === 3 ? n - 1 : n)}`);
    },
    open311: () => get(one(['/open311/v2/requests.json', `/open311/v2/requests.json?service_code=${someCategory()}`])),
  };
}
