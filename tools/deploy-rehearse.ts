// `npm run deploy:rehearse`: the whole way of `npm run deploy` with Zalo's real command, up to "Deploy Done!", against a
// stand-in for the address it uploads to; then looks into what arrived. Nothing reaches Zalo.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { startDeployApi, type Upload } from '../emulator/src/deploy/deploy-api.ts';
import { unzip } from '../emulator/src/deploy/unzip.ts';
import { endInOrder, runCommand } from './children.mjs';
import { packageFaults } from './package-limits.mjs';
import { readProvince } from './province-plugin.ts';

const VERSION = '4.0.3';
const TOKEN = 'token-of-a-rehearsal';
/** What the machine that builds may know; in the package it would be everybody's. */
const SECRETS = {
  ZALO_APP_SECRET: 'rehearsed-secret-of-the-zalo-app',
  OIDC_CLIENT_SECRET: 'rehearsed-secret-of-the-provincial-id',
  VITE_ZALO_APP_SECRET: 'rehearsed-secret-by-the-bundler',
};

/** Zalo's command, fetched once into a folder outside this project: it brings more than a thousand packages. */
async function zaloCommand(): Promise<string> {
  const given = process.env.ZMP_CLI;
  if (given !== undefined) return resolve(given);
  const folder = process.env.ZMP_HOME ?? join(homedir(), '.cache', `zmp-cli-${VERSION}`);
  const command = join(folder, 'node_modules/.bin/zmp');
  if (existsSync(command)) return command;
  console.log(`Fetching zmp-cli ${VERSION} into ${folder}…`);
  // It asks for a package named as Node's own module, which nothing of it uses and not every registry has.
  mkdirSync(join(folder, 'fs'), { recursive: true });
  writeFileSync(join(folder, 'fs/package.json'), JSON.stringify({ name: 'fs', version: '0.0.1' }));
  const needs = { private: true, dependencies: { 'zmp-cli': VERSION }, overrides: { fs: 'file:./fs' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(needs));
  const npm = await runCommand('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
  if (npm !== 0) throw new Error(`npm could not fetch zmp-cli ${VERSION}`);
  return command;
}

/** Runs `npm run deploy` and gives what was printed. */
async function deploy(province: string, api: string): Promise<string> {
  const redirected = { NODE_OPTIONS: `--import=${resolve('tools/deploy-redirect.mjs')}`, DEPLOY_API: api };
  const ours = { PROVINCE: province, ZMP_TOKEN: TOKEN, ZMP_CLI: await zaloCommand() };
  let said = '';
  const code = await runCommand(process.execPath, ['tools/deploy.mjs', '--testing', '--message', 'rehearsal'], {
    env: { ...process.env, ...SECRETS, ...ours, ...redirected },
    hear(text) {
      said += text;
      process.stdout.write(text);
    },
  });
  if (code !== 0) throw new Error(`npm run deploy ended with ${String(code)}`);
  return said;
}

function faultsOf({ archive, target, name, note }: Upload, province: string): string[] {
  const files = unzip(archive);
  const sizes = [...files].map(([file, bytes]) => ({ file, size: bytes.length }));
  const config = JSON.parse(files.get('app-config.json')?.toString() ?? '{}') as Record<string, string[] | undefined>;
  const listed = ['listCSS', 'listSyncJS', 'listAsyncJS'].flatMap((list) => config[list] ?? []);
  const known = [...Object.values(SECRETS), TOKEN];
  const largest = [...sizes].sort((a, b) => b.size - a.size)[0];
  console.log(
    `\nArrived: "${name}" (${note}), ${sizes.length} files, ${Math.round(archive.length / 1024)} KB zipped, ` +
      `largest ${largest?.file ?? ''} ${Math.round((largest?.size ?? 0) / 1024)} KB`,
  );
  return [
    ...packageFaults({ zipped: archive.length, files: sizes }),
    ...(name === readProvince(province).appName ? [] : [`it is called "${name}"`]),
    ...(target === '2' ? [] : [`it was uploaded as ${target}, not as a version for testing`]),
    ...(listed.length > 2 ? [] : ['app-config.json lists no files']),
    ...listed.filter((file) => !files.has(file)).map((file) => `${file} is listed, but not in the package`),
    ...[...files].flatMap(([file, bytes]) =>
      known.filter((secret) => bytes.includes(secret)).map((secret) => `${file} holds ${secret}`),
    ),
  ];
}

endInOrder();
const province = process.env.PROVINCE ?? 'tay-ninh';
const api = await startDeployApi(TOKEN);
try {
  const said = await deploy(province, api.url);
  const [upload] = api.uploads;
  const faults = upload ? faultsOf(upload, province) : ['nothing arrived'];
  if (!said.includes('Deploy Done!')) faults.push('the command did not say "Deploy Done!"');
  for (const fault of faults) console.error(`FAULT  ${fault}`);
  console.log(faults.length === 0 ? 'deploy:rehearse: everything arrived as it should' : 'deploy:rehearse: FAILED');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await api.close();
}
