import { ask } from '../support/postgres.ts';

/** What is in every table, as a count and a hash of all rows whatever their order. */
export type Fingerprint = ReadonlyMap<string, string>;

async function rowsOf<T>(url: string, text: string): Promise<T[]> {
  const rows = await ask<T>(url, text);
  if (rows === undefined) throw new Error(`no answer: ${text}`);
  return rows;
}

export async function fingerprintOf(url: string): Promise<Fingerprint> {
  const tables = await rowsOf<{ name: string }>(
    url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const prints = new Map<string, string>();
  for (const { name } of tables) {
    const [print] = await rowsOf<{ rows: number; hash: string }>(
      url,
      `select count(*) as rows, coalesce(md5(string_agg(hash, '' order by hash)), '') as hash
         from (select md5(t::text) as hash from "${name}" t) hashes`,
    );
    prints.set(name, `${print?.rows ?? 0} rows, ${print?.hash ?? ''}`);
  }
  return prints;
}

/** Tables that are not the same in both. */
export const differences = (one: Fingerprint, other: Fingerprint): string[] =>
  [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => one.get(name) !== other.get(name))
    .map((name) => `${name}: ${one.get(name) ?? 'none'}; restored ${other.get(name) ?? 'none'}`);

export const rowsIn = (print: Fingerprint): number =>
  [...print.values()].reduce((sum, text) => sum + Number.parseInt(text, 10), 0);
