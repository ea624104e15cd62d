import { randomBytes, randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import sharp from 'sharp';
import type { FileStore } from '#core/deps';
import { refuse } from '#core/problem';
import type { Sql } from '#db';

type Picture = Schemas['NewsPicture'];

/** For lists and small phones, for phones, and for those who look closely. */
const WIDTHS = [240, 480, 960];
const MOST_PIXELS = 64_000_000;

export interface Variant {
  width: number;
  key: string;
}

interface PictureRow {
  id: string;
  alt: string;
  width: number;
  height: number;
  variants: string;
}

const variantsOf = ({ variants }: PictureRow): Variant[] => JSON.parse(variants) as Variant[];

function pictureOf(row: PictureRow): Picture {
  const { id, alt, width, height } = row;
  return { id, alt, width, height, widths: variantsOf(row).map((variant) => variant.width) };
}

/** The same picture upright, in plain colours, without metadata, at this width. */
function draw(bytes: Buffer, width: number) {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality: 72, progressive: true })
    .toBuffer({ resolveWithObject: true });
}

/** Draws a picture in every width it has pixels for. Refuses what is no picture, or one too large to be drawn. */
export async function drawPicture(bytes: Buffer) {
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata();
    const widths = WIDTHS.filter((width, index) => index === 0 || width <= autoOrient.width);
    const drawn = [];
    // One after the other: two cores are shared with the requests.
    for (const width of widths) drawn.push(await draw(bytes, width));
    return drawn;
  } catch {
    return refuse('invalid', {
      errors: [{ path: 'body', code: 'picture', message: 'Không đọc được ảnh này, hoặc ảnh quá lớn.' }],
    });
  }
}

/** Keeps the drawn widths in the files first; rows without files would be worse than files without rows. */
export async function keepPicture(
  sql: Sql,
  files: FileStore,
  {
    drawn,
    alt,
    now,
    id = randomUUID(),
  }: { drawn: Awaited<ReturnType<typeof drawPicture>>; alt: string; now: Date; id?: string },
): Promise<Picture> {
  const variants: Variant[] = [];
  for (const { data, info } of drawn) {
    const key = randomBytes(32).toString('hex');
    await files.put(key, data);
    variants.push({ width: info.width, key });
  }
  const { width = 0, height = 0 } = drawn.at(-1)?.info ?? {};
  const row: PictureRow = { id, alt, width, height, variants: JSON.stringify(variants) };
  await sql.query(
    `insert into news_pictures (id, alt, width, height, variants, added_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing`,
    [id, alt, width, height, row.variants, now],
  );
  return pictureOf(row);
}

async function rowsOf(sql: Sql, ids: readonly string[]): Promise<PictureRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql.query<PictureRow>(
    'select id, alt, width, height, variants from news_pictures where id = any ($1::uuid[])',
    [ids],
  );
  return rows;
}

export async function picturesById(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, Picture>> {
  const rows = await rowsOf(sql, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, pictureOf(row)]));
}

export async function findVariant(sql: Sql, id: string, width: number): Promise<Variant | undefined> {
  const [row] = await rowsOf(sql, [id]);
  return row && variantsOf(row).find((variant) => variant.width === width);
}
