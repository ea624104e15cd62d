// `npm run journeys [-- name … option …]`: whole journeys in a browser, all of them or tests/journeys/<name>.spec.ts.
// Options go to Playwright as they are, with their values: `-g "part of a title"`.
import { existsSync, readdirSync } from 'node:fs';
import { endInOrder, runCommand } from './children.mjs';

const words = process.argv.slice(2);
const firstOption = words.findIndex((word) => word.startsWith('-'));
const names = firstOption === -1 ? words : words.slice(0, firstOption);
const options = words.slice(names.length);
for (const name of names) {
  if (existsSync(`tests/journeys/${name}.spec.ts`)) continue;
  const known = readdirSync('tests/journeys').filter((file) => file.endsWith('.spec.ts'));
  console.error(`No journey "${name}". There are: ${known.map((file) => file.replace('.spec.ts', '')).join(', ')}`);
  process.exit(1);
}
const files = names.map((name) => `tests/journeys/${name}.spec.ts`);
endInOrder();
const playwright = ['node_modules/@playwright/test/cli.js', 'test', ...files, ...options];
process.exit(await runCommand(process.execPath, playwright, { reads: true }));
