import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildTestServer, type TestServer } from '../../../test/support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

const ready = async () => (await server.app.inject({ url: '/readyz' })).statusCode;

test('a database that only lets itself be read: not ready, and whoever writes is asked to come back', async () => {
  const { db } = server.deps;
  expect(await ready()).toBe(200);
  await db.script('set default_transaction_read_only = on');
  try {
    expect(await ready()).toBe(503);
    const accessToken = server.phone('anh').zaloToken();
    const entered = await server.app.inject({ method: 'POST', url: '/session', payload: { accessToken } });
    expect(entered.json()).toMatchObject({ status: 503, code: 'server-busy' });
  } finally {
    await db.script('set default_transaction_read_only = off');
  }
  expect(await ready()).toBe(200);
});

test('a silent database: not ready, within seconds', async () => {
  const silent = vi.spyOn(server.deps.db, 'query').mockImplementation(() => new Promise(() => undefined));
  try {
    expect(await ready()).toBe(503);
  } finally {
    silent.mockRestore();
  }
});
