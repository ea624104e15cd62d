// `npm run bench:app`: how long the production build takes to a useful home screen on a cheap phone with a bad network.
import { chromium } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { startStack } from '../tests/support/stack.ts';
import { startFloor } from './bench-floor.ts';
import { measureOpenings, type Opening } from './bench-page.ts';
import { findBrowser } from '../emulator/src/testing/browser.ts';
import { buildIfStale } from './build-if-stale.mjs';
import { readProvince } from './province-plugin.ts';

const rounds = Number(process.env.ROUNDS ?? 5);
const slownesses = [4, 6];
const province = process.env.PROVINCE ?? 'tay-ninh';

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

buildIfStale(province);
const stack = await startStack({ province });
const browser = await chromium.launch(await findBrowser());
const floorPage = await startFloor();
const toFloor: { cpu: number; ratio: number }[] = [];
const results: { name: string; median: Opening; runs: Opening[] }[] = [];
try {
  const address = `${stack.phoneUrl}/zapps/${readProvince(province).zalo.appId}/`;
  for (const cpu of slownesses) {
    const runs: { cold: Opening; warm: Opening; floor: Opening }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // In turns, so that what else the machine does weighs on both.
      const floor = await measureOpenings(browser, floorPage.address, { cpu });
      const ours = await measureOpenings(browser, address, { cpu, tapOn: '/thu-tuc' });
      runs.push({ ...ours, floor: floor.cold });
    }
    for (const state of ['cold', 'warm', 'floor'] as const) {
      const openings = runs.map((run) => run[state]);
      const name = state === 'floor' ? 'bare React, cold' : state;
      results.push({ name: `cpu ×${cpu}, slow 4G, ${name}`, median: medianOf(openings), runs: openings });
    }
    const ratios = runs.map(({ cold, floor }) => cold.usefulHome / floor.usefulHome);
    toFloor.push({ cpu, ratio: middle(ratios) });
  }
} finally {
  floorPage.stop();
  await browser.close();
  await stack.stop();
}

console.log(
  `Median of ${rounds}; Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
);
console.log(['condition'.padEnd(34), ...columns.map(([title]) => title.padStart(8))].join(' '));
for (const { name, median } of results) {
  console.log([name.padEnd(34), ...columns.map(([, show]) => show(median).padStart(8))].join(' '));
}
for (const { cpu, ratio } of toFloor) {
  console.log(`cpu ×${cpu}: useful home at ${ratio.toFixed(2)} × the bare React page of the same round (median)`);
}
console.log(
  `Load while measuring (1, 5, 15 min): ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')}`,
);
mkdirSync('.bench', { recursive: true });
writeFileSync(
  '.bench/app.json',
  JSON.stringify({ at: new Date().toISOString(), rounds, load: loadavg(), toFloor, results }, null, 1),
);
