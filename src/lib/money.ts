import { inFigures } from './figures';

/** 805000 → "805.000 đồng", in every language: it is what stands on the receipt. */
export function inDong(vnd: number): string {
  return `${inFigures(vnd, 'vi')} đồng`;
}
