import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const file = z.array(
  z.object({ authority: z.string(), oaId: z.string().regex(/^\d{10,20}$/), source: z.string().min(3) }),
);

/** Official Accounts by authority (a commune's code or a place's id). */
export type Accounts = ReadonlyMap<string, string>;

/** From `official-accounts.json` of a province; where nobody knows one there is no file, and nothing is guessed. */
export async function readAccounts(province: URL): Promise<Accounts> {
  try {
    const rows = file.parse(JSON.parse(await readFile(new URL('official-accounts.json', province), 'utf8')));
    return new Map(rows.map(({ authority, oaId }) => [authority, oaId]));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Map();
    throw error;
  }
}
