import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { doubtAbout, patchPlaces, type Doubt } from './readability';

interface Shot {
  blur?: number;
  /** Light of the paper, of 255. */
  paper?: number;
  grain?: number;
  /** Height of a letter in pixels. */
  print?: number;
  /** Part of the picture that the paper fills; the rest is table. */
  fills?: number;
  width?: number;
  height?: number;
}

/** A page of strokes as letters have them, photographed. */
async function shoot(shot: Shot): Promise<Doubt | undefined> {
  const { blur = 0.8, paper = 225, grain = 5, print = 22, fills = 0.9, width = 1350, height = 1800 } = shot;
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const [left, top, right, bottom] = [width * (1 - fills), height * (1 - fills), width * fills, height * fills];
  let strokes = '';
  for (let y = top + print * 2; y < bottom - print; y += print * 1.8) {
    for (let x = left + print; x < right - print; x += print * 0.7) {
      if (random() < 0.15) continue;
      const down = random() < 0.6;
      strokes += down ? `M${x} ${y}v${-print}` : `M${x} ${y - print * random()}h${print * 0.5}`;
    }
  }
  const ink = Math.round(paper * 0.2);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="rgb(${paper * 0.45},${paper * 0.4},${paper * 0.35})"/>
    <rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="rgb(${paper},${paper},${paper})"/>
    <path d="${strokes}" stroke="rgb(${ink},${ink},${ink})" stroke-width="${print / 8}"/></svg>`;
  const drawn = await sharp(Buffer.from(svg)).blur(Math.max(0.3, blur)).removeAlpha().raw().toBuffer();
  for (let at = 0; at < drawn.length; at += 1)
    drawn[at] = Math.max(0, Math.min(255, (drawn[at] ?? 0) + (random() - 0.5) * grain * 2));
  const jpeg = await sharp(drawn, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const patches = patchPlaces(width, height).map(async ({ x, y, size }) => {
    const cut = sharp(jpeg).extract({ left: x, top: y, width: size, height: size }).ensureAlpha().raw();
    return { data: new Uint8ClampedArray(await cut.toBuffer()), width: size, height: size };
  });
  return doubtAbout(Math.max(width, height), await Promise.all(patches));
}

describe('readable, so nothing is said', () => {
  test.each<[string, Shot]>([
    ['a good photo', {}],
    ['a cheap camera: soft and grainy', { blur: 1.5, grain: 12 }],
    ['a little out of focus', { blur: 2 }],
    ['large letters', { print: 60, blur: 2 }],
    ['evening light', { paper: 110 }],
    ['a small paper on a table', { fills: 0.65 }],
    ['a large photo', { width: 1800, height: 2400, print: 26 }],
  ])('%s', async (_, shot) => expect(await shoot(shot)).toBeUndefined());
});

describe('hardly readable', () => {
  test.each<[string, Shot, Doubt]>([
    ['out of focus', { blur: 5 }, 'blurred'],
    ['out of focus and grainy', { blur: 6, grain: 10 }, 'blurred'],
    ['nothing to be seen at all', { blur: 40 }, 'blurred'],
    ['by night', { paper: 45 }, 'dark'],
    ['a thumbnail', { width: 480, height: 640, print: 10 }, 'small'],
  ])('%s', async (_, shot, doubt) => expect(await shoot(shot)).toBe(doubt));
});

test('little is looked at, whatever the size of the photo', () => {
  const pixels = patchPlaces(2400, 1800).reduce((sum, { size }) => sum + size * size, 0);
  expect(pixels).toBeLessThan(1_000_000);
  for (const { x, y, size } of patchPlaces(100, 2400)) {
    expect(x + size).toBeLessThanOrEqual(100);
    expect(y + size).toBeLessThanOrEqual(2400);
  }
});
