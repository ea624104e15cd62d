import type { Schemas } from '@dvc/contract';
import type { Sql } from '#db';
import { boxAround, cellsIn, countCells, metresBetween, type Box } from './grid.ts';
import { publicInCells, type Filter } from './public-rows.ts';
import { publicSummary } from './report-view.ts';
import { boxOfSquare, SINGLE_ZOOM, squaresIn } from './squares.ts';

type Point = Schemas['Point'];

const MOST_NEARBY = 10;
const MOST_LOOKED_AT = 2_000;
const MOST_SINGLE = 200;
/** A phone's screen at the nearest zooms; whoever asks for more gets clusters. */
const MOST_CELLS = 60;

/** Open reports of a category within so many metres, nearest first. */
export async function reportsNear(
  sql: Sql,
  point: Point,
  { id, duplicateMetres }: Pick<Schemas['ReportCategory'], 'id' | 'duplicateMetres'>,
): Promise<Schemas['PublicReportSummary'][]> {
  if (duplicateMetres === 0) return [];
  const cells = cellsIn(boxAround(point, duplicateMetres));
  const rows = await publicInCells(sql, cells, { category: id, open: true }, MOST_LOOKED_AT);
  return rows
    .flatMap((row) => {
      if (row.lat === null || row.lng === null) return [];
      const metres = metresBetween(point, { lat: row.lat, lng: row.lng });
      return metres <= duplicateMetres ? [{ row, metres }] : [];
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, MOST_NEARBY)
    .map(({ row, metres }) => publicSummary(row, metres));
}

interface SquareRow {
  square: number;
  count: number;
  open_count: number;
  sum_lat: number;
  sum_lng: number;
}

async function clustersIn(
  sql: Sql,
  box: Box,
  zoom: number,
  { category, open }: Filter,
): Promise<Schemas['ReportCluster'][]> {
  const { level, squares } = squaresIn(box, zoom);
  const { rows } = await sql.query<SquareRow>(
    `select square, sum(count)::int as count, sum(open_count)::int as open_count,
            sum(sum_lat) as sum_lat, sum(sum_lng) as sum_lng
       from report_squares
      where zoom = $1 and square = any($2::bigint[]) ${category === undefined ? '' : 'and category = $3'}
      group by square`,
    [level, squares, ...(category === undefined ? [] : [category])],
  );
  return rows
    .map(({ square, count, open_count, sum_lat, sum_lng }) => ({
      point: { lat: sum_lat / Math.max(1, count), lng: sum_lng / Math.max(1, count) },
      count: open === undefined ? count : open ? open_count : count - open_count,
      open: open === false ? 0 : open_count,
      box: boxOfSquare(square, level),
    }))
    .filter(({ count }) => count > 0);
}

/** What a map of a box shows: clusters from afar, single reports from near. */
export async function mapOf(
  sql: Sql,
  box: Box,
  zoom: number,
  filter: Omit<Filter, 'commune'>,
): Promise<{ clusters: Schemas['ReportCluster'][]; items: Schemas['PublicReportSummary'][] }> {
  if (zoom >= SINGLE_ZOOM && countCells(box) <= MOST_CELLS) {
    const rows = await publicInCells(sql, cellsIn(box), filter, MOST_SINGLE + 1);
    const inside = rows.filter(
      ({ lat, lng }) =>
        lat !== null && lng !== null && lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east,
    );
    if (rows.length <= MOST_SINGLE) return { clusters: [], items: inside.map((row) => publicSummary(row)) };
  }
  return { clusters: await clustersIn(sql, box, zoom, filter), items: [] };
}
