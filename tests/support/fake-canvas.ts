import { vi } from 'vitest';

/** What a camera made of a paper. */
export type Look = 'sharp' | 'blurred' | 'dark' | 'small';

const looks: Look[] = ['sharp', 'blurred', 'dark', 'small'];

/** A photo whose bytes say what it shows; different `mark`s are different photos. */
export function photoOf(look: Look, name: string, { bytes = 2000, mark = 0 } = {}): File {
  const content = new Uint8Array(bytes).fill(mark + 1);
  content.set([255, 216, 255, looks.indexOf(look)]);
  return new File([content], name, { type: 'image/jpeg' });
}

/** Stripes with hard edges, or so soft that nothing can be read. */
function stripe(look: Look, x: number): number {
  if (look === 'dark') return x % 8 < 4 ? 10 : 60;
  if (look === 'blurred') return 140 + Math.round(90 * Math.sin(x / 16));
  return x % 8 < 4 ? 40 : 230;
}

/**
 * The drawing half of a browser, which jsdom lacks: pictures decode to what `photoOf` put into them, and a canvas gives
 * their pixels and a JPEG of half their bytes.
 */
export function installFakeCanvas(): void {
  vi.stubGlobal('createImageBitmap', async (file: File) => {
    const content = new Uint8Array(await file.arrayBuffer());
    const look = looks[content[3] ?? 0] ?? 'sharp';
    const edge = look === 'small' ? 400 : 3000;
    return { width: edge, height: edge * 0.75, look, content, close: () => undefined };
  });
  let drawn: { look: Look; content: Uint8Array<ArrayBuffer> } | undefined;
  const context = {
    fillRect: () => undefined,
    drawImage: (source: NonNullable<typeof drawn>) => {
      drawn = source;
    },
    getImageData(left: number, _top: number, width: number, height: number) {
      const data = new Uint8ClampedArray(width * height * 4);
      for (let at = 0; at < data.length; at += 1) {
        data[at] = stripe(drawn?.look ?? 'sharp', left + ((at >> 2) % width));
      }
      return { data, width, height };
    },
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => {
    const content = drawn?.content ?? new Uint8Array();
    done(new Blob([content.slice(0, content.length / 2)], { type: 'image/jpeg' }));
  });
}
