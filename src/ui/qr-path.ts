import { create } from 'qrcode';

/** The dark squares of a QR code as path data on a grid of `size` units, without the quiet zone round it. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  const squares = Array.from(data, (dark, at) =>
    dark ? `M${String(at % size)} ${String(Math.floor(at / size))}h1v1h-1z` : '',
  );
  return { path: squares.join(''), size };
}
