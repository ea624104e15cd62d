import { resolve } from 'node:path';
import type { Rollup } from 'vite';

const root = resolve(import.meta.dirname, '..');
const entry = resolve(root, 'src/main.tsx');
const home = resolve(root, 'src/pages/home/home-screen.tsx');

const withEffects = [entry, resolve(root, 'src/ui/late-styles.ts')];
/** Large, and only on a tap. */
const map = resolve(root, 'src/ui/map-frame.ts');
const laterOperations = resolve(root, 'src/api/later-operations.ts');
const parts = ['src/ui/', 'src/lib/'].map((folder) => `${resolve(root, folder)}/`);

/** What doors also hand out and home does not use; it travels with the screens that do. */
const notForHome = [
  'src/api/act.ts',
  'src/api/counting.ts',
  'src/api/later-operations.ts',
  'src/api/queries.ts',
  'src/api/pages.ts',
  'src/api/kept-copies.ts',
  'src/auth/lazy-steps.ts',
  'contract/canonical-json.ts',
  'contract/calendar',
  'contract/directory',
  'contract/dossiers',
  'contract/news',
  'contract/reports',
].map((path) => resolve(root, path));

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** Everything that is imported, without waiting for anything, by the modules in `starts`. */
function staticClosure(graph: Graph, starts: readonly string[]): Set<string> {
  const found = new Set<string>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || notForHome.some((path) => id.startsWith(path))) continue;
    found.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/**
 * One file for all that a phone needs before home is useful. Left alone, the bundler cuts it into a dozen, one for each
 * combination of screens that share something: a dozen requests on a bad network, and worse compression.
 */
export function baseChunk(): NonNullable<Rollup.OutputOptions['codeSplitting']> {
  let base: Set<string> | undefined;
  return {
    // The list below says what belongs here; dependencies of what is listed are listed, too.
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'base',
        name: (id, graph) => {
          base ??= staticClosure(graph, [entry, home]);
          // The entry stays apart, because Zalo's loader wants it. Home does not: asked for once the base runs, it would
          // cost a bad network one more way there and back before anything is seen.
          return id !== entry && base.has(id) ? 'base' : null;
        },
      },
      {
        // What several screens are drawn with: once, in one file, rather than a dozen files of a few hundred bytes.
        name: 'parts',
        test: (id) =>
          id === laterOperations ||
          (parts.some((folder) => id.startsWith(folder)) && ![...withEffects, map].includes(id)),
        minShareCount: 2,
      },
    ],
  };
}

const ours = ['src/', 'contract/'].map((folder) => resolve(root, folder));

/** Our own modules only define things: what a door hands out and nobody takes is not carried along. */
export function hasSideEffects(id: string): boolean | undefined {
  if (!/\.tsx?$/.test(id) || withEffects.includes(id)) return undefined;
  return ours.some((folder) => id.startsWith(folder)) ? false : undefined;
}
