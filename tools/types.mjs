// Type-checks every room with its own settings, one after the other, remembering the last run in .cache.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';

const projects = ['.', 'contract', 'server', 'emulator', 'tests', 'tools'];
const wanted = process.argv.slice(2);
mkdirSync('.cache/types', { recursive: true });

let failed = 0;
for (const project of projects) {
  if (wanted.length > 0 && !wanted.includes(project)) continue;
  if (!existsSync(`${project}/tsconfig.json`)) continue;
  const name = project === '.' ? 'src' : project;
  const began = Date.now();
  const result = spawnSync(
    process.execPath,
    [
      'node_modules/typescript/bin/tsc',
      '-p',
      project,
      '--incremental',
      '--tsBuildInfoFile',
      `.cache/types/${name}.tsbuildinfo`,
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`types: ${name} ${result.status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (result.status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
