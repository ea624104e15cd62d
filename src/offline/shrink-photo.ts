import { decode, redraw, toJpeg, type Picture } from './picture';

/** Long edge in pixels and quality, from the best down: a thing in a street need not be read like small print. */
const steps = [
  { edge: 1600, quality: 0.8 },
  { edge: 1600, quality: 0.6 },
  { edge: 1280, quality: 0.6 },
  { edge: 1024, quality: 0.55 },
  { edge: 800, quality: 0.5 },
];

function sized({ width, height }: Pick<Picture, 'width' | 'height'>, edge: number) {
  const scale = Math.min(1, edge / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/**
 * A photo small enough for a slow network and a small storage: a JPEG of at most `maxBytes` where that can be, upright,
 * and without anything the camera wrote into it. Rejects when this phone cannot draw it.
 */
export async function shrinkPhoto(file: File, maxBytes: number): Promise<File> {
  const name = `${file.name.replace(/\.[^.]*$/, '')}.jpg`;
  let smallest: Blob | undefined;
  for (const { edge, quality } of steps) {
    // Decoded anew each time: a cheap phone does not hold a camera's picture for long.
    const picture = await decode(file);
    const { canvas } = redraw(picture, sized(picture, edge));
    const blob = await toJpeg(canvas, quality);
    if (blob === null) continue;
    if (smallest === undefined || blob.size < smallest.size) smallest = blob;
    if (blob.size <= maxBytes) break;
  }
  if (smallest === undefined) throw new Error('no JPEG from this canvas');
  return new File([smallest], name, { type: 'image/jpeg' });
}
