// `npm run mutation -- <room>`: changes the code of a room in thousands of small ways and counts which its tests notice.
// Stryker is no dependency of this project: 167 packages nobody else needs, and no check waits for it. It is fetched once
// into .cache. See docs/decisions/0120.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endInOrder, runCommand } from './children.mjs';
import { mutationRooms } from './mutation-rooms.mjs';

const VERSION = '9.6.1';
const usage = `npm run mutation -- <room> [--all] [file …]

  room    ${Object.keys(mutationRooms).join(', ')}
  --all   forget earlier results; otherwise only what changed since is run again
  --two   two at a time
  file    only mutants of these files (a path, or path:first line-last line)`;

const words = process.argv.slice(2);
const name = words.find((word) => word in mutationRooms);
if (name === undefined) {
  console.error(usage);
  process.exit(1);
}
const room = mutationRooms[name];
const files = words.filter((word) => word !== name && !word.startsWith('--'));

endInOrder();
const tool = resolve('.cache/mutation/tool');
if (!existsSync(join(tool, 'node_modules/@stryker-mutator/vitest-runner'))) {
  mkdirSync(tool, { recursive: true });
  writeFileSync(join(tool, 'package.json'), '{ "private": true }\n');
  // Without peers: Vitest is the project's own.
  const packages = ['core', 'vitest-runner'].map((part) => `@stryker-mutator/${part}@${VERSION}`);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  const got = await runCommand('npm', ['install', '--save-exact', ...quiet, ...packages], { cwd: tool });
  if (got !== 0) process.exit(1);
}

const report = `.cache/mutation/${name}.json`;
const settings = {
  plugins: [
    join(tool, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js'),
    resolve('tools/mutation-ignores.mjs'),
  ],
  ignorers: ['house'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: files.length > 0 ? files : room.mutate,
  // The machine is small, and a second runner may make tests miss their time.
  concurrency: words.includes('--two') ? 2 : 1,
  timeoutMS: 20_000,
  incremental: true,
  force: words.includes('--all'),
  incrementalFile: `.cache/mutation/${name}-known.json`,
  tempDirName: `.cache/mutation/sandbox-${name}`,
  ignorePatterns: ['/.cache', '/www', '/docs', '/test-results', '/tests/journeys', '/.data', '/.bench', '/.screens'],
  reporters: ['json', 'progress-append-only', 'tells'],
  jsonReporter: { fileName: report },
  allowConsoleColors: false,
  clearTextReporter: { allowColor: false },
  checkers: [],
  disableTypeChecks: false,
  warnings: { unknownOptions: false },
};
const settingsFile = `.cache/mutation/${name}-settings.json`;
writeFileSync(settingsFile, JSON.stringify(settings, null, 2));

// What survived in code that runs when a file is first read is tried again: Stryker does not see which tests are new to it.
if (existsSync(settings.incrementalFile)) {
  const known = JSON.parse(readFileSync(settings.incrementalFile, 'utf8'));
  for (const file of Object.values(known.files))
    file.mutants = file.mutants.filter((mutant) => !mutant.static || mutant.status !== 'Survived');
  writeFileSync(settings.incrementalFile, JSON.stringify(known));
}

const stryker = join(tool, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const ended = await runCommand(process.execPath, [stryker, 'run', settingsFile], {
  env: { ...process.env, MUTATION_ROOM: name },
});
if (ended !== 0) process.exit(ended);

const found = Object.entries(JSON.parse(readFileSync(report, 'utf8')).files).flatMap(([file, { source, mutants }]) =>
  mutants.map((mutant) => ({ ...mutant, file, line: source.split('\n')[mutant.location.start.line - 1]?.trim() })),
);
const count = (...states) => found.filter(({ status }) => states.includes(status)).length;
const [killed, timeouts, survived, unreached] = [
  count('Killed'),
  count('Timeout'),
  count('Survived'),
  count('NoCoverage'),
];
for (const { file, line, location, status, mutatorName, replacement } of found) {
  if (status !== 'Survived' && status !== 'NoCoverage') continue;
  console.log(`${status === 'Survived' ? 'survived ' : 'unreached'} ${file}:${location.start.line} ${mutatorName}`);
  console.log(`    ${line}\n    → ${String(replacement).split('\n')[0]}`);
}
for (const reason of new Set(found.flatMap(({ status, statusReason }) => (status === 'Ignored' ? [statusReason] : []))))
  console.log(`ignored  ${found.filter(({ statusReason }) => statusReason === reason).length}: ${reason}`);
const share = (100 * (killed + timeouts)) / (killed + timeouts + survived + unreached);
console.log(
  `\n${name}: ${found.length - count('Ignored')} mutants, ${killed} killed, ${timeouts} timed out, ${survived} survived, ${unreached} unreached, ${count('RuntimeError', 'CompileError')} broken, ${count('Ignored')} ignored: ${share.toFixed(1)} % noticed`,
);
