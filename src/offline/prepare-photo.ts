import { fileLimits } from '@dvc/contract/forms';
import { preferences } from '#config';
import { note } from '#lib/log';
import { decode, redraw, toJpeg, type Size } from './picture';
import { doubtAbout, patchPlaces, type Doubt, type Patch } from './readability';

/** Long edge in pixels and JPEG quality: small enough for a slow network, large enough to read small print. */
const usual = { edge: 2400, quality: 0.85 };
const saving = { edge: 1600, quality: 0.8 };

/** A file as it will be sent, and what there is to doubt about it. */
interface Prepared {
  file: File;
  doubt: Doubt | undefined;
}

/**
 * A photo turned upright, shrunk and made a JPEG; anything that is no picture, or that this phone cannot draw, stays
 * the original for the server to judge.
 */
export async function preparePhoto(file: File): Promise<Prepared> {
  // Some phones name no type at all for HEIC.
  if (!file.type.startsWith('image/') && !/\.hei[cf]$/i.test(file.name)) return { file, doubt: undefined };
  try {
    const { edge, quality } = preferences.get().dataSaving ? saving : usual;
    const picture = await decode(file);
    const longEdge = Math.max(picture.width, picture.height);
    const scale = Math.min(1, edge / longEdge);
    const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
    const { canvas, context } = redraw(picture, size);
    const doubt = doubtAbout(longEdge, patchesOf(context, size));
    const blob = await toJpeg(canvas, quality);
    const types: readonly string[] = fileLimits.types;
    if (blob === null || (blob.size >= file.size && scale === 1 && types.includes(file.type))) return { file, doubt };
    return { file: new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' }), doubt };
  } catch (error) {
    note('photo kept as it is', error);
    return { file, doubt: undefined };
  }
}

function patchesOf(context: CanvasRenderingContext2D, { width, height }: Size): Patch[] {
  return patchPlaces(width, height).map(({ x, y, size }) => context.getImageData(x, y, size, size));
}
