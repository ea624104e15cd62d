import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fileLimits } from '@dvc/contract/forms';
import {
  hashOf,
  heic,
  packedStream,
  pdf,
  photo,
  pngBomb,
  scriptAsJpeg,
  zipBomb,
} from '../../../test/support/sample-papers.ts';
import { noScanner } from '../../integrations/scanner/scanner.ts';
import { examine } from './examine.ts';

const look = (bytes: Buffer, announced: string | null = hashOf(bytes)) => examine(bytes, announced, noScanner);

async function keptOf(bytes: Buffer) {
  const examined = await look(bytes);
  if ('refused' in examined) throw new Error(`refused: ${examined.refused}`);
  return examined.kept;
}

describe('a photo', () => {
  test('loses camera, place and time', async () => {
    const original = await photo();
    expect(original.includes('SecretCamera')).toBe(true);
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const kept = await keptOf(original);
    expect(kept.bytes.includes('SecretCamera')).toBe(false);
    const { exif, xmp, iptc, icc, format } = await sharp(kept.bytes).metadata();
    expect({ exif, xmp, iptc, icc, format }).toEqual({ format: 'jpeg' });
    expect(kept).toMatchObject({ mediaType: 'image/jpeg', sha256: hashOf(kept.bytes) });
  });

  test('is turned upright', async () => {
    const kept = await keptOf(await photo({ width: 640, height: 480, orientation: 6 }));
    const { width, height, orientation } = await sharp(kept.bytes).metadata();
    expect([width, height, orientation]).toEqual([480, 640, undefined]);
  });

  test('is made smaller, not larger', async () => {
    const large = await sharp((await keptOf(await photo({ width: 4000, height: 1000, quality: 30 }))).bytes).metadata();
    expect([large.width, large.height]).toEqual([2400, 600]);
    const small = await sharp((await keptOf(await photo({ width: 64, height: 48 }))).bytes).metadata();
    expect([small.width, small.height]).toEqual([64, 48]);
  });

  test('what hides behind the picture does not come along', async () => {
    const hidden = Buffer.concat([await photo(), Buffer.from('<script>alert(1)</script>')]);
    expect((await keptOf(hidden)).bytes.includes('<script>')).toBe(false);
  });

  test.each(['png', 'webp'] as const)('a see-through %s becomes a JPEG on white', async (format) => {
    const create = { width: 20, height: 20, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } };
    const kept = await keptOf(await sharp({ create }).toFormat(format).toBuffer());
    expect(kept.mediaType).toBe('image/jpeg');
    expect([...(await sharp(kept.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});

describe('refused', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a script with the head of a JPEG', () => scriptAsJpeg, 'malformed'],
    ['a PNG that unpacks to 256 million pixels', () => pngBomb(), 'bomb'],
    ['half a photo', async () => (await photo()).subarray(0, 9000), 'malformed'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'type'],
    ['a program', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'type'],
    ['an archive', () => zipBomb, 'archive'],
    ['a HEIC photo', () => heic, 'heic'],
    ['a PDF with a script', () => pdf({ more: ['<< /S /JavaScript /JS (app.alert(1)) >>'] }), 'active'],
    ['a script spelt in numbers', () => pdf({ more: ['<< /S /J#61vaScript /#4A#53 4 0 R >>'] }), 'active'],
    ['a PDF that starts a program', () => pdf({ more: ['<< /S /Launch /F (calc.exe) >>'] }), 'active'],
    ['a PDF with a file inside', () => pdf({ more: ['<< /Type /EmbeddedFile /Length 0 >>'] }), 'active'],
    [
      'a PDF with a script in packed objects',
      () => pdf({ more: [packedStream(Buffer.from('5 0 << /S /JavaScript /JS 6 0 R >>'), '/Type /ObjStm /N 1')] }),
      'active',
    ],
    [
      'a script in packed objects behind a word that only says a stream begins',
      () => {
        const packed = packedStream(Buffer.from('5 0 << /S /JavaScript /JS 6 0 R >>'), '/Type /ObjStm /N 1');
        return pdf({ before: '%stream\n', more: [packed] });
      },
      'active',
    ],
    [
      'a script between such a word and the end of a stream',
      () => pdf({ before: '%stream\n', more: ['<< /S /JavaScript /JS (x) >>', '<< >>\nstream\nx\nendstream'] }),
      'active',
    ],
    [
      'a script in objects packed as nobody packs them',
      () => pdf({ more: ['<< /Type /Obj#53tm /N 1 /Filter /ASCIIHexDecode >>\nstream\n2f4a53\nendstream'] }),
      'active',
    ],
    [
      'a script in objects packed twice over in two ways',
      () =>
        pdf({
          more: [
            packedStream(Buffer.from('2f4a53'), '/Type /ObjStm').replace(
              '/FlateDecode',
              '[/FlateDecode /ASCIIHexDecode]',
            ),
          ],
        }),
      'active',
    ],
    [
      'a script behind more objects than anybody has',
      () => pdf({ more: [packedStream(Buffer.from(`${' '.repeat(17 * 1024 * 1024)}/JS (x)`), '/Type /ObjStm')] }),
      'bomb',
    ],
    // Each looked back to the beginning of the file: at this size ten seconds in which nobody else was answered.
    ['a PDF of nothing but streams', () => pdf({ before: 'stream\nendstream\n'.repeat(40_000) }), 'bomb'],
    ['a PDF of nothing but beginnings', () => pdf({ before: `${'stream\n'.repeat(100_000)}endstream\n` }), 'bomb'],
    ['a PDF that unpacks to 600 MB', () => pdf({ more: [packedStream(Buffer.alloc(600 * 1024 * 1024))] }), 'bomb'],
    [
      'a PDF packed twice',
      () => pdf({ more: ['<< /Filter [/FlateDecode /FlateDecode] /Length 2 >>\nstream\nxx\nendstream'] }),
      'bomb',
    ],
    [
      'a GIF',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
          .gif()
          .toBuffer(),
      'type',
    ],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['too much', () => Buffer.alloc(fileLimits.maxBytes + 1), 'size'],
    ['a PDF with a password', () => pdf({ extra: '/Encrypt 5 0 R' }), 'encrypted'],
    ['half a PDF', () => pdf().subarray(0, 120), 'malformed'],
    ['a PDF without its table', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF'), 'malformed'],
    [
      'a PDF whose table lies elsewhere',
      () =>
        Buffer.from(
          pdf()
            .toString('latin1')
            .replace(/startxref\n\d+/, 'startxref\n99999'),
        ),
      'malformed',
    ],
    [
      'a PDF with a tail of script',
      () => Buffer.concat([pdf(), Buffer.from('<script>alert(1)</script>')]),
      'malformed',
    ],
  ])('%s', async (_, make, code) => expect(await look(await make())).toEqual({ refused: code }));

  test('what did not arrive as it was sent', async () => {
    const bytes = await photo();
    expect(await look(bytes, hashOf(await photo()))).toEqual({ refused: 'checksum' });
  });

  test('what the scanner knows', async () => {
    const scanner = { scan: async () => ({ clean: false as const, threat: 'Eicar' }) };
    expect(await examine(pdf(), null, scanner)).toEqual({ refused: 'malware', threat: 'Eicar' });
  });
});

test('a PNG of that making, but of reasonable size, is kept', async () => {
  expect((await keptOf(pngBomb(800))).mediaType).toBe('image/jpeg');
});

test('words among pixels are no script', async () => {
  const pixels = Buffer.from(' /JavaScript /JS (x) /EmbeddedFile ');
  const bytes = pdf({ more: [packedStream(pixels), '<< /Length 9 >>\nstream\n /JS (x) \nendstream'] });
  expect((await keptOf(bytes)).mediaType).toBe('application/pdf');
});

test('a PDF is kept byte for byte', async () => {
  const bytes = pdf();
  expect(await keptOf(bytes)).toEqual({ bytes, mediaType: 'application/pdf', sha256: hashOf(bytes) });
});

test('property: damaged photos and PDFs never break the examination', async () => {
  const sources = [await photo({ width: 80, height: 60 }), pdf()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sources),
      fc.array(fc.record({ at: fc.nat(20_000), byte: fc.nat(255) }), { maxLength: 30 }),
      fc.nat(20_000),
      async (source, edits, length) => {
        const bytes = Buffer.from(source.subarray(0, 1 + (length % source.length)));
        for (const { at, byte } of edits) bytes[at % bytes.length] = byte;
        const examined = await look(bytes);
        if ('kept' in examined) expect(examined.kept.sha256).toBe(hashOf(examined.kept.bytes));
        else expect(['malformed', 'type', 'encrypted', 'bomb']).toContain(examined.refused);
      },
    ),
    { numRuns: 150 },
  );
});
