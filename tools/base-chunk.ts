import { resolve } from 'node:path';
import type { Rollup } from 'vite';

const root = resolve(import.meta.dirname, '..');
const entry = resolve(root, 'src/main.tsx');
const home = resolve(root, 'src/pages/home/home-screen.tsx');

const withEffects = [entry, resolve(root, 'src/ui/late-styles.ts')];
/** Large, and only on a tap. */
const map = resolve(root, 'src/ui/map-frame.ts');
const parts = ['src/ui/', 'src/lib/'].map((folder) => `${resolve(root, folder)}/`);
/** What every phone fetches by itself once home stands. */
const soon = [
  'src/api/exchange.ts',
  'src/api/later-operations.ts',
  'src/app/begin-outbox.ts',
  'src/app/count-opening.ts',
  'src/offline/index.ts',
  'src/pages/home/parts/headlines.tsx',
  'src/zalo/outside.ts',
].map((path) => resolve(root, path));

/** What doors also hand out and home does not use; it travels with the screens that do. */
const notForHome = [
  'src/api/act.ts',
  'src/api/counting.ts',
  'src/api/later-operations.ts',
  'src/api/queries.ts',
  'src/api/pages.ts',
  'src/api/kept-copies.ts',
  'src/auth/lazy-steps.ts',
  'src/auth/use-link.ts',
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

/** Everything that is imported, without waiting for anything, by the modules in `starts`; what is `left` out is not followed. */
function staticClosure(graph: Graph, starts: readonly string[], left: readonly string[] = []): Set<string> {
  const found = new Set<string>();
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || left.some((path) => id.startsWith(path))) continue;
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
  let atRest: Set<string> | undefined;
  return {
    // The list below says what belongs here; dependencies of what is listed are listed, too.
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'base',
        name: (id, graph) => {
          base ??= staticClosure(graph, [entry, home], notForHome);
          // The entry stays apart, because Zalo's loader wants it. Home does not: asked for once the base runs, it would
          // cost a bad network one more way there and back before anything is seen.
          return id !== entry && base.has(id) ? 'base' : null;
        },
      },
      {
        // What every phone fetches once home stands.
        debugName: 'parts',
        name: (id, graph) => {
          atRest ??= staticClosure(graph, soon, withEffects);
          return atRest.has(id) ? 'parts' : null;
        },
      },
      {
        // What several screens more are drawn with: once, in one file, rather than a dozen files of a few hundred bytes.
        name: 'pieces',
        test: (id) => parts.some((folder) => id.startsWith(folder)) && ![...withEffects, map].includes(id),
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
