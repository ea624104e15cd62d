import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { operationTable } from '../contract/index.ts';

const sources = resolve(import.meta.dirname, '../src');
const tableFile = /\/contract\/generated\/operations[.]gen[.]ts$/;

/** Every string written in the app's own code. An operation is always named by its id in quotes: the types see to that. */
function wordsInQuotes(folder = sources): Set<string> {
  const words = new Set<string>();
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!/[.]tsx?$/.test(name) || /[.]test[.]/.test(name)) continue;
    const text = readFileSync(join(parentPath, name), 'utf8');
    for (const [, word] of text.matchAll(/['"`]([a-z]\w+)['"`]/g)) words.add(word ?? '');
  }
  return words;
}

/** The rows of the operation table that the app can ask for, with what the phone needs of them. */
export function operationsOfTheApp(words = wordsInQuotes()): object {
  const rows = Object.entries(operationTable).filter(([id]) => words.has(id));
  return Object.fromEntries(
    rows.map(([id, { method, path, access, answer }]) => [id, { method, path, access, answer }]),
  );
}

/** The table of the whole contract stays on the server; a phone downloads the part of it that its app can send. */
export function contractPlugin(): Plugin {
  return {
    name: 'contract',
    apply: 'build',
    transform(_code, id) {
      if (!tableFile.test(id)) return null;
      return { code: `export const operationTable = ${JSON.stringify(operationsOfTheApp())};`, map: null };
    },
  };
}
