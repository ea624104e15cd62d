import type { Schemas } from '@dvc/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusalOf } from './error-handler.ts';
import { problemKinds } from './problem.ts';
import { sparkXml } from './spark-xml.ts';

/** GeoReport v2 knows 403, 404 and 400; what asks to come back later keeps the status that clients and proxies understand. */
function statusOf(status: number): number {
  if (status === 401) return 403;
  return status === 403 || status === 404 || status === 429 || status >= 500 ? status : 400;
}

/** Writes a failure as Open311 wants it: a list, in the format that was asked for, XML where none was. */
export function answerOpen311Failure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalOf(error, request, reply);
  const code = statusOf(refusal.status);
  const said = refusal.details.errors?.map(({ path, message }) => `${path}: ${message}`);
  const sentences = said ?? [refusal.details.detail ?? problemKinds[refusal.code].title];
  const errors: Schemas['Open311Error'][] = sentences.map((description) => ({ code, description }));
  const isJson = (request.params as { format?: string } | undefined)?.format === 'json';
  return reply
    .code(code)
    .header('cache-control', 'no-store')
    .type(isJson ? 'application/json; charset=utf-8' : 'text/xml; charset=utf-8')
    .serializer((text: unknown) => text as string)
    .send(isJson ? JSON.stringify(errors) : sparkXml('errors', errors));
}
