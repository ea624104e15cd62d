// `npm run build:stale`: builds www/ when something it is made of is newer than it, or when it was built for another province.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endInOrder, runCommand } from './children.mjs';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, '.cache/build/stamp.json');
const files = ['package-lock.json', 'app-config.json', 'index.html', 'vite.config.ts', 'tailwind.config.ts'];
const folders = ['src', 'contract', 'provinces', 'tools'];

function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return /[.]test[.]tsx?$/.test(path) ? 0 : found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))), 0);
}

function isFresh(province) {
  if (!existsSync(stamp) || !existsSync(join(root, 'www/app-config.json'))) return false;
  const last = JSON.parse(readFileSync(stamp, 'utf8'));
  return (
    last.province === province &&
    last.made >= Math.max(...[...files, ...folders].map((name) => newest(join(root, name))))
  );
}

/**
 * Leaves www/ built for `province`; throws when the build fails. SKIP_BUILD=1 takes www/ as it is.
 * @returns {Promise<void>}
 */
export async function buildIfStale(province = process.env.PROVINCE ?? 'tay-ninh') {
  if (process.env.SKIP_BUILD === '1' || isFresh(province)) return;
  const made = Date.now();
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
  // Who calls may have made it "development": reading the module table does. What is looked at is what citizens get.
  const env = { ...process.env, PROVINCE: province, NODE_ENV: 'production' };
  if ((await runCommand(process.execPath, vite, { cwd: root, env })) !== 0)
    throw new Error('The build of the mini app failed.');
  mkdirSync(join(root, '.cache/build'), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ province, made }));
}

if (process.argv[1] === import.meta.filename) {
  endInOrder();
  await buildIfStale();
}
