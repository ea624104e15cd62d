// Type-checks every room with its own settings, one after the other, remembering the last run in .cache.
import { existsSync, mkdirSync } from 'node:fs';
import { endInOrder, runCommand } from './children.mjs';

const projects = ['.', 'contract', 'server', 'emulator', 'tests', 'tools'];
const wanted = process.argv.slice(2);
mkdirSync('.cache/types', { recursive: true });

endInOrder();
let failed = 0;
for (const project of projects) {
  if (wanted.length > 0 && !wanted.includes(project)) continue;
  if (!existsSync(`${project}/tsconfig.json`)) continue;
  const name = project === '.' ? 'src' : project;
  const began = Date.now();
  const remembering = ['--incremental', '--tsBuildInfoFile', `.cache/types/${name}.tsbuildinfo`];
  const compiler = ['node_modules/typescript/bin/tsc', '-p', project, ...remembering];
  const code = await runCommand(process.execPath, compiler);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`types: ${name} ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (code !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
