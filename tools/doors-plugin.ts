import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

/**
 * Lets `#ui/x` be x.tsx or x.ts. package.json "imports" lists both, TypeScript tries both, but bundlers (and Node)
 * take the first entry of such a list without looking whether the file is there.
 */
export function doorsPlugin(): Plugin {
  return {
    name: 'doors',
    enforce: 'pre',
    resolveId(source) {
      const name = /^#ui\/(.+)$/.exec(source)?.[1];
      if (name === undefined) return null;
      return (
        ['tsx', 'ts'].map((end) => resolve(root, `src/ui/${name}.${end}`)).find((path) => existsSync(path)) ?? null
      );
    },
  };
}
