import type { components } from '../generated/api.gen.ts';
import { readOpeningHours } from '../calendar/opening-hours.ts';

type PlaceInput = components['schemas']['PlaceInput'];

export interface PlaceFault {
  field: keyof PlaceInput;
  /** In words, for whoever keeps the list. */
  message: string;
}

/** Viet Nam with a little room; a swapped pair or a lost minus lands outside. */
const within = { lat: [8, 24], lon: [102, 110] } as const;
const outside = (value: number, [low, high]: readonly [number, number]): boolean => value < low || value > high;

/** What is wrong with one row that has the right shape; the rules the schema cannot say. */
export function placeFaults(place: PlaceInput, communes: ReadonlySet<string>): PlaceFault[] {
  const { communeCode, hours, web, email } = place;
  const faults: PlaceFault[] = [];
  const say = (field: keyof PlaceInput, message: string): void => void faults.push({ field, message });
  if (typeof communeCode === 'string' && !communes.has(communeCode))
    say('communeCode', `không có xã, phường nào mang mã ${communeCode}`);
  if (typeof hours === 'string' && readOpeningHours(hours) === undefined)
    say('hours', `không đọc được giờ “${hours}”; ghi như “Thứ hai đến thứ sáu, 7:00–11:30 và 13:30–17:00” hoặc “24/7”`);
  if (typeof web === 'string' && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(web))
    say('web', 'địa chỉ trang bắt đầu bằng https://');
  if (typeof email === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) say('email', 'thư điện tử có một dấu @');
  pointFaults(place, say);
  return faults;
}

function pointFaults(
  { lat = null, lon = null, geoAccuracy = null }: PlaceInput,
  say: (field: keyof PlaceInput, message: string) => void,
): void {
  if ((lat === null) !== (lon === null)) {
    say(lat === null ? 'lat' : 'lon', 'vĩ độ và kinh độ phải có cả hai');
    return;
  }
  if (lat === null || lon === null) {
    if (geoAccuracy !== null) say('geoAccuracy', 'có độ chính xác mà không có vĩ độ, kinh độ');
    return;
  }
  if (outside(lat, within.lat)) say('lat', `vĩ độ ${lat} không ở Việt Nam (8 đến 24); có thể ghi lẫn với kinh độ`);
  if (outside(lon, within.lon)) say('lon', `kinh độ ${lon} không ở Việt Nam (102 đến 110); có thể ghi lẫn với vĩ độ`);
  if (geoAccuracy === null) say('geoAccuracy', 'ghi độ chính xác: point, street, commune hoặc rough');
}
