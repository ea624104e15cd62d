// `npm run deploy`: builds, stages and uploads the mini app with Zalo's own command.
// Zalo's command is not a dependency of this project: it is ten times larger than everything else together.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { endInOrder, runCommand } from './children.mjs';

const usage = `npm run deploy -- [--testing] [--message "text"]

  PROVINCE    whose app (default: tay-ninh)
  APP_ID      the mini app's id (default: zalo.appId of the province)
  ZMP_TOKEN   a token of a developer of that app (zmp login prints one)
  ZMP_CLI     Zalo's command (default: zmp or zmp-cli on the PATH)
  WWW, STAGE  other folders for the build and for what is uploaded

Get the command outside this project, once:  npm install --global zmp-cli@4
Without --testing the upload becomes a development version.`;

const words = process.argv.slice(2);
if (words.includes('--help')) {
  console.log(usage);
  process.exit(0);
}

function stop(text) {
  console.error(`${text}\n\n${usage}`);
  process.exit(1);
}

const province = process.env.PROVINCE ?? 'tay-ninh';
const appId = process.env.APP_ID ?? JSON.parse(readFileSync(`provinces/${province}/province.json`, 'utf8')).zalo.appId;
const folders = (process.env.PATH ?? '').split(delimiter);
const onPath = ['zmp', 'zmp-cli']
  .flatMap((name) => folders.map((folder) => join(folder, name)))
  .find((path) => existsSync(path));
const command = process.env.ZMP_CLI ?? onPath;
if (command === undefined) stop("Zalo's command (zmp-cli) is not installed.");
if ((process.env.ZMP_TOKEN ?? '') === '') stop('ZMP_TOKEN is not set.');

const www = process.env.WWW ?? 'www';
const stage = process.env.STAGE ?? resolve('.cache/deploy');
endInOrder();
const built = await runCommand('npm', ['run', '--silent', 'build'], { env: { ...process.env, PROVINCE: province } });
if (built !== 0) process.exit(1);

// Zalo's command would overwrite www/app-config.json, with its lists of files, by the one beside it. In the stage there is none.
rmSync(stage, { recursive: true, force: true });
mkdirSync(stage, { recursive: true });
cpSync(www, join(stage, 'www'), { recursive: true });

const at = words.indexOf('--message');
const message = at === -1 ? `${province} ${new Date().toISOString().slice(0, 16)}` : words[at + 1];
const args = ['deploy', '--existing', ...(words.includes('--testing') ? ['-t'] : []), '-m', message ?? province];
console.log(`Uploading ${province} as ${appId}…`);
const env = { ...process.env, APP_ID: String(appId) };
process.exit(await runCommand(command, args, { cwd: stage, env, reads: true }));
