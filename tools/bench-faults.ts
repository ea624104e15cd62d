// `npm run bench:faults [-- kind --trials=N --first=N --seed=S --trial=N --times=N --at-once=N --engine=pg|pglite]`: everything that can go
// wrong between phone and server, drawn from a seed; afterwards nothing may be lost, doubled or changed.
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import type { Found, Kind, Verdict } from '../tests/faults/kind.ts';
import { runTrials } from '../tests/faults/run-trials.ts';
import { foundTown } from '../tests/faults/town.ts';
import { findPostgres } from '../tests/support/postgres.ts';
import { endInOrder } from './children.mjs';
import { doorsPlugin } from './doors-plugin.ts';
import { emptyPage } from './empty-page.ts';
import { provincePlugin } from './province-plugin.ts';
import { keepReport, machine } from './keep-report.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trials: { type: 'string', default: '10000' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    trial: { type: 'string' },
    /** With a trial: so often, many at once, for what depends on who comes first. */
    times: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    /** Exchanges at which the server is killed as well; written in the report of a failure. */
    'kill-at': { type: 'string', default: '' },
    'at-once': { type: 'string', default: '24' },
    engine: { type: 'string', default: findPostgres() === undefined ? 'pglite' : 'pg' },
  },
});
const name = positionals[0] ?? 'dossiers';
const { seed, engine } = values;
endInOrder();
if (name === 'payments') {
  const { benchPayments } = await import('./bench-payments.ts');
  process.exit(await benchPayments({ seed, trials: Number(values.trials), engine: engine === 'pg' ? 'pg' : 'pglite' }));
}
if (engine !== 'pg' && engine !== 'pglite') throw new Error('--engine is pg or pglite');
const numbers =
  values.trial === undefined
    ? Array.from({ length: Number(values.trials) }, (_, n) => Number(values.first) + n)
    : Array.from({ length: Number(values.times) }, () => Number(values.trial));

const findings = ['lost', 'duplicated', 'wrong-bytes', 'overwritten', 'false-conflict', 'stuck', 'broken'] as const;

interface Failure {
  trial: number | 'afterwards';
  replay: string;
  found: Found[];
  struck: Verdict['struck'];
}

/** The app's code as the browser gets it, built to run here: doors, the province, the browser's half of the upload library. */
async function loadKind(): Promise<Kind> {
  if (!existsSync(`tests/faults/${name}.ts`)) {
    const known = readdirSync('tests/faults').filter((file) => file.includes(name));
    throw new Error(`No kind "${name}" in tests/faults. Similar: ${known.join(', ') || 'none'}`);
  }
  const outDir = resolve('.cache/faults');
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [doorsPlugin(), provincePlugin('tay-ninh')],
    resolve: {
      alias: [
        { find: /^tus-js-client$/, replacement: resolve('node_modules/tus-js-client/lib.esm/browser/index.js') },
        { find: /^zmp-sdk$/, replacement: 'zmp-sdk/apis' },
      ],
    },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: { globals: 'tests/faults/phone-globals.ts', kind: `tests/faults/${name}.ts` } },
    },
  });
  // First what a web view lends, then the app that uses it.
  const globals = (await import(join(outDir, 'globals.js'))) as { installPhoneGlobals: (window: Window) => void };
  globals.installPhoneGlobals(emptyPage('https://h5.zdn.vn/zapps/1/'));
  return ((await import(join(outDir, 'kind.js'))) as { kind: Kind }).kind;
}

const broken: string[] = [];
process.on('unhandledRejection', (error) => {
  broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
});

const began = performance.now();
const seconds = (): number => (performance.now() - began) / 1000;
const onRuin = (error: unknown): void => {
  console.error(error);
  process.exit(1);
};
const town = await foundTown({ people: numbers.length, engine, onRuin });
const failures: Failure[] = [];
const did: Record<string, number> = {};
const struck: Record<string, number> = {};
let hitByOthers = 0;

function note(ended: number, verdict: Verdict, number: number): void {
  for (const [what, times] of Object.entries(verdict.did)) did[what] = (did[what] ?? 0) + times;
  for (const { fault } of verdict.struck) struck[fault.kind] = (struck[fault.kind] ?? 0) + 1;
  if (verdict.killedAt.length > 0) hitByOthers += 1;
  if (verdict.found.length > 0) {
    const killAt = verdict.killedAt.length > 0 ? ` --kill-at=${verdict.killedAt.join(',')}` : '';
    const replay = `npm run bench:faults -- ${name} --seed=${seed} --trial=${number}${killAt}`;
    failures.push({ trial: number, replay, found: verdict.found, struck: verdict.struck });
    const words = verdict.found.map(({ finding, detail }) => `\n    ${finding}: ${detail}`).join('');
    console.log(`trial ${number} failed; again by: ${replay}${words}`);
  }
  if (ended % 500 === 0) {
    console.log(`${ended} trials, ${failures.length} failed, ${town.kills()} kills, ${seconds().toFixed(0)} s`);
  }
}

try {
  const kind = await loadKind();
  const alsoKillAt = values['kill-at'].split(',').filter(Boolean).map(Number);
  const tell = (line: string): void => {
    if (values.trial !== undefined && numbers.length === 1) console.log(`${seconds().toFixed(2)} s  ${line}`);
  };
  await runTrials({ kind, town, seed, numbers, atOnce: Number(values['at-once']), alsoKillAt, tell, onEnded: note });
  const found = await town.lookInside(kind.audit);
  for (const detail of broken) found.push({ finding: 'broken', detail });
  if (found.length > 0) {
    failures.push({ trial: 'afterwards', replay: `npm run bench:faults -- ${name} --seed=${seed}`, found, struck: [] });
    for (const { finding, detail } of found) console.log(`afterwards: ${finding}: ${detail}`);
  }
} finally {
  await town.close();
}

const all = failures.flatMap((failure) => failure.found);
const counts = Object.fromEntries(
  findings.map((finding) => [finding, all.filter((found) => found.finding === finding).length]),
);
console.log(
  `\n${name}: ${numbers.length} trials in ${seconds().toFixed(0)} s on ${town.database}; ${machine()}; seed ${seed}`,
);
const table = (title: string, rows: Record<string, number>): void => {
  console.log(`\n${title}`);
  for (const [what, times] of Object.entries(rows)) console.log(`  ${what.padEnd(18)} ${String(times).padStart(8)}`);
};
table('faults that struck', { ...struck, 'server kills': town.kills(), 'trials hit by them': hitByOthers });
table('what was done', did);
table('found', counts);
const about = { name, seed, trials: numbers.length, seconds: seconds() };
const details = { database: town.database, struck, kills: town.kills(), hitByOthers, did, counts, failures };
keepReport('faults', { ...about, ...details });
process.exit(failures.length === 0 ? 0 : 1);
