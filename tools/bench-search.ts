/**
 * `npm run bench:search`: search over 100,000 things on the embedded database, and on PostgreSQL where TEST_DATABASE_URL names
 * one. Everything is made up from the province's own words; what is asked is every kind of question people ask.
 */
import { findEntries } from '../server/src/modules/search/find-entries.ts';
import { createSearchFeed } from '../server/src/modules/search/search-feed.ts';
import { readSynonyms } from '../server/src/core/synonyms.ts';
import type { SearchEntry } from '../server/src/core/search-feed.ts';
import { databaseKinds, openTestDatabase } from '../server/test/support/test-database.ts';
import procedures from '../provinces/tay-ninh/life-events.json' with { type: 'json' };
import communes from '../provinces/tay-ninh/communes.json' with { type: 'json' };
import places from '../provinces/tay-ninh/directory.json' with { type: 'json' };
import { endInOrder } from './children.mjs';
import { keepReport } from './keep-report.ts';

const THINGS = Number(process.env['THINGS'] ?? 100_000);
const ASKED = 400;
const BAR_MS = 100;
const province = new URL('../provinces/tay-ninh/', import.meta.url);

/** The same numbers every time, whatever the machine. */
let seed = 20261126;
function next(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % below;
}

const kinds = [
  'Trường tiểu học',
  'Trạm y tế',
  'Nhà thuốc',
  'Bến xe',
  'Chùa',
  'Phòng khám',
  'Hỏi về thủ tục',
  'Cửa hàng',
];
const syllables = [
  ...new Set(
    [
      ...places.map(({ name }) => name),
      ...communes.flatMap(({ name, former }) => [name, ...former.map((unit) => unit.name)]),
      ...procedures.map(({ name }) => name),
    ]
      .join(' ')
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 1),
  ),
];
const word = (): string => syllables[next(syllables.length)] ?? '';
const words = (count: number): string => Array.from({ length: count }, word).join(' ');

function thing(index: number): SearchEntry {
  const title = `${kinds[next(kinds.length)] ?? ''} ${words(2)} ${index % 900}`;
  const commune = communes[next(communes.length)]?.name ?? '';
  return {
    kind: 'place',
    ref: `t-${index}`,
    title,
    meta: commune,
    path: `/tien-ich/health/t-${index}`,
    weight: 10,
    names: [{ text: title, said: null }],
    body: `${commune} ${words(12)}`,
  };
}

function question(index: number, things: readonly SearchEntry[]): string {
  const title = things[next(things.length)]?.title ?? '';
  const parts = title.split(' ');
  const swapped = (one: string): string =>
    one.length < 4 ? one : `${one.slice(0, 1)}${one.charAt(2)}${one.charAt(1)}${one.slice(3)}`;
  switch (index % 8) {
    case 0:
      return title;
    case 1:
      return title.slice(0, 4 + next(8));
    case 2:
      return parts.slice(-3).join(' ');
    case 3:
      return parts.map(swapped).join(' ');
    case 4:
      return kinds[next(kinds.length)] ?? '';
    case 5:
      return `${word()} ${word()}`;
    case 6:
      return 'ks';
    default:
      return `${word()} xqzt`;
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

endInOrder();
const results: Record<string, object> = {};
let worst = 0;
for (const kind of databaseKinds) {
  const db = await openTestDatabase(kind);
  const feed = createSearchFeed(db);
  const things = Array.from({ length: THINGS }, (_, index) => thing(index));
  const began = performance.now();
  for (let from = 0; from < things.length; from += 2000)
    await db.tx((tx) => feed.put(tx, things.slice(from, from + 2000)));
  await db.query('analyze');
  const filledSeconds = Math.round((performance.now() - began) / 1000);
  const synonyms = await readSynonyms(province);
  const times: number[] = [];
  const work: number[] = [];
  let found = 0;
  for (let index = -40; index < ASKED; index += 1) {
    const asked = question(Math.abs(index), things);
    const start = performance.now();
    const worked = process.cpuUsage();
    const { hits } = await findEntries(db, asked, synonyms);
    // The first few make plans and fill caches.
    if (index < 0) continue;
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(worked);
    work.push((user + system) / 1000);
    if (hits.length > 0) found += 1;
  }
  times.sort((a, b) => a - b);
  work.sort((a, b) => a - b);
  const figures = {
    things: THINGS,
    filledSeconds,
    asked: ASKED,
    found,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    // The embedded database works in this process: what it costs whoever else is busy on the machine.
    processorP95: at(work, 0.95),
    max: at(times, 1),
  };
  results[kind] = figures;
  worst = Math.max(worst, figures.p95);
  console.log(`${kind}: ${JSON.stringify(figures)}`);
  await db.close();
}
keepReport('search', { results });
if (worst > BAR_MS) {
  console.error(`p95 ${worst.toFixed(0)} ms is over ${BAR_MS} ms`);
  process.exitCode = 1;
}
