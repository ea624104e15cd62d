// `npm run check`: everything that can be said about the code without running its tests. Runs all, then says which failed.
import { spawnSync } from 'node:child_process';

const steps = [
  'format:check',
  'types',
  'lint',
  'rooms',
  'knip',
  'contract:check',
  'screens-doc:check',
  'provinces',
  'build:stale',
  'sizes',
];

const failed = [];
for (const step of steps) {
  const began = Date.now();
  const result = spawnSync('npm', ['run', '--silent', step], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const holds = result.status === 0;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${step} (${seconds} s)`);
  if (holds && step !== 'sizes') continue;
  console.log(`${result.stdout}${result.stderr}`.trimEnd());
  if (!holds) failed.push(step);
}
console.log(failed.length === 0 ? `check: ${steps.length} steps ok` : `check: FAILED: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
