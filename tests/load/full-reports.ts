import { readFileSync } from 'node:fs';
import { idIn, idOf } from './full-database.ts';

/**
 * A province after years of reports, written by the database itself. They lie where people live: most of them in the
 * communes that come first, thick in the middle of each and thinner outwards.
 */

interface Listed {
  code: string;
  centroid: [number, number];
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../provinces/tay-ninh/${name}`, import.meta.url), 'utf8'));
export const communes = read('communes.json') as Listed[];
export const categories = (read('report-categories.json') as { categories: { id: string }[] }).categories.map(
  ({ id }) => id,
);

/** Degrees from the middle of a commune to where reports end. */
const SPREAD = 0.08;
export const reportId = (n: number): string => idIn('9', n);

const texts = (values: readonly string[]): string => `array[${values.map((value) => `'${value}'`).join(',')}]`;
const numbers = (values: readonly number[]): string => `array[${values.join(',')}]::float8[]`;
const middle = (which: 0 | 1): string => numbers(communes.map(({ centroid }) => centroid[which]));

/** A place as the database draws one: the third power brings most of them to the first communes, the second inwards. */
export function somePlace(): { lat: number; lng: number } {
  const { centroid } = communes[Math.floor(Math.random() ** 3 * communes.length)] ?? { centroid: [11, 106] as const };
  const away = SPREAD * Math.random() ** 2;
  const turn = 2 * Math.PI * Math.random();
  return { lat: centroid[0] + away * Math.sin(turn), lng: centroid[1] + away * Math.cos(turn) };
}
/** Potholes and rubbish are most of it. */
export const someCategory = (): string => categories[Math.floor(Math.random() ** 2 * categories.length)] ?? '';

/** Reports from number `from` to `to`: nine in ten public, one in ten still to be done, one photo each, two events. */
export const reportsSql = (from: number, to: number, people: number): string => `
  create temporary table batch as
    select n, ${idOf('9', 'n')} as id, now() - interval '4 years' + random() * interval '4 years' as sent,
           1 + floor(random() ^ 3 * ${communes.length})::int as place,
           (${texts(categories)})[1 + floor(random() ^ 2 * ${categories.length})::int] as category,
           ${SPREAD} * random() ^ 2 as away, 2 * pi() * random() as turn,
           (array['resolved','resolved','resolved','resolved','resolved','resolved','resolved','resolved','refused',
                  'inProgress'])[n % 10 + 1] as state, n % 10 <> 3 as shown
      from generate_series(${from}, ${to}) n;
  insert into reports (id, code, account_id, category, form_version, answers, words, place_words, place_source, lat, lng, cell,
                       commune_code, commune_guessed, hide_name, state, is_open, written_at, submitted_at, changed_at, resolve_by,
                       resolved_at, public_title, public_words, public_place, published_at)
    select id, 'PA-' || to_char(sent, 'YYMMDD') || '-' || lpad((n % 1000000)::text, 6, '0'), ${idOf('a', `n % ${people} + 1`)}, category, '1', '{}',
           'Ổ gà sâu trước nhà, tối qua có người té.', 'Gần chợ', 'photo', lat, lng,
           floor((lat + 90) / 0.005)::bigint * 72000 + floor((lng + 180) / 0.005)::bigint, (${texts(communes.map(({ code }) => code))})[place],
           false, false, state, state = 'inProgress', sent, sent, sent + interval '3 days', sent::date + 10,
           case when state = 'resolved' then sent + interval '3 days' end,
           case when shown then 'Ổ gà lớn gần chợ' end, case when shown then 'Ổ gà sâu, đã có người té.' end, case when shown then 'Gần chợ' end,
           case when shown then sent + interval '1 day' end
      from batch, lateral (select (${middle(0)})[place] + away * sin(turn) as lat, (${middle(1)})[place] + away * cos(turn) as lng) at;
  insert into report_events (report_id, position, at, state, note, office, system)
    select id, position, sent + position * interval '20 hours', case when position = 1 then 'received' else state end,
           case when position > 1 then 'Đội đường đã nhận và đang làm.' end,
           case when position > 1 then 'Ủy ban nhân dân phường Tân Ninh' end, null
      from batch, generate_series(1, 2) position;
  insert into report_photos (file_id, report_id, role, position, small_key, large_key, width, height)
    select (md5('photo' || n))::uuid, id, 'before', 0, md5('small' || n), md5('large' || n), 1600, 1200 from batch where shown;
  drop table batch;`;

/** What is counted when a report is shown, counted at once; see server/src/modules/field-reports/squares.ts. */
export const countsSql = `
  truncate report_squares, report_counts;
  insert into report_squares (zoom, square, category, count, open_count, sum_lat, sum_lng)
    select level, floor((0.5 - ln((1 + sin(radians(lat))) / (1 - sin(radians(lat)))) / (4 * pi())) * 2 ^ level)::bigint * (2 ^ level)::bigint
             + floor((lng + 180) / 360 * 2 ^ level)::bigint, category, count(*), count(*) filter (where is_open), sum(lat), sum(lng)
      from reports, generate_series(8, 17) level where published_at is not null group by 1, 2, 3;
  insert into report_counts (commune_code, category, count, open_count)
    select coalesce(commune_code, '*'), coalesce(category, '*'), count(*), count(*) filter (where is_open)
      from reports where published_at is not null group by cube (commune_code, category);`;
