export interface Size {
  width: number;
  height: number;
}

export interface Picture {
  source: CanvasImageSource;
  width: number;
  height: number;
  close: () => void;
}

/** Upright, whatever way the camera was held. */
export async function decode(file: File): Promise<Picture> {
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

interface Drawn {
  canvas: HTMLCanvasElement;
  context: CanvasRenderingContext2D;
}

/** Drawn anew in another size; lets the picture go. */
export function redraw(picture: Picture, { width, height }: Size): Drawn {
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
  return { canvas, context };
}

export function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
}
