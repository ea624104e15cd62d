import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const provinceFile = z.object({
  id: z.string(),
  name: z.string(),
  fullName: z.string(),
  appName: z.string(),
  agencyCode: z.string(),
  contact: z.object({ hotline: z.string() }),
  identity: z.object({
    name: z.string(),
    /** How well the provincial ID must know a person before anything is linked; 0 asks nothing of it. */
    minimumAssurance: z.literal([0, 1, 2]),
  }),
});

/** What the server needs to know of a province; `folder` is where its other files lie. */
export type Province = z.infer<typeof provinceFile> & {
  folder: URL;
  /** Colours for the two pages the server draws itself. */
  colours: { brand: string; brandStrong: string; brandSoft: string };
};

const PROVINCES = new URL('../../../provinces/', import.meta.url);

function colourIn(theme: string, name: string): string {
  const [, colour] = new RegExp(`--${name}:\\s*(#[0-9a-f]{3,8})`, 'i').exec(theme) ?? [];
  if (!colour) throw new Error(`theme.css of the province has no --${name}`);
  return colour;
}

/** Reads a province by its id, from where it came with the code or from another folder of provinces. */
export async function loadProvince(id: string, elsewhere?: string): Promise<Province> {
  const folder = elsewhere === undefined ? new URL(`${id}/`, PROVINCES) : pathToFileURL(`${join(elsewhere, id)}/`);
  const text = await readFile(new URL('province.json', folder), 'utf8');
  const theme = await readFile(new URL('theme.css', folder), 'utf8');
  return {
    ...provinceFile.parse(JSON.parse(text)),
    folder,
    colours: {
      brand: colourIn(theme, 'brand'),
      brandStrong: colourIn(theme, 'brand-strong'),
      brandSoft: colourIn(theme, 'brand-soft'),
    },
  };
}
