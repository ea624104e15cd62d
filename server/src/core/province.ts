import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const provinceFile = z.object({
  id: z.string(),
  name: z.string(),
  fullName: z.string(),
  appName: z.string(),
  agencyCode: z.string(),
  contact: z.object({ hotline: z.string() }),
  identity: z.object({ name: z.string() }),
});

/** What the server needs to know of `provinces/<id>/province.json`; `folder` is where its other files lie. */
export type Province = z.infer<typeof provinceFile> & { folder: URL };

const PROVINCES = new URL('../../../provinces/', import.meta.url);

/** Reads a province by its id. */
export async function loadProvince(id: string, provinces: URL = PROVINCES): Promise<Province> {
  const folder = new URL(`${id}/`, provinces);
  const text = await readFile(new URL('province.json', folder), 'utf8');
  return { ...provinceFile.parse(JSON.parse(text)), folder };
}
