import { createHash, randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Photo {
  width?: number;
  height?: number;
  /** EXIF turns the picture by 90° when 6. */
  orientation?: number;
  quality?: number;
}

/** A photo as a phone writes it: noise (so that it does not shrink to nothing), camera, place and time in its EXIF. */
export function photo({ width = 640, height = 480, orientation = 1, quality = 80 }: Photo = {}): Promise<Buffer> {
  const noise = randomBytes(width * height * 3);
  return sharp(noise, { raw: { width, height, channels: 3 } })
    .withExif({
      IFD0: { Make: 'SecretCamera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 19/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 6/1 0/1' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality })
    .toBuffer();
}

function pngChunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** For where any photo will do. */
export const smallJpeg = await photo({ width: 32, height: 24 });

/** A true picture: some 30 kilobytes that unpack to 256 million pixels. */
export function pngBomb(edge = 16_000): Buffer {
  const header = Buffer.from('00000000000000000100000000', 'hex');
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  const pixels = deflateSync(Buffer.alloc(edge * (1 + edge / 8)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...chunks]);
}

/** Looks like a JPEG to whoever reads only its beginning. */
export const scriptAsJpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.from('<script>alert(document.domain)</script>'.repeat(20)),
]);

/** The smallest PDF that readers open. `extra` goes into its trailer, `more` are further objects. */
export function pdf({ extra = '', before = '', more = [] as string[] } = {}): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...more,
  ];
  let text = `%PDF-1.4\n${before}`;
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** An object with a packed stream, for `more`. */
export function packedStream(content: Buffer, dictionary = ''): string {
  const packed = deflateSync(content, { level: 9 });
  return `<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed.toString('latin1')}\nendstream`;
}

/** The head of a photo as newer phones keep it. */
export const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), randomBytes(300)]);

/** A ZIP that says it holds 4 GB. */
export const zipBomb = Buffer.concat([
  Buffer.from('504b0304140000000800', 'hex'),
  Buffer.alloc(8, 0xff),
  randomBytes(300),
]);
