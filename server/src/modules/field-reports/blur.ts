import type { Schemas } from '@dvc/contract';
import sharp from 'sharp';

const LARGE_EDGE = 1280;
const SMALL_EDGE = 320;
/** A region is drawn with so few squares that nothing in it can be recognised or computed back. */
const SQUARES = 6;

type Region = Schemas['Region'];

export interface PublicPicture {
  large: Buffer;
  small: Buffer;
  width: number;
  height: number;
}

interface Size {
  width: number;
  height: number;
}

/** A region in pixels, a little wider than it was marked; undefined where nothing of it lies in the picture. */
function inPixels({ x, y, width, height }: Region, size: Size) {
  const margin = 0.02;
  const left = Math.max(0, Math.floor((x - margin) * size.width));
  const top = Math.max(0, Math.floor((y - margin) * size.height));
  const right = Math.min(size.width, Math.ceil((x + width + margin) * size.width));
  const bottom = Math.min(size.height, Math.ceil((y + height + margin) * size.height));
  if (right - left < 1 || bottom - top < 1) return undefined;
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * Draws a photo for everybody: smaller, without metadata, and each region as a few coarse squares of their own average, so
 * that faces and plates are gone from the bytes and not only hidden.
 */
export async function drawForPublic(original: Buffer, regions: readonly Region[]): Promise<PublicPicture> {
  const { data, info } = await sharp(original)
    .rotate()
    .resize({ width: LARGE_EDGE, height: LARGE_EDGE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const covers = await Promise.all(
    regions.flatMap((region) => {
      const area = inPixels(region, info);
      if (!area) return [];
      const { left, top, width, height } = area;
      const coarse = async () => {
        const few = await sharp(data).extract(area).resize(SQUARES, SQUARES, { fit: 'fill' }).png().toBuffer();
        const input = await sharp(few).resize(width, height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer();
        return { input, left, top };
      };
      return [coarse()];
    }),
  );
  const covered = await sharp(data).composite(covers).png({ compressionLevel: 1 }).toBuffer();
  return {
    large: await sharp(covered).jpeg({ quality: 80 }).toBuffer(),
    small: await sharp(covered)
      .resize({ width: SMALL_EDGE, height: SMALL_EDGE, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 75 })
      .toBuffer(),
    width: info.width,
    height: info.height,
  };
}
