import type { Schemas } from '@dvc/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer({ env: { SAMPLE_DATA: 'on' } });
});
afterAll(() => server.close());

test('list and map are not empty, everything in them says that it is a sample, and every state is there', async () => {
  const phone = server.phone('phuc');
  const { body } = await phone.call<{ items: Schemas['PublicReportSummary'][]; total: number }>('GET', '/reports');
  expect(body.total).toBe(body.items.length);
  expect(new Set(body.items.map(({ state }) => state))).toEqual(
    new Set(['received', 'assigned', 'inProgress', 'resolved']),
  );
  for (const { title, communeCode, point, id } of body.items) {
    expect(title).toMatch(/^Mẫu: /);
    expect([communeCode, point]).not.toContain(null);
    const { text } = await phone.call('GET', `/reports/${id}`);
    expect(text).toContain('Dữ liệu mẫu');
  }
  const map = await phone.call<{ clusters: Schemas['ReportCluster'][] }>(
    'GET',
    '/reports/map?south=10&west=105&north=12&east=107&zoom=9',
  );
  expect(map.body.clusters.reduce((sum, { count }) => sum + count, 0)).toBe(body.total);
});
