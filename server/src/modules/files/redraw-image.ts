import sharp from 'sharp';

const LONGEST_EDGE = 2400;
/** Photos of today's phones have up to 50 million pixels; a few kilobytes can claim a thousand times more. */
const MOST_PIXELS = 64_000_000;

// Two cores are shared with the requests, and what was drawn is not drawn again.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Draws a picture anew as a JPEG: upright, at most 2400 pixels at its longer edge, in plain colours, without a word of
 * metadata. Refuses what claims too many pixels or cannot be drawn whole.
 */
export async function redrawImage(
  bytes: Buffer,
): Promise<{ bytes: Buffer; mediaType: 'image/jpeg' } | { refused: 'bomb' | 'malformed' }> {
  try {
    const { width, height, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height * pages > MOST_PIXELS) return { refused: 'bomb' };
    const drawn = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .rotate()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      // Transparent screenshots would turn black.
      .flatten({ background: 'white' })
      .jpeg({ quality: 85, mozjpeg: false, chromaSubsampling: '4:4:4' })
      .toBuffer();
    return { bytes: drawn, mediaType: 'image/jpeg' };
  } catch {
    return { refused: 'malformed' };
  }
}
