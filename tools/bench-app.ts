// `npm run bench:app [-- --only=home,services,form,use]`: what the production build costs a cheap phone with a bad network: the
// way to a useful home, each service's first opening, a form of sixty fields, and (only when asked for) half an hour of use.
import type { Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { startStack, type Stack } from '../tests/support/stack.ts';
import { launchBrowser } from '../emulator/src/testing/launch-browser.ts';
import { startFloor } from './bench-floor.ts';
import { measureLongForm, type LongForm } from './bench-form.ts';
import { citizensPhone, openServices, type FirstOpening } from './bench-modules.ts';
import { measureOpenings, type Opening } from './bench-page.ts';
import { useForLong } from './bench-use.ts';
import { buildIfStale } from './build-if-stale.mjs';
import { endInOrder } from './children.mjs';
import { readProvince } from './province-plugin.ts';
import { keepReport, processors } from './keep-report.ts';

const rounds = Number(process.env.ROUNDS ?? 5);
const warmUp = Number(process.env.WARM_UP ?? 10);
const minutes = Number(process.env.MINUTES ?? 30);
/** How much more the heap may hold after all that use than when it began. */
const mostGrowth = 0.1;
const slownesses = [4, 6];
const province = process.env.PROVINCE ?? 'tay-ninh';
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length);
const parts = (only ?? 'home,services,form').split(',');

const middle = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

function medianOf(openings: Opening[]): Opening {
  const names = Object.keys(openings[0] ?? {}) as (keyof Opening)[];
  return Object.fromEntries(
    names.map((name) => [name, middle(openings.map((one) => one[name]))]),
  ) as unknown as Opening;
}

const columns: [title: string, show: (opening: Opening) => string][] = [
  ['FCP ms', ({ fcp }) => fcp.toFixed(0)],
  ['LCP ms', ({ lcp }) => lcp.toFixed(0)],
  ['home ms', ({ usefulHome }) => usefulHome.toFixed(0)],
  ['alive ms', ({ alive }) => alive.toFixed(0)],
  ['CLS', ({ cls }) => cls.toFixed(3)],
  ['block ms', ({ blocking }) => blocking.toFixed(0)],
  ['task ms', ({ longestTask }) => longestTask.toFixed(0)],
  ['tap ms', ({ tap }) => (tap === 0 ? '–' : tap.toFixed(0))],
  ['app KB', ({ assetBytes }) => (assetBytes / 1024).toFixed(1)],
  ['files', ({ assetRequests }) => String(assetRequests)],
  ['data KB', ({ apiBytes }) => (apiBytes / 1024).toFixed(1)],
  ['calls', ({ apiRequests }) => String(apiRequests)],
  ['heap MB', ({ heap }) => heap.toFixed(1)],
];

async function measureHome(browser: Browser, stack: Stack): Promise<object> {
  const floor = await startFloor();
  const address = `${stack.phoneUrl}/zapps/${readProvince(province).zalo.appId}/`;
  const citizens = await citizensPhone(browser, stack);
  const results: { name: string; median: Opening; runs: Opening[] }[] = [];
  const toFloor: { cpu: number; inZalo: number; alone: number }[] = [];
  try {
    for (const cpu of slownesses) {
      const runs: Record<'cold' | 'warm' | 'citizen' | 'floor' | 'alone', Opening>[] = [];
      for (let round = 0; round < rounds; round += 1) {
        // In turns, so that what else the machine does weighs on all.
        const { cold: alone } = await measureOpenings(browser, floor.alone, { cpu });
        const { cold: inZalo } = await measureOpenings(browser, floor.inZalo, { cpu });
        const ours = await measureOpenings(browser, address, { cpu, tapOn: '/thu-tuc' });
        const { cold: citizen } = await measureOpenings(browser, citizens, { cpu });
        runs.push({ ...ours, citizen, floor: inZalo, alone });
      }
      const names = {
        cold: 'cold',
        warm: 'warm',
        citizen: 'cold, a citizen',
        floor: 'bare React as a mini app',
        alone: 'bare React by itself',
      };
      for (const [state, name] of Object.entries(names) as [keyof typeof names, string][]) {
        const openings = runs.map((run) => run[state]);
        results.push({ name: `cpu ×${cpu}, slow 4G, ${name}`, median: medianOf(openings), runs: openings });
      }
      const against = (state: 'floor' | 'alone'): number =>
        middle(runs.map((run) => run.cold.usefulHome / run[state].usefulHome));
      toFloor.push({ cpu, inZalo: against('floor'), alone: against('alone') });
    }
  } finally {
    await floor.stop();
  }
  console.log(['condition'.padEnd(42), ...columns.map(([title]) => title.padStart(8))].join(' '));
  for (const { name, median } of results) {
    console.log([name.padEnd(42), ...columns.map(([, show]) => show(median).padStart(8))].join(' '));
  }
  for (const { cpu, inZalo, alone } of toFloor) {
    console.log(
      `cpu ×${cpu}: useful home at ${inZalo.toFixed(2)} × bare React as a mini app, ${alone.toFixed(2)} × by itself (medians of the rounds)`,
    );
  }
  return { toFloor, results };
}

async function measureServices(browser: Browser, stack: Stack): Promise<object> {
  const openings: FirstOpening[] = [];
  for (let round = 0; round < rounds; round += 1) {
    openings.push(...(await openServices(browser, await citizensPhone(browser, stack), 4, round)));
  }
  const table = [...new Set(openings.map(({ path }) => path))].map((path) => {
    const own = openings.filter((one) => one.path === path);
    return { path, title: middle(own.map(({ title }) => title)), content: middle(own.map(({ content }) => content)) };
  });
  console.log(`${'first opening, cpu ×4, slow 4G'.padEnd(34)} title ms content ms`);
  for (const { path, title, content } of table) {
    console.log(`${path.padEnd(34)} ${title.toFixed(0).padStart(8)} ${content.toFixed(0).padStart(10)}`);
  }
  return { table, openings };
}

async function measureForm(): Promise<object> {
  const runs: LongForm[] = await measureLongForm(4, rounds);
  const of = (read: (run: LongForm) => number): string => middle(runs.map(read)).toFixed(0);
  console.log(
    `form of sixty fields, cpu ×4: there after ${of((run) => run.shown)} ms; a key is answered in ${of((run) => run.answers.median)} ms ` +
      `(p95 ${of((run) => run.answers.p95)}, longest ${of((run) => run.answers.longest)})`,
  );
  return { runs };
}

async function measureUse(browser: Browser, stack: Stack): Promise<object> {
  const seed = process.env.SEED ?? new Date().toISOString().slice(0, 10);
  const use = await useForLong(browser, await citizensPhone(browser, stack), {
    warmUp,
    minutes,
    seed,
  });
  console.log(`${String(warmUp)} + ${String(minutes)} minutes of use, seed ${seed}, ${String(use.taps)} taps`);
  console.log('minute  heap MB  code MB  data MB  nodes listeners');
  for (const { minute, heap, code, data, nodes, listeners } of [use.fresh, use.toured, use.begun, ...use.every]) {
    const sizes = [heap, code, data].map((mb) => mb.toFixed(2).padStart(8)).join(' ');
    console.log(
      `${minute.toFixed(1).padStart(6)} ${sizes} ${String(nodes).padStart(6)} ${String(listeners).padStart(9)}`,
    );
  }
  const growth = (use.every.at(-1)?.heap ?? Infinity) / use.begun.heap - 1;
  console.log(
    `since minute ${use.begun.minute.toFixed(0)}: ${(growth * 100).toFixed(1)} % more, allowed ${String(mostGrowth * 100)} %`,
  );
  if (growth > mostGrowth) process.exitCode = 1;
  return { seed, warmUp, growth, ...use };
}

endInOrder();
await buildIfStale(province);
const before = ((): object => {
  try {
    return JSON.parse(readFileSync('.bench/app.json', 'utf8')) as object;
  } catch {
    return {};
  }
})();
const stack = await startStack({ province });
const browser = await launchBrowser();
const measured: Record<string, object> = {};
console.log(`Median of ${rounds}; Chromium ${browser.version()}, Node ${process.version}, ${processors()}`);
try {
  if (parts.includes('home')) measured.home = await measureHome(browser, stack);
  if (parts.includes('services')) measured.services = await measureServices(browser, stack);
  if (parts.includes('form')) measured.form = await measureForm();
  if (parts.includes('use')) measured.use = await measureUse(browser, stack);
} finally {
  await browser.close();
  await stack.stop();
}
const load = loadavg().map((one) => one.toFixed(1));
console.log(`Load while measuring (1, 5, 15 min): ${load.join(', ')}`);
const at = new Date().toISOString();
const now = Object.fromEntries(
  Object.entries(measured).map(([name, figures]) => [name, { at, load, rounds, ...figures }]),
);
keepReport('app', { ...before, ...now });
