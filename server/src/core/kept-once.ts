import { randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/**
 * A secret made once and kept in a file that only its owner reads. Of several processes starting at once the later ones take
 * the first one's: the file appears whole or not at all.
 */
export async function keptOnce(path: string, make: () => Promise<string>): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const aside = `${path}.${randomUUID()}`;
  try {
    await writeFile(aside, await make(), { mode: 0o600, flag: 'wx', flush: true });
    await link(aside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return readFile(path, 'utf8');
}
