import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTestServer, type TestServer } from '../../test/support/test-server.ts';
import { buildApp } from '../build-app.ts';
import { moduleTable } from '../module-table.ts';
import type { Handlers } from './handler.ts';

let server: TestServer;

beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

const stub = (handlers: object) => () => handlers as Handlers;

test('a promise without a handler stops the start', async () => {
  await expect(buildApp(server.deps, [stub({})])).rejects.toThrow(
    'the contract promises readSession, and no module has it',
  );
});

test('a handler without a promise stops the start', async () => {
  await expect(buildApp(server.deps, [stub({ deleteEverything: () => undefined })])).rejects.toThrow(
    'not in the contract: deleteEverything',
  );
});

test('a route beside the contract stops the start', async () => {
  const { createHttpServer } = await import('./http-server.ts');
  const all = Object.fromEntries(
    Object.keys((await import('@dvc/contract')).operationTable).map((id) => [id, async () => ({ status: 204 })]),
  );
  const app = await createHttpServer(server.deps, all);
  expect(() => app.get('/secret', () => 'x')).toThrow('route GET /secret is not in the contract');
  await app.close();
  expect(moduleTable.length).toBeGreaterThan(0);
});
