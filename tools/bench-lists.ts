/**
 * `npm run bench:lists`: lists of 10,000 shops and 10,000 places, on the embedded database and, where TEST_DATABASE_URL names
 * one, on PostgreSQL: what the first page and one near the end cost, and how much of it a phone downloads.
 */
import type { Schemas } from '@dvc/contract';
import { cutPage, readPosition } from '../server/src/core/page-cursor.ts';
import type { Database } from '../server/src/db/port.ts';
import { listPlaces, writePlaces } from '../server/src/modules/directory/place-rows.ts';
import { countByCommune, publicStores } from '../server/src/modules/stores/public-rows.ts';
import { storeView } from '../server/src/modules/stores/public-facts.ts';
import { databaseKinds, openTestDatabase } from '../server/test/support/test-database.ts';
import communes from '../provinces/tay-ninh/communes.json' with { type: 'json' };
import samples from '../provinces/tay-ninh/stores/samples.json' with { type: 'json' };
import { endInOrder } from './children.mjs';
import { keepReport } from './keep-report.ts';

const ROWS = Number(process.env['ROWS'] ?? 10_000);
const PAGE = 20;
const ASKED = 200;
const BAR_MS = 100;
/** A page that takes longer than a second on a slow line (50 KB/s) is too much. */
const BAR_BYTES = 50 * 1024;
const now = new Date('2026-11-26T02:00:00Z');

async function fillStores(db: Database): Promise<void> {
  const [sample] = samples;
  if (sample === undefined) throw new Error('no sample shop');
  const { accountNumber, accountName, ...shop } = sample;
  const payment = { bankName: 'Ngân hàng mẫu', accountNumber, accountName, qr: '0'.repeat(100) };
  const facts = JSON.stringify({ ...shop, phone: null, payment });
  await db.query(
    `insert into stores (id, state, form_version, answers, page, rev, saved_at, changed_at, account_shown, public_facts,
                         kind, commune, approved_at)
     select gen_random_uuid(), 'approved', '1', '{}', 'review', 1, $1::timestamptz, $1::timestamptz, true, $2, $3,
            ($4::text[])[1 + n % $5::int], $1::timestamptz - n * interval '1 minute'
       from generate_series(1, $6::int) as n`,
    [now, facts, shop.kind, communes.map(({ code }) => code), communes.length, ROWS],
  );
  await db.query(
    `insert into store_words (word, store_id) select word, id from stores, unnest($1::text[]) as word on conflict do nothing`,
    [['banh', 'trang', 'phuong', 'xa', 'khu', 'pho']],
  );
}

async function fillPlaces(db: Database): Promise<void> {
  const place = (index: number): Schemas['Place'] => ({
    ...{ id: `p-${index}`, topic: 'health', kind: 'pharmacy', name: `Nhà thuốc số ${index}`, oldNames: [] },
    ...{ address: `Số ${index}, khu phố 3`, commune: { code: '25459', name: 'Phường Tân Ninh' }, phones: [] },
    ...{
      email: null,
      web: null,
      hours: null,
      hoursText: null,
      point: null,
      confidence: 'M',
      source: 'mẫu',
      note: null,
    },
  });
  for (let from = 0; from < ROWS; from += 1000) {
    const places = Array.from({ length: Math.min(1000, ROWS - from) }, (_, index) => place(from + index));
    await db.tx((tx) => writePlaces(tx, places, { origin: 'import', now }));
  }
}

interface Page {
  items: readonly unknown[];
  next: string | null;
}
type Ask = (cursor?: string) => Promise<Page>;

const storesBy =
  (db: Database, more: { words?: string; commune?: string }): Ask =>
  async (cursor) => {
    const wanted = { words: more.words ?? '', kind: undefined, commune: more.commune };
    const rows = await publicStores(db, { ...wanted, after: readPosition(cursor), limit: PAGE });
    const page = cutPage(rows, PAGE, ({ approved_at, changed_at }) => approved_at ?? changed_at);
    return { items: page.rows.flatMap((row) => storeView(row, []) ?? []), next: page.next };
  };

const lists = (db: Database): Record<string, Ask> => ({
  shops: storesBy(db, {}),
  'shops by words all have': storesBy(db, { words: 'banh tra' }),
  'shops of a commune': storesBy(db, { commune: '25459' }),
  'shops on the map': async () => ({ items: await countByCommune(db, undefined), next: null }),
  places: (cursor) => listPlaces(db, { topic: 'health', kind: undefined, cursor, limit: PAGE }),
});

async function lastCursor(ask: Ask): Promise<string | undefined> {
  let found: string | undefined;
  for (let { next } = await ask(); next !== null; { next } = await ask(next)) found = next;
  return found;
}

async function measure(
  ask: Ask,
  cursor: string | undefined,
): Promise<{ p50: number; p95: number; rows: number; bytes: number }> {
  const times: number[] = [];
  let page: Page = { items: [], next: null };
  for (let index = -10; index < ASKED; index += 1) {
    const start = performance.now();
    page = await ask(cursor);
    // The first few make plans and fill caches.
    if (index >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), rows: page.items.length, bytes: Buffer.byteLength(JSON.stringify(page)) };
}

endInOrder();
const results: Record<string, object> = {};
const over: string[] = [];
for (const kind of databaseKinds) {
  const db = await openTestDatabase(kind);
  await fillStores(db);
  await fillPlaces(db);
  await db.query('analyze');
  for (const [name, ask] of Object.entries(lists(db))) {
    for (const [where, cursor] of Object.entries({ first: undefined, last: await lastCursor(ask) })) {
      const figures = await measure(ask, cursor);
      const title = `${kind}, ${name}, ${where} page`;
      results[title] = figures;
      console.log(`${title}: ${JSON.stringify(figures)}`);
      if (figures.p95 > BAR_MS || figures.bytes > BAR_BYTES) over.push(title);
    }
  }
  await db.close();
}
keepReport('lists', { results });
if (over.length > 0) {
  console.error(`Over ${BAR_MS} ms at p95 or ${BAR_BYTES} bytes: ${over.join('; ')}`);
  process.exitCode = 1;
}
