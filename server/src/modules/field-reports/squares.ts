import type { Schemas } from '@dvc/contract';
import type { Box } from './grid.ts';

type Point = Schemas['Point'];

/**
 * Squares of the web map's own grid (Web Mercator tiles), each map tile cut into sixteen, so that a cluster takes about 64
 * pixels on a phone. A map at zoom z reads squares of level z + 2.
 */
const FINER = 2;
export const LEAST_ZOOM = 6;
/** From here on single reports are shown. */
export const SINGLE_ZOOM = 16;
const MOST_SQUARES = 400;
const MERCATOR_END = 85.05;

const levels = Array.from({ length: SINGLE_ZOOM - LEAST_ZOOM }, (_, index) => LEAST_ZOOM + index + FINER);

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

function x(lng: number, level: number): number {
  return clamp(Math.floor(((lng + 180) / 360) * 2 ** level), 2 ** level - 1);
}

function y(lat: number, level: number): number {
  const held = Math.min(MERCATOR_END, Math.max(-MERCATOR_END, lat));
  const sine = Math.sin((held * Math.PI) / 180);
  const share = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return clamp(Math.floor(share * 2 ** level), 2 ** level - 1);
}

/** The square of every level in which a point lies. */
export function squaresOf({ lat, lng }: Point): { level: number; square: number }[] {
  return levels.map((level) => ({ level, square: y(lat, level) * 2 ** level + x(lng, level) }));
}

/** Squares that touch a box, of the level of a zoom, or of a coarser one where that would be too many. */
export function squaresIn({ south, west, north, east }: Box, zoom: number): { level: number; squares: number[] } {
  const least = LEAST_ZOOM + FINER;
  for (let level = Math.max(least, Math.min(zoom, SINGLE_ZOOM - 1) + FINER); ; level -= 1) {
    const [left, right, top, bottom] = [x(west, level), x(east, level), y(north, level), y(south, level)];
    const count = (right - left + 1) * (bottom - top + 1);
    if (count > MOST_SQUARES && level > least) continue;
    const squares: number[] = [];
    for (let at = top; at <= bottom && squares.length < MOST_SQUARES; at += 1) {
      for (let across = left; across <= right; across += 1) squares.push(at * 2 ** level + across);
    }
    return { level, squares };
  }
}

function latitudeOf(row: number, level: number): number {
  const n = Math.PI - (2 * Math.PI * row) / 2 ** level;
  return (180 / Math.PI) * Math.atan(Math.sinh(n));
}

/** What a square covers. */
export function boxOfSquare(square: number, level: number): Box {
  const across = square % 2 ** level;
  const down = Math.floor(square / 2 ** level);
  const lng = (column: number): number => (column / 2 ** level) * 360 - 180;
  return {
    south: latitudeOf(down + 1, level),
    west: lng(across),
    north: latitudeOf(down, level),
    east: lng(across + 1),
  };
}
