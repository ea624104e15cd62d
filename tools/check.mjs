// `npm run check`: everything that can be said about the code without running its tests. Runs all, then says which failed.
import { endInOrder, runCommand } from './children.mjs';

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

endInOrder();
const failed = [];
for (const step of steps) {
  const began = Date.now();
  let said = '';
  const code = await runCommand('npm', ['run', '--silent', step], { hear: (text) => (said += text) });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const holds = code === 0;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${step} (${seconds} s)`);
  if (holds && step !== 'sizes') continue;
  console.log(said.trimEnd());
  if (!holds) failed.push(step);
}
console.log(failed.length === 0 ? `check: ${steps.length} steps ok` : `check: FAILED: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
