import { Ajv2020 } from 'ajv/dist/2020.js';
import contract from '@dvc/contract/openapi.json' with { type: 'json' };
import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arbitraryInput } from './support/arbitrary-input.ts';
import { citizenPhone } from './support/birth-draft.ts';
import { databaseKinds } from './support/test-database.ts';
import type { TestPhone } from './support/test-phone.ts';
import { buildTestServer, TEST_INTEGRATION_KEY, type TestServer } from './support/test-server.ts';

type Schema = Record<string, unknown>;
interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
}

const document = contract as unknown as Schema & {
  paths: Record<string, Record<string, Schema>>;
  components: Record<string, Record<string, Schema>>;
};
// Ending the session or the link would make all that follows the same refusal.
const operations = (Object.keys(operationTable) as OperationId[]).filter(
  (id) => id !== 'endSession' && id !== 'unlinkIdentity',
);

function parametersOf(item: Schema, operation: Schema): Parameter[] {
  const all = [...((item['parameters'] ?? []) as Schema[]), ...((operation['parameters'] ?? []) as Schema[])];
  return all.map((one) => {
    const ref = one['$ref'];
    return (typeof ref === 'string'
      ? document.components['parameters']?.[ref.split('/').at(-1) ?? '']
      : one) as unknown as Parameter;
  });
}

/** Requests more or less as the contract wants them. */
function requests(id: OperationId) {
  const { path, method } = operationTable[id];
  const item = document.paths[path] ?? {};
  const operation = item[method] ?? {};
  const content =
    (operation['requestBody'] as { content: Record<string, { schema: Schema }> } | undefined)?.content ?? {};
  const parameters = parametersOf(item, operation);
  const body = content['application/json']
    ? arbitraryInput(content['application/json'].schema, document)
    : fc.constant(undefined);
  return fc
    .record({
      values: fc.tuple(...parameters.map(({ schema }) => arbitraryInput(schema, document))),
      body,
    })
    .map(({ values, body: payload }) => {
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      let url: string = path;
      parameters.forEach((parameter, index) => {
        const value = typeof values[index] === 'string' ? values[index] : JSON.stringify(values[index]);
        if (parameter.in === 'path')
          url = url.replace(`{${parameter.name}}`, encodeURIComponent(value.replace(/\p{Surrogate}/gu, '?')) || '%20');
        else if (parameter.in === 'query') query.append(parameter.name, value);
        else headers[parameter.name] = value.replace(/[^\x20-\x7e]/g, '?');
      });
      return { url: `${url}?${query.toString()}`, headers, payload };
    });
}

describe.each(databaseKinds)('whatever is sent, on %s', (kind) => {
  let server: TestServer;
  let citizen: TestPhone;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'contract', ...document });
  const isProblem = ajv.compile({ $ref: 'contract#/components/schemas/Problem' });

  beforeAll(async () => {
    server = await buildTestServer({ kind, env: { RATE_LIMIT_FACTOR: '1000', ZALO_TIMEOUT_MS: '3000' } });
    citizen = await citizenPhone(server, 'anh');
  });
  afterAll(() => server.close());

  test.each(operations)('%s answers as the contract says, and never with a bug', { timeout: 120_000 }, async (id) => {
    const { method, access } = operationTable[id];
    const token = access === 'integration' ? TEST_INTEGRATION_KEY : citizen.token;
    await fc.assert(
      fc.asyncProperty(requests(id), async ({ url, headers, payload }) => {
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
        if (/problem\+json/.test(String(response.headers['content-type'])) && method !== 'head') {
          expect(isProblem(response.json()), response.body).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
