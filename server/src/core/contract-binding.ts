import type { OperationId } from '@dvc/contract';
import { operationTable } from '@dvc/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { createBusyPage, createPageFailure, isOpenedInBrowsers } from './busy-page.ts';
import { admit, type AnyCaller } from './caller.ts';
import { compileContract, type OperationSchemas } from './contract-schemas.ts';
import type { Deps } from './deps.ts';
import type { Call, Handlers, ReplyHeaders } from './handler.ts';
import { readIntegrationKeys } from './integration-keys.ts';
import { noteList } from './list-readings.ts';
import { answerOpen311Failure } from './open311-failure.ts';
import { refuse } from './problem.ts';
import { countUse, namesOf } from './rate-limits.ts';
import { assertReadable } from './readable-input.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: AnyCaller;
    rawBody: Buffer | undefined;
  }
  interface FastifyContextConfig {
    operation?: OperationId;
  }
}

interface AnyReply {
  status: number | 'taken-over';
  body?: unknown;
  raw?: unknown;
  headers?: ReplyHeaders;
}

type AnyHandler = (call: Call<OperationId>) => Promise<AnyReply>;

function check(validate: ValidateFunction, input: unknown): void {
  if (validate(input)) return;
  const errors = (validate.errors ?? []).slice(0, 20).map(({ instancePath, keyword }) => ({
    path: instancePath || '/',
    code: keyword,
    message: 'Phần này không đúng như hợp đồng với máy chủ.',
  }));
  refuse('bad-request', { errors });
}

function readInput(schemas: OperationSchemas, request: FastifyRequest): void {
  const sentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (schemas.consumes && sentType && sentType !== schemas.consumes) refuse('unsupported-media-type');
  // Without a word about its type no parser has looked at it.
  const isRaw = schemas.consumes === 'application/pdf' || schemas.consumes === 'image/jpeg';
  if (isRaw && !Buffer.isBuffer(request.body)) refuse('unsupported-media-type');
  assertReadable([request.params, request.query, request.body]);
  check(schemas.params, request.params);
  check(schemas.query, request.query);
  check(schemas.headers, { ...request.headers });
  if (schemas.body) check(schemas.body, request.body);
}

async function answer(id: OperationId, schemas: OperationSchemas, reply: FastifyReply, result: AnyReply) {
  if (result.status === 'taken-over') return reply;
  if (!schemas.answers.has(result.status)) throw new Error(`${id}: the contract knows no answer ${result.status}`);
  const declared = schemas.answers.get(result.status);
  if (declared?.validate && !declared.validate(result.body)) {
    // Where and what rule, never the value: it may be somebody's name.
    const faults = declared.validate.errors?.map(({ instancePath, keyword }) => `${instancePath || '/'} ${keyword}`);
    throw new Error(`${id}: the answer is not the contract's: ${faults?.join(', ')}`);
  }
  void reply.code(result.status);
  if (declared)
    void reply.type(
      declared.mediaType.startsWith('text/') ? `${declared.mediaType}; charset=utf-8` : declared.mediaType,
    );
  void reply.headers({ 'cache-control': 'no-store', ...result.headers });
  // Where both are given, the one is the other in writing.
  return reply.send(result.raw ?? result.body);
}

function callOf(request: FastifyRequest, reply: FastifyReply): Call<OperationId> {
  const call = {
    params: request.params,
    query: request.query,
    headers: request.headers,
    body: request.body,
    rawBody: request.rawBody,
    caller: request.caller,
    requestId: request.id,
    log: request.log,
    takeOver() {
      reply.hijack();
      reply.header('cache-control', 'no-store');
      // Headers set so far (CORS and the like) would be lost with Fastify's own sending.
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      return { request: request.raw, response: reply.raw };
    },
  };
  // The schemas have just checked what TypeScript cannot see here.
  return call as unknown as Call<OperationId>;
}

/**
 * Gives every operation of the contract its handler. Refuses to go on when one side has something the other has not, so
 * there is no route without a level and no promise without code.
 */
export function bindContract(app: FastifyInstance, deps: Deps, handlers: Handlers): void {
  const schemas = compileContract();
  const strangers = Object.keys(handlers).filter((id) => !(id in operationTable));
  if (strangers.length > 0) throw new Error(`not in the contract: ${strangers.join(', ')}`);
  const gate = { db: deps.db, clock: deps.clock, integrationKeys: readIntegrationKeys(deps.settings.INTEGRATION_KEYS) };
  const limits = { db: deps.db, clock: deps.clock, factor: deps.settings.RATE_LIMIT_FACTOR };

  const pageFailure = createPageFailure(createBusyPage(deps));

  app.decorateRequest('caller', undefined);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (method !== 'OPTIONS' && !config?.operation)
      throw new Error(`route ${String(method)} ${url} is not in the contract`);
  });
  app.addHook('onRequest', async (request) => {
    const id = request.routeOptions.config.operation;
    if (!id) return;
    request.caller = await admit(id, request, gate);
    await countUse(id, namesOf({ address: request.ip, caller: request.caller }), limits);
  });

  for (const [id, compiled] of schemas) {
    const handler = handlers[id] as AnyHandler | undefined;
    if (!handler) throw new Error(`the contract promises ${id}, and no module has it`);
    const { method, path, tag } = operationTable[id];
    app.route({
      method,
      url: path.replace(/\{(\w+)\}/g, ':$1'),
      config: { operation: id },
      ...(tag === 'open311' ? { errorHandler: (...failed) => void answerOpen311Failure(...failed) } : {}),
      ...(isOpenedInBrowsers(id) ? { errorHandler: (...failed) => void pageFailure(...failed) } : {}),
      preHandler: async (request) => readInput(compiled, request),
      handler: async (request, reply) => {
        const result = await handler(callOf(request, reply));
        const asked = { ...(request.params as object), ...(request.query as object) };
        const { caller } = request;
        if (result.status === 200) await noteList(deps.db, id, { caller, asked, body: result.body }, deps.clock.now());
        return answer(id, compiled, reply, result);
      },
    });
  }
}
