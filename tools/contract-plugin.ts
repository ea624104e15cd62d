import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { operationTable } from '../contract/index.ts';

const sources = resolve(import.meta.dirname, '../src');
const tableFile = /\/contract\/generated\/operations[.]gen[.]ts$/;
const laterFile = /\/src\/api\/later-operations[.]ts$/;
/** Where what is asked before and on home is written. */
const first = ['app', 'auth', 'pages/home'];

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

type Rows = Partial<typeof operationTable>;

/** The rows of the operation table that the app can ask for, with what the phone needs of them. */
export function operationsOfTheApp(words = wordsInQuotes()): Rows {
  const rows = Object.entries(operationTable).filter(([id]) => words.has(id));
  return Object.fromEntries(
    rows.map(([id, { method, path, access, answer }]) => [id, { method, path, access, answer }]),
  );
}

/** Those rows, in two: what goes with home, and what comes with the screens behind it. */
export function operationsInTwo(): { now: Rows; later: Rows } {
  const words = new Set(first.flatMap((folder) => [...wordsInQuotes(join(sources, folder))]));
  const all = Object.entries(operationsOfTheApp());
  return {
    now: Object.fromEntries(all.filter(([id]) => words.has(id))),
    later: Object.fromEntries(all.filter(([id]) => !words.has(id))),
  };
}

/** The table of the whole contract stays on the server; a phone downloads the part of it that its app can send, in two. */
export function contractPlugin(): Plugin {
  return {
    name: 'contract',
    apply: 'build',
    transform(_code, id) {
      if (tableFile.test(id)) {
        return { code: `export const operationTable = ${JSON.stringify(operationsInTwo().now)};`, map: null };
      }
      if (!laterFile.test(id)) return null;
      return { code: `export const laterOperations = ${JSON.stringify(operationsInTwo().later)};`, map: null };
    },
  };
}
