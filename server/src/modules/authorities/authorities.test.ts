import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem, Schemas } from '@dvc/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changingProvince, type ChangingProvince } from '../../../test/support/changing-province.ts';
import { databaseKinds } from '../../../test/support/test-database.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from '../../../test/support/test-server.ts';

interface Page {
  items: Schemas['AuthoritySummary'][];
  next: string | null;
  total: number;
}

describe.each(databaseKinds)('authorities on %s', (kind) => {
  let province: ChangingProvince;
  let server: TestServer;

  beforeAll(async () => {
    province = await changingProvince();
    const accounts = [{ authority: '25459', oaId: '4318657068771012646', source: 'mẫu' }];
    await writeFile(join(province.folder, 'tay-ninh', 'official-accounts.json'), JSON.stringify(accounts));
    server = await buildTestServer({ kind, env: { PROVINCES_DIR: province.folder } });
  });
  afterAll(async () => {
    await server.close();
    await province.remove();
  });

  const ask = async <T>(url: string): Promise<T> => (await server.app.inject({ url })).json<T>();

  test('ninety-six commune offices by the name of their place, page by page', async () => {
    const seen: Schemas['AuthoritySummary'][] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const page: Page = await ask(`/authorities?kind=commune&limit=25&cursor=${cursor}`);
      expect(page.total).toBe(96);
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(96);
    expect(seen[0]?.name).toBe('Ủy ban nhân dân xã An Lục Long');
    expect(seen.filter(({ hasOa }) => hasOa).map(({ id }) => id)).toEqual(['25459']);
  });

  test('departments come from the directory', async () => {
    const { items, total } = await ask<Page>('/authorities?kind=department&limit=100');
    expect(items).toHaveLength(total);
    expect(items.find(({ id }) => id === 'so-xay-dung')?.oldNames).toEqual(['Sở Giao thông vận tải']);
  });

  test('a commune: its office, one-stop centre, what it was; no phone that nobody gave', async () => {
    const office = await ask<Schemas['Authority']>('/authorities/25480');
    expect(office).toMatchObject({
      name: 'Ủy ban nhân dân phường Bình Minh',
      oneStop: 'Trung tâm Phục vụ hành chính công phường Bình Minh',
      phones: [],
      oaId: null,
    });
    expect(office.formerUnits).toContainEqual({ name: 'Xã Suối Đá', part: 'partial' });
    expect((await ask<Schemas['Authority']>('/authorities/25459')).oaId).toBe('4318657068771012646');
  });

  test('contacts that somebody imported for a commune are its own', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/integration/directory',
      headers: { authorization: `Bearer ${TEST_INTEGRATION_KEY}` },
      payload: {
        places: [
          {
            id: 'ubnd-25480',
            topic: 'office',
            kind: 'commune-office',
            name: 'Ủy ban nhân dân phường Bình Minh',
            communeCode: '25480',
            phones: [{ number: '02763000000', confidence: 'H' }],
            confidence: 'H',
            source: 'Phường cung cấp',
          },
        ],
      },
    });
    expect(answer.statusCode).toBe(200);
    const office = await ask<Schemas['Authority']>('/authorities/25480');
    expect(office.phones).toEqual([{ number: '02763000000', confidence: 'H' }]);
  });

  test.each(['99999', 'bv-tay-ninh', 'nobody'])('%s is no authority', async (id) => {
    expect((await ask<Problem>(`/authorities/${id}`)).code).toBe('not-found');
  });
});
