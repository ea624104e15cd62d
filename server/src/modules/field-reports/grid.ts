import type { Schemas } from '@dvc/contract';

type Point = Schemas['Point'];

export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** Degrees; about 550 metres here. What is near lies in the same cell or one beside it. */
const CELL = 0.005;
const CELLS_AROUND = Math.round(360 / CELL);
const EARTH_METRES = 6_371_000;
const METRES_A_DEGREE = 111_320;

const row = (lat: number): number => Math.floor((lat + 90) / CELL);
const column = (lng: number): number => Math.floor((lng + 180) / CELL);

/** The number of the cell a point lies in. */
export const cellOf = ({ lat, lng }: Point): number => row(lat) * CELLS_AROUND + column(lng);

/** Cells that touch a box. */
export function cellsIn({ south, west, north, east }: Box): number[] {
  const cells: number[] = [];
  for (let y = row(south); y <= row(north); y += 1) {
    for (let x = column(west); x <= column(east); x += 1) cells.push(y * CELLS_AROUND + x);
  }
  return cells;
}

/** How many cells touch a box, without naming them. */
export const countCells = ({ south, west, north, east }: Box): number =>
  (row(north) - row(south) + 1) * (column(east) - column(west) + 1);

/** The box around a point that holds everything within so many metres. */
export function boxAround({ lat, lng }: Point, metres: number): Box {
  const high = metres / METRES_A_DEGREE;
  const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { south: lat - high, west: lng - wide, north: lat + high, east: lng + wide };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the ground (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lng, b.lng);
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
}
