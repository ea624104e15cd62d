import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** What the size check needs to know about a built file. */
export interface BuiltChunk {
  file: string;
  /** Our modules in it, relative to the root. */
  modules: string[];
  entry: boolean;
  imports: string[];
  dynamicImports: string[];
}

/** Writes which chunk came from where to `path`; outside www/, so that nothing but the app is uploaded to Zalo. */
export function buildReportPlugin(path: string): Plugin {
  return {
    name: 'build-report',
    apply: 'build',
    writeBundle(_options, bundle) {
      const chunks: BuiltChunk[] = [];
      for (const item of Object.values(bundle)) {
        if (item.type !== 'chunk') continue;
        chunks.push({
          file: item.fileName,
          modules: item.moduleIds.map((id) => relative(root, id)).filter((id) => id.startsWith('src/')),
          entry: item.isEntry,
          imports: item.imports,
          dynamicImports: item.dynamicImports,
        });
      }
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(chunks, null, 1));
    },
  };
}
