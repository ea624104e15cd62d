import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { citizenPhone } from './support/birth-draft.ts';
import { undocumented } from './support/contract-answers.ts';
import { contractRequests } from './support/contract-requests.ts';
import { databaseKinds } from './support/test-database.ts';
import type { TestPhone } from './support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from './support/test-server.ts';

// Ending the session or the link would make all that follows the same refusal.
const operations = (Object.keys(operationTable) as OperationId[]).filter(
  (id) => id !== 'endSession' && id !== 'unlinkIdentity',
);

describe.each(databaseKinds)('whatever is sent, on %s', (kind) => {
  let server: TestServer;
  let citizen: TestPhone;

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000', ZALO_TIMEOUT_MS: '3000' } });
    citizen = await citizenPhone(server, 'anh');
  });
  afterAll(() => server.close());

  test.each(operations)('%s answers as the contract says, and never with a bug', { timeout: 120_000 }, async (id) => {
    const { method, access } = operationTable[id];
    const token = access === 'integration' ? TEST_INTEGRATION_KEY : citizen.token;
    await fc.assert(
      fc.asyncProperty(contractRequests(id), async ({ url, headers, payload }) => {
        const response = await server.app.inject({
          method: method.toUpperCase() as 'POST',
          url,
          headers: {
            ...headers,
            authorization: `Bearer ${token ?? ''}`,
            ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
        });
        expect(response.statusCode, `${url} ${response.body}`).not.toBe(500);
        const contentType = String(response.headers['content-type'] ?? '');
        const body = method === 'head' ? undefined : response.body;
        const fault = undocumented(id, { status: response.statusCode, contentType, body });
        expect(fault, `${url} ${response.body.slice(0, 500)}`).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });
});
