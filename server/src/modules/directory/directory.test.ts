import { readFile } from 'node:fs/promises';
import { placeFaults, type Problem, type Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommunes } from '#core/communes';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { keepProvincePlaces } from './province-places.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

type Row = Schemas['PlaceInput'];
interface Page {
  items: Schemas['PlaceSummary'][];
  next: string | null;
  kinds: { kind: string; count: number }[];
}

const PROVINCE = new URL('../../../../provinces/tay-ninh/', import.meta.url);
const row = (more: Partial<Row> = {}): Row => ({
  id: 'tram-y-te-mau',
  topic: 'health',
  kind: 'clinic',
  name: 'Trạm Y tế Mẫu Đơn',
  confidence: 'H',
  source: 'Sở Y tế cung cấp',
  ...more,
});

describe.each(databaseKinds)('directory on %s', (kind) => {
  let server: TestServer;
  let phone: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind });
    phone = await server.phone('anh').open();
  });
  afterAll(() => server.close());

  const list = async (query: string): Promise<Page> => (await phone.call<Page>('GET', `/directory?${query}`)).body;
  const read = (id: string) => phone.call<Schemas['Place'] & Problem>('GET', `/directory/${id}`);
  async function send(places: Row[], key = TEST_INTEGRATION_KEY) {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/integration/directory',
      headers: { authorization: `Bearer ${key}` },
      payload: { places },
    });
    return {
      status: answer.statusCode,
      body: answer.json<{ written: number; unchanged: number; removed: number } & Problem>(),
    };
  }

  test('a place is led to only where the place itself was measured', async () => {
    expect((await read('nui-ba-den')).body.point).toEqual({ lat: 11.3833, lon: expect.any(Number) as number });
    const all = JSON.parse(await readFile(new URL('directory.json', PROVINCE), 'utf8')) as Row[];
    for (const { id, geoAccuracy } of all.filter(({ lat }) => lat !== undefined)) {
      expect((await read(id)).body.point === null, id).toBe(geoAccuracy !== 'point');
    }
  });

  test('hours as the phone needs them', async () => {
    const { body } = await read('hcc-tinh-1');
    expect(body.hours?.weekly).toHaveLength(2);
    expect((await read('hotline-114')).body.hours).toEqual({ always: true, weekly: [] });
    expect((await read('bv-tay-ninh')).body.hours).toBeNull();
  });

  test('ten thousand rows: every page is short, in order, and all are met once', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      row({ id: `tiem-${index}`, topic: 'traffic', kind: 'bus-station', name: `Trạm dừng ${(index * 7919) % 10_000}` }),
    );
    for (let from = 0; from < rows.length; from += 100)
      expect((await send(rows.slice(from, from + 100))).status).toBe(200);
    const ids: string[] = [];
    const names: string[] = [];
    let query = 'topic=traffic&kind=bus-station&limit=100';
    for (let pages = 0; pages <= 101; pages += 1) {
      const page = await list(query);
      expect(page.items.length).toBeLessThanOrEqual(100);
      ids.push(...page.items.map(({ id }) => id));
      names.push(...page.items.map(({ name }) => name));
      if (page.next === null) break;
      query = `topic=traffic&kind=bus-station&limit=100&cursor=${page.next}`;
    }
    expect(new Set(ids).size).toBe(10_002);
    expect(ids).toHaveLength(10_002);
    expect(names[0]).toBe('Bến xe khách Long An');
    expect((await list('topic=traffic')).kinds[0]).toEqual({ kind: 'bus-station', count: 10_002 });
  }, 120_000);

  test('the same rows again change nothing; a change is found by its new name', async () => {
    expect((await send([row()])).body).toEqual({ written: 1, unchanged: 0, removed: 0 });
    expect((await send([row()])).body).toEqual({ written: 0, unchanged: 1, removed: 0 });
    expect((await send([row({ name: 'Trạm Y tế Hoa Mai' })])).body).toEqual({ written: 1, unchanged: 0, removed: 0 });
    const found = await phone.call<{ items: Schemas['SearchHit'][] }>('GET', '/search?q=tram%20y%20te%20hoa%20mai');
    expect(found.body.items[0]?.id).toBe('tram-y-te-mau');
  });

  test('removed places are gone from list, search and address', async () => {
    expect((await send([row({ removed: true })])).body).toEqual({ written: 0, unchanged: 0, removed: 1 });
    expect((await read('tram-y-te-mau')).status).toBe(404);
    const found = await phone.call<{ items: Schemas['SearchHit'][] }>('GET', '/search?q=tram%20y%20te%20hoa%20mai');
    expect(found.body.items.map(({ id }) => id)).not.toContain('tram-y-te-mau');
  });

  test('one faulty row and nothing is written; every fault is said with its row and field', async () => {
    const { status, body } = await send([
      row({ id: 'tot' }),
      row({ id: 'xau', hours: 'giờ hành chính', communeCode: '99999', lat: 106.1, lon: 11.3, geoAccuracy: 'point' }),
      row({ id: 'tot' }),
    ]);
    expect(status).toBe(422);
    expect(body.errors?.map(({ path }) => path)).toEqual(
      ['communeCode', 'hours', 'lat', 'lon'].map((field) => `places[1].${field}`).concat('places[2].id'),
    );
    expect((await read('tot')).status).toBe(404);
  });

  test('only with a key that may', async () => {
    expect((await send([row()], `${TEST_INTEGRATION_KEY}-narrow`)).status).toBe(403);
  });

  test('a restart keeps what was imported over what came with the code, and what was removed stays out', async () => {
    await send([row({ id: 'nui-ba-den', topic: 'tourism', kind: 'mountain', name: 'Núi Bà Đen (mới)' })]);
    await send([row({ id: 'toa-thanh', topic: 'tourism', kind: 'religious', removed: true })]);
    const communes = await readCommunes(PROVINCE);
    await keepProvincePlaces(server.deps, new Map(communes.map(({ code, name }) => [code, name])));
    const nameOf = async (id: string) => (await read(id)).body.name as string | undefined;
    expect(await nameOf('nui-ba-den')).toBe('Núi Bà Đen (mới)');
    expect(await nameOf('toa-thanh')).toBeUndefined();
    expect(await nameOf('ho-dau-tieng')).toBe('Hồ Dầu Tiếng');
  });

  test('bad questions are refused in words', async () => {
    for (const query of ['topic=unknown', 'topic=health&cursor=%00', 'topic=health&limit=1000', '']) {
      expect((await phone.call('GET', `/directory?${query}`)).status, query).toBe(400);
    }
  });
});

test('every row that ships keeps the rules', async () => {
  const rows = JSON.parse(await readFile(new URL('directory.json', PROVINCE), 'utf8')) as Row[];
  const communes = await readCommunes(PROVINCE);
  const codes = new Set(communes.map(({ code }) => code));
  expect(rows.flatMap((one) => placeFaults(one, codes).map((fault) => ({ id: one.id, ...fault })))).toEqual([]);
  expect(rows.length).toBeGreaterThan(50);
});
