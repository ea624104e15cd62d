import { isDiskFull, isUnreachable } from '#db';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, Refusal } from './problem.ts';

/** Fastify's own 4xx, by status; what is not here is a request we could not read. */
const byStatus = new Map<number, ConstructorParameters<typeof Refusal>[0]>([
  [404, 'not-found'],
  [413, 'too-large'],
  [415, 'unsupported-media-type'],
  [429, 'too-many-requests'],
]);

/** What a failure is called to whoever asked. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isDiskFull(error)) return new Refusal('storage-full', { retryAfter: 300 });
  if (isUnreachable(error)) return new Refusal('server-busy', { retryAfter: 5 }, { cause: error });
  const { statusCode, code } = error as Partial<FastifyError>;
  if (code?.startsWith('FST_') && statusCode && statusCode >= 400 && statusCode < 500) {
    return new Refusal(byStatus.get(statusCode) ?? 'bad-request');
  }
  return new Refusal('server-error', {}, { cause: error });
}

/** The line broke while the body came: the network's doing, and nothing to be woken for. */
function isCut(error: unknown, { raw }: FastifyRequest): boolean {
  return (error as Partial<FastifyError>).code === 'ECONNRESET' && raw.destroyed && !raw.complete;
}

/** What a failure comes to for the caller. Only a bug is logged whole; the caller learns the request id. */
export function refusalOf(error: unknown, request: FastifyRequest, reply: FastifyReply): Refusal {
  const refusal = isCut(error, request) ? new Refusal('bad-request') : asRefusal(error);
  if (refusal.status >= 500) {
    request.log.error(
      { requestId: request.id, problem: refusal.code, err: refusal.cause ?? refusal },
      'request failed',
    );
  }
  if (refusal.details.retryAfter !== undefined) void reply.header('retry-after', String(refusal.details.retryAfter));
  void reply.header('x-request-id', request.id);
  return refusal;
}

/** Writes every failure as a problem document. */
export function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return writeProblem(refusalOf(error, request, reply), request, reply);
}

/** The document of a refusal that `refusalOf` has looked at. */
export function writeProblem(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (refusal.status === 401) void reply.header('www-authenticate', 'Bearer');
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((document: unknown) => JSON.stringify(document))
    .send(problemDocument(refusal, request.id));
}
