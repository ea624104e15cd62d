import { reportStateTitle, type operations, type Schemas } from '@dvc/contract';
import { days, later } from '#core/clock';
import type { Categories } from './categories.ts';
import type { Communes } from './communes.ts';
import { refuseArgument } from './open311-form.ts';
import type { ToldRow, Wanted } from './open311-rows.ts';
import { publicSummary } from './report-view.ts';

type Query = NonNullable<operations['listOpen311Requests']['parameters']['query']>;

const LONGEST = days(90);
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** Words between commas; an empty argument is none. */
export const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function momentOf(name: string, text: string | undefined): Date | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  // A plus sign nobody escaped.
  const written = text.trim().replace(' ', '+');
  const moment = new Date(written);
  if (!MOMENT.test(written) || Number.isNaN(moment.getTime())) {
    refuseArgument(name, 'date', 'Viết như 2026-11-26T00:00:00Z.');
  }
  return moment;
}

/** What is asked for: at most ninety days, the last ones where nothing is said. */
export function wantedBy(query: Query, now: Date): Wanted {
  const start = momentOf('start_date', query.start_date);
  const end = momentOf('end_date', query.end_date);
  const from = start ?? later(end ?? now, -LONGEST);
  const to = end ?? (start === undefined ? now : later(start, LONGEST));
  if (to.getTime() - from.getTime() > LONGEST) refuseArgument('start_date, end_date', 'range', 'Nhiều nhất 90 ngày.');
  const states = listed(query.status);
  if (states.some((state) => state !== 'open' && state !== 'closed')) {
    refuseArgument('status', 'unknown', 'Chỉ có open và closed.');
  }
  const open = new Set(states).size === 1 ? states[0] === 'open' : undefined;
  return { from, to, categories: listed(query.service_code), open };
}

/** To the second, as the standard shows it. */
const moment = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z');

interface Around {
  categories: Categories;
  communes: Communes;
  province: string;
  /** Where this server is reached from outside. */
  address: string;
}

/** A public report as Open311 tells it. */
export function requestOf(
  row: ToldRow,
  { categories, communes, province, address }: Around,
): Schemas['Open311Request'] {
  const { title, place, dueDate, point, photo, open, communeCode } = publicSummary(row);
  const commune = communeCode === null ? undefined : communes.name(communeCode);
  const parts = [place, commune].filter((part) => part !== null && part !== undefined);
  return {
    service_request_id: row.code,
    status: open ? 'open' : 'closed',
    status_notes: row.note ?? reportStateTitle(row.state, 'vi'),
    service_name: categories.find(row.category)?.name ?? row.category,
    service_code: row.category,
    description: [title, row.public_words].filter(Boolean).join('\n'),
    agency_responsible: row.office,
    service_notice: null,
    requested_datetime: moment(row.submitted_at),
    updated_datetime: moment(row.told_at),
    // Offices close at five.
    expected_datetime: dueDate === null ? null : `${dueDate}T17:00:00+07:00`,
    address: parts.length === 0 ? null : [...parts, province].join(', '),
    address_id: null,
    zipcode: null,
    lat: point?.lat ?? null,
    long: point?.lng ?? null,
    media_url: photo === null ? null : `${address}/reports/${row.id}/photos/${photo.id}?size=large`,
  };
}
