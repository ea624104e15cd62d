/**
 * `npm run screens-doc`: writes docs/screens.md from the module table and the contract. `--check` writes nothing and
 * fails when what is committed differs. Which operations a screen calls is read out of the code (operations-reached.ts).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { operationTable, type OperationId } from '../contract/index.ts';
import type { Level, PageModule } from '../src/page-module.ts';
import { readSources } from './operations-reached.ts';
import { readModuleTable } from './read-module-table.ts';

const target = 'docs/screens.md';

interface Row {
  path: string;
  title: string;
  module: string;
  level: Level;
  operations: readonly OperationId[];
}

/** A manifest says `() => import('./some-screen')`, and Vite writes the file's path into that function. */
function fileOf(module: PageModule, load: () => unknown): string {
  const file = /\("\/(src\/pages\/[^"]+-screen[.]tsx)"\)/.exec(load.toString())?.[1];
  if (file === undefined) throw new Error(`${module.id}: cannot tell the file of a screen from ${load.toString()}`);
  return file;
}

const accessOf = (id: OperationId): string => {
  const { access } = operationTable[id];
  return typeof access === 'number' ? String(access) : 's';
};

function write(rows: readonly Row[], everywhere: readonly OperationId[]): string {
  const above = (id: OperationId, level: Level): boolean => Number(accessOf(id)) > level;
  const list = (ids: readonly OperationId[], level: Level): string =>
    ids.map((id) => `\`${id}\` ${accessOf(id)}${above(id, level) ? '\\*' : ''}`).join(', ') || '–';
  const lines = rows.map(
    ({ path, title, module, level, operations }) =>
      `| \`${path}\` | ${title} | ${module} | ${level} | ${list(operations, level)} |`,
  );
  return `# Screens

Made by \`npm run screens-doc\` from the module table and the contract; do not edit. \`npm run check\` fails when it is stale.

**Level** is what the gate asks for before a screen's code is fetched: 0 anybody, 1 a Zalo account with a phone number,
2 a citizen linked to the provincial ID. **Operations** are those of the contract that the screen's code can reach, each with the
level the server asks for (s: any session). An operation marked \\* is above its screen's level: the screen calls it only
for somebody who is already there, and the server would refuse anybody else.

| path | screen | module | level | operations |
|---|---|---|---|---|
${lines.join('\n')}

The app itself, whatever screen is open (start, gate, step-up): ${list(everywhere, 2)}.
`;
}

const sources = readSources();
const rows = (await readModuleTable()).flatMap((module) =>
  module.screens.map(({ path, title, level, load }) => ({
    path: path.pattern,
    title: title.en,
    module: module.id,
    level,
    operations: sources.ofScreen(fileOf(module, load)),
  })),
);
const page = write(rows, sources.ofApp('src/main.tsx'));
if (!process.argv.includes('--check')) writeFileSync(target, page);
else if (readFileSync(target, 'utf8') !== page) {
  console.error(`${target} is stale: run npm run screens-doc`);
  process.exitCode = 1;
}
