import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { browserPaths, createBusyPage } from './busy-page.ts';
import type { Deps } from './deps.ts';
import { problemDocument, Refusal } from './problem.ts';

/**
 * Beyond what this process can do, some are told at once to come back instead of all waiting for ever. What stands in line for
 * the database is the measure: it grows both when the database is the slow one and when this process is, and it does not grow
 * while somebody else (Zalo, the provincial ID, a phone on a bad network) lets us wait.
 */

/** Whoever watches must see a busy server, not a dead one. */
const ALWAYS = new Set(['/healthz', '/readyz', '/metrics']);

/** Reading can be repeated at no cost; what somebody has filled in is let in for longer. */
const PATIENCE_WITH_WRITES = 2;

/** Not all of them in the same second. */
const comeBackIn = (): number => 2 + Math.floor(Math.random() * 5);

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?')[0] ?? '';

/** One for all: making an error anew for each of thousands would cost more than answering them. */
const busy = new Refusal('server-busy');

/**
 * Looks before the framework does, which alone costs as much as a small answer. What was let in is done to its end. `headers` are
 * those of every answer.
 */
export function shedBeyondCapacity(app: FastifyInstance, deps: Deps, headers: object): void {
  const { db, metrics, settings } = deps;
  const page = createBusyPage(deps);

  function putOff(request: IncomingMessage, response: ServerResponse, kind: 'reading' | 'writing'): void {
    metrics.shed.inc({ kind });
    const { origin } = request.headers;
    // Without this the app could not even read why.
    const cors = origin !== undefined && settings.ALLOWED_ORIGINS.includes(origin);
    const id = randomUUID();
    const retryAfter = comeBackIn();
    const isPage = browserPaths.has(pathOf(request));
    response
      .writeHead(503, {
        ...headers,
        ...(isPage ? page.headers : { 'content-type': 'application/problem+json; charset=utf-8' }),
        'cache-control': 'no-store',
        'retry-after': String(retryAfter),
        'x-request-id': id,
        vary: 'Origin',
        ...(cors
          ? { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After, X-Request-Id' }
          : {}),
      })
      .end(isPage ? page.raw : JSON.stringify({ ...problemDocument(busy, id), retryAfter }));
  }

  const listeners = app.server.listeners('request') as RequestListener[];
  app.server.removeAllListeners('request');
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const most = settings.MOST_WAITING * (isReading ? 1 : PATIENCE_WITH_WRITES);
    const isLetIn = db.waiting() < most || request.method === 'OPTIONS' || ALWAYS.has(pathOf(request));
    if (isLetIn) for (const serve of listeners) serve(request, response);
    else putOff(request, response, isReading ? 'reading' : 'writing');
  });
}
