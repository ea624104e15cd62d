import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrPath } from './qr-path';

/** What a camera sees of the path: eight pixels a square, with the quiet zone. */
function picture({ path, size }: { path: string; size: number }) {
  const scale = 8;
  const side = (size + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      for (let dx = 0; dx < scale; dx += 1) {
        const at = ((Number(y) + 4) * scale + dy) * side + (Number(x) + 4) * scale + dx;
        pixels.fill(0, at * 4, at * 4 + 3);
      }
    }
  }
  return jsQR(pixels, side, side)?.data;
}

test('what is drawn is read by a scanner', () => {
  const link = `https://zalo.me/s/1234567890/tra-cuu?ma=000.00.00.H53-261123-0042&dau=${'aB3_-'.repeat(8)}xyz`;
  expect(picture(qrPath(link))).toBe(link);
});
