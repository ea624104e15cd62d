import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const former = z.object({ name: z.string(), part: z.enum(['full', 'partial']) });
const file = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    areaKm2: z.number(),
    /** Latitude, longitude of its middle. */
    centroid: z.tuple([z.number(), z.number()]),
    former: z.array(former),
  }),
);

export type Commune = z.infer<typeof file>[number];

/** The province's communes and what they were before, from `communes.json`. */
export async function readCommunes(province: URL): Promise<Commune[]> {
  return file.parse(JSON.parse(await readFile(new URL('communes.json', province), 'utf8')));
}
