import { randomUUID } from 'node:crypto';
import type { Schemas } from '@dvc/contract';
import { readVietQr } from '@dvc/contract/vietqr';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { days } from '#core/clock';
import { sentStore, startStore, storeAnswers } from '../../../test/support/store-registration.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import type { TestPhone } from '../../../test/support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

interface Listed {
  items: Schemas['Store'][];
  next: string | null;
}

describe.each(databaseKinds)('the public list and what is kept on %s', (kind) => {
  let server: TestServer;
  let owner: TestPhone;
  let visitor: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '100', SAMPLE_DATA: 'off' } });
  });
  beforeEach(async () => {
    owner = await (await server.phone('anh').open()).giveContact();
    visitor = await server.phone('phuc').open();
    await server.deps.db.query('delete from stores');
  });
  afterAll(() => server.close());

  async function approve(code: string): Promise<void> {
    // Shops of one moment have no order.
    server.clock.advance(1);
    const { statusCode } = await server.app.inject({
      method: 'POST',
      url: `/integration/stores/${code}/decisions`,
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}`, 'idempotency-key': randomUUID() },
      payload: { to: 'approved', by: 'Phường Tân Ninh' },
    });
    expect(statusCode).toBe(200);
  }
  const list = async (query = '') => (await visitor.call<Listed>('GET', `/stores${query}`)).body;
  const notices = async () =>
    (await owner.call<{ items: Schemas['Notification'][] }>('GET', '/notifications')).body.items;

  test('found without diacritics, by the beginnings of words, by kind and place; page by page', async () => {
    const names = ['Cơm tấm Sáu Lành', 'Tạp hóa Út Hiền', 'Bánh mì Ba Lẹ', 'Tiệm sửa xe Năm Đen', 'Bánh bò Tư Cao'];
    for (const [index, storeName] of names.entries()) {
      const over = { storeName, kind: index === 0 ? 'an-uong' : 'khac', goods: 'Hàng nhà làm' };
      const commune = index === 3 ? '27694' : '25459';
      const { code } = await sentStore(owner, storeAnswers({ ...over, address: { commune, detail: 'Số 1' } }));
      await approve(code);
    }
    const found = async (query: string) =>
      (await list(`?${new URLSearchParams(query).toString()}`)).items.map(({ name }) => name);
    expect(await found('q=banh')).toEqual(['Bánh bò Tư Cao', 'Bánh mì Ba Lẹ']);
    expect(await found('q=BÁNH mi')).toEqual(['Bánh mì Ba Lẹ']);
    expect(await found('q=sau la')).toEqual(['Cơm tấm Sáu Lành']);
    expect(await found('q=%')).toHaveLength(names.length);
    expect(await found('q=anh')).toEqual([]);
    expect(await found('kind=an-uong')).toEqual(['Cơm tấm Sáu Lành']);
    expect(await found('commune=27694')).toEqual(['Tiệm sửa xe Năm Đen']);
    expect(await found('kind=khac&commune=25459&q=hang nha')).toHaveLength(3);
    const onMap = async (query = '') =>
      (await visitor.call<{ communes: Schemas['StoresOfCommune'][] }>('GET', `/stores/map${query}`)).body.communes;
    expect((await onMap()).map(({ name, count }) => `${name} ${String(count)}`)).toEqual([
      'Phường Tân Ninh 4',
      'Phường Long An 1',
    ]);
    expect(await onMap('?kind=an-uong')).toEqual([
      { code: '25459', name: 'Phường Tân Ninh', point: { lat: 11.3153, lng: 106.1028 }, count: 1 },
    ]);
    expect(await onMap('?kind=nothing')).toEqual([]);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Listed = await list(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    }
    expect(seen).toEqual([...names].reverse());
    expect((await visitor.call('GET', '/stores?cursor=abc')).body.code).toBe('bad-request');
  });

  /** Waits until the hourly work of stores has been done at the clock's present time. */
  const hourPassed = async () => {
    server.deps.jobs.start();
    await expect
      .poll(
        async () => {
          const { count } = await server.deps.db.query(
            `select 1 from schedules where name like '%-old-store-drafts' and next_at > $1`,
            [server.clock.now()],
          );
          return count;
        },
        { timeout: 5_000 },
      )
      .toBe(2);
    // Claimed first, done then: stopping waits for it.
    await server.deps.jobs.stop();
  };

  test('a draft is told of before it goes, and goes after sixty days; what was sent stays', async () => {
    const { draft } = await startStore(owner);
    const { id } = await sentStore(owner);
    server.clock.advance(days(54));
    await hourPassed();
    owner = await server.phone('anh').open();
    expect((await notices())[0]?.title).toContain('bản nháp sắp hết hạn giữ');
    server.clock.advance(days(7));
    owner = await server.phone('anh').open();
    expect((await owner.call('GET', `/store-registrations/${draft.id}`)).status).toBe(404);
    await hourPassed();
    const { rows } = await server.deps.db.query<{ id: string }>('select id from stores');
    expect(rows).toEqual([{ id }]);
  });
});

describe('sample stores', () => {
  test('say that they are made up, and their codes pay nobody', async () => {
    const server = await buildTestServer({ env: { SAMPLE_DATA: 'on' } });
    const { body } = await server.phone('phuc').call<Listed>('GET', '/stores');
    expect(body.items.length).toBeGreaterThan(2);
    for (const { sample, name, payment } of body.items) {
      expect([sample, name.includes('(mẫu)'), readVietQr(payment?.qr ?? '')?.bin]).toEqual([true, true, '000000']);
    }
    await server.close();
  });
});
