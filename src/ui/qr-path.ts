import { encode } from 'uqr';

/** The dark squares of a QR code as path data on a grid of `size` units, without the quiet zone round it. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')));
  return { path: squares.join(''), size };
}
