import { fileLimits } from '@dvc/contract/forms';
import { preferences } from '#config';
import { note } from '#lib/log';

/** Long edge in pixels and JPEG quality: small enough for a slow network, large enough to read small print. */
const usual = { edge: 2400, quality: 0.85 };
const saving = { edge: 1600, quality: 0.8 };

/** Whether the server takes a file of this type as it is. */
export function isAcceptedType(type: string): boolean {
  return (fileLimits.types as readonly string[]).includes(type);
}

/**
 * A photo turned upright, shrunk and made a JPEG; anything that is no picture, or that this phone cannot draw, stays
 * the original for the server to judge.
 */
export async function preparePhoto(file: File): Promise<File> {
  if (!file.type.startsWith('image/')) return file;
  try {
    const { edge, quality } = preferences.get().dataSaving ? saving : usual;
    const picture = await decode(file);
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
    const blob = await redraw(picture, Math.round(picture.width * scale), Math.round(picture.height * scale), quality);
    if (blob === null || (blob.size >= file.size && scale === 1 && isAcceptedType(file.type))) return file;
    return new File([blob], file.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch (error) {
    note('photo kept as it is', error);
    return file;
  }
}

interface Picture {
  source: CanvasImageSource;
  width: number;
  height: number;
  close: () => void;
}

async function decode(file: File): Promise<Picture> {
  if (typeof createImageBitmap === 'function') {
    try {
      const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
      return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
    } catch {
      // Older web views know no options; an <img> turns by itself.
    }
  }
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => undefined };
  } finally {
    URL.revokeObjectURL(url);
  }
}

function redraw(picture: Picture, width: number, height: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  // Transparent parts would turn black in a JPEG.
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture.source, 0, 0, width, height);
  picture.close();
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
}
