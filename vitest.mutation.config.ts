// The tests of one room of `npm run mutation`, with the settings they have in vitest.config.ts.
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import everything from './vitest.config.ts';
import { mutationRooms } from './tools/mutation-rooms.mjs';

const room = mutationRooms[process.env['MUTATION_ROOM'] as keyof typeof mutationRooms];
const root = import.meta.dirname;
const isBare = 'bare' in room;
const bare = isBare ? { environment: 'node' as const, setupFiles: ['tools/mutation-page.mjs'] } : {};

// node_modules leads to the contract that is not changed: here it must be the one beside this file.
const alias = [{ find: '@dvc/contract/forms', replacement: resolve(root, 'contract/forms/index.ts') }];

const projects = (everything.test?.projects ?? []).flatMap((project) => {
  if (typeof project !== 'object' || !('test' in project)) return [];
  const { test, resolve: own } = project;
  if (typeof test?.name !== 'string' || !room.projects.includes(test.name)) return [];
  const start = { app: 'src/', contract: 'contract/', server: 'server/' }[test.name] ?? '';
  const include = room.tests.filter((path) => path.startsWith(start));
  return [
    {
      ...project,
      resolve: { alias: [...(Array.isArray(own?.alias) ? own.alias : []), ...alias] },
      // One failure is enough to have noticed. Where no page is made, the code is read once for all files.
      test: { ...test, include, retry: 0, isolate: test.environment === 'jsdom' && !isBare, ...bare },
    },
  ];
});

export default defineConfig({ test: { projects } });
