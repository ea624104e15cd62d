import type { Transaction } from '#db';
import type { ReportRow } from './report-rows.ts';
import { squaresOf } from './squares.ts';

type Counted = Pick<ReportRow, 'category' | 'commune_code' | 'lat' | 'lng'>;

const ALL = '*';

/**
 * Counts a report in (or out of) what maps and lists say of how many there are. Call once for each change of what is public
 * or open, in its transaction. Rows are taken in one order, so that two changes do not hold each other up.
 */
export async function countReport(
  tx: Transaction,
  { category, commune_code, lat, lng }: Counted,
  change: { count: -1 | 0 | 1; open: -1 | 0 | 1 },
): Promise<void> {
  const commune = commune_code ?? '';
  const groups = [
    [ALL, ALL],
    [ALL, category],
    [commune, ALL],
    [commune, category],
  ];
  await tx.query(
    `insert into report_counts (commune_code, category, count, open_count)
     select place, kind, $3::int, $4::int from unnest($1::text[], $2::text[]) as groups (place, kind)
     on conflict (commune_code, category) do update
        set count = report_counts.count + $3::int, open_count = report_counts.open_count + $4::int`,
    [groups.map(([place]) => place), groups.map(([, kind]) => kind), change.count, change.open],
  );
  if (lat === null || lng === null) return;
  const squares = squaresOf({ lat, lng });
  await tx.query(
    `insert into report_squares (zoom, square, category, count, open_count, sum_lat, sum_lng)
     select level, square, $3::text, $4::int, $5::int, $4::int * $6::float8, $4::int * $7::float8
       from unnest($1::int[], $2::bigint[]) as squares (level, square)
     on conflict (zoom, square, category) do update
        set count = report_squares.count + $4::int, open_count = report_squares.open_count + $5::int,
            sum_lat = report_squares.sum_lat + $4::int * $6::float8, sum_lng = report_squares.sum_lng + $4::int * $7::float8`,
    [
      squares.map(({ level }) => level),
      squares.map(({ square }) => square),
      category,
      change.count,
      change.open,
      lat,
      lng,
    ],
  );
}
