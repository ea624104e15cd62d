/** What may keep an officer from reading a photo. Only a doubt: the person decides. */
export type Doubt = 'blurred' | 'dark' | 'small';

/** A square of a picture as a canvas gives it: four bytes a pixel. */
export interface Patch {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** At its longer edge; a page of small print needs more. */
const fewestPixels = 900;
/** Paper in the light, of 255. */
const dimmestPaper = 80;
/** Below it there is nothing on the patch but paper. */
const leastContrast = 40;
/** How much of the contrast lies in edges: sharp print 1 and more, print nobody can read below 0.07. */
const leastSharpness = 0.1;
/** What even a cheap camera does not exceed; sharp print has ten times as much. */
const mostGrain = 300;
const edge = 192;
const patchesASide = 5;

/** Where to look: squares at full size, evenly over the picture, so that print is judged as the officer will see it. */
export function patchPlaces(width: number, height: number): { x: number; y: number; size: number }[] {
  const size = Math.min(edge, width, height);
  const steps = Array.from({ length: patchesASide }, (_, at) => at / (patchesASide - 1));
  return steps.flatMap((down) =>
    steps.map((right) => ({ x: Math.round((width - size) * right), y: Math.round((height - size) * down), size })),
  );
}

/** What is to doubt about a photo of so many pixels (before it was shrunk) that looks so. */
export function doubtAbout(longEdge: number, patches: readonly Patch[]): Doubt | undefined {
  if (longEdge < fewestPixels) return 'small';
  const seen = patches.map(measure);
  const lights = seen.map(({ light }) => light).sort((a, b) => a - b);
  // The paper is brighter than what lies around it.
  if ((lights[Math.floor(lights.length * 0.8)] ?? 255) < dimmestPaper) return 'dark';
  // The plainest spot shows what the camera adds by itself: grain, which is sharp and no print.
  const grain = Math.min(mostGrain, ...seen.map(({ edges }) => edges));
  const printed = seen
    .filter(({ contrast }) => contrast >= leastContrast)
    .map(({ edges, contrast }) => (edges - grain) / contrast)
    .sort((a, b) => b - a);
  // One sharp corner may be the table; a fifth of what is printed is the paper.
  const typical = printed[Math.floor(printed.length * 0.2)];
  return typical === undefined || typical < leastSharpness ? 'blurred' : undefined;
}

interface Measured {
  light: number;
  contrast: number;
  /** Mean square of the Laplacian; as a part of the contrast it tells sharp from soft, in faint print as in bold. */
  edges: number;
}

function measure(patch: Patch): Measured {
  const { light, width, height } = halved(patch);
  let sum = 0;
  let squares = 0;
  let edges = 0;
  let count = 0;
  const at = (x: number, y: number): number => light[y * width + x] ?? 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const here = at(x, y);
      const bend = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * here;
      sum += here;
      squares += here * here;
      edges += bend * bend;
      count += 1;
    }
  }
  const mean = count === 0 ? 0 : sum / count;
  const contrast = count === 0 ? 0 : squares / count - mean * mean;
  return { light: mean, contrast, edges: count === 0 ? 0 : edges / count };
}

/** Light alone, four pixels made one: the grain of a cheap camera is no print. */
function halved({ data, width, height }: Patch): { light: Float32Array; width: number; height: number } {
  const half = { width: width >> 1, height: height >> 1 };
  const light = new Float32Array(half.width * half.height);
  const grey = (x: number, y: number): number => {
    const at = (y * width + x) * 4;
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  };
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const [left, top] = [x * 2, y * 2];
      light[y * half.width + x] =
        (grey(left, top) + grey(left + 1, top) + grey(left, top + 1) + grey(left + 1, top + 1)) / 4;
    }
  }
  return { light, ...half };
}
