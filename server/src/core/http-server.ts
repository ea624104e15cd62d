import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { OperationId } from '@dvc/contract';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { bindContract } from './contract-binding.ts';
import type { Deps } from './deps.ts';
import { answerFailure } from './error-handler.ts';
import type { Handlers } from './handler.ts';
import { problemDocument, refuse, Refusal } from './problem.ts';
import { networkOf, wall } from './rate-limits.ts';
import { sha256 } from './secrets.ts';
import { shedBeyondCapacity } from './shedding.ts';

const LARGEST_JSON = 256 * 1024;
const LARGEST_RAW = 10 * 1024 * 1024;
/** Whole files in one body; only an office that was let in is read to. */
const RAW_BODIES: Readonly<Record<string, readonly OperationId[]>> = {
  'application/pdf': ['handInResult'],
  'image/jpeg': ['handInReportPhoto', 'handInNewsPicture'],
};

const FORM = 'application/x-www-form-urlencoded';
/** The one operation that reads a form, because its standard says so. */
const FORM_READER: OperationId = 'createOpen311Request';

/** While stopping. */
const SWEEP_MS = 100;

/** Whoever calls these signs the very bytes. */
const SIGNED: readonly OperationId[] = ['receiveOaEvent'];

const TUS_HEADERS = ['Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata'];

/** What a browser may do from the mini app's origin. No cookies, ever: the bearer token is in the page's memory. */
const corsOptions = (allowedOrigins: string[]) => ({
  origin: allowedOrigins,
  credentials: false,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', ...TUS_HEADERS],
  exposedHeaders: [
    'Location',
    'Retry-After',
    'X-Request-Id',
    'Tus-Version',
    'Tus-Extension',
    'Tus-Max-Size',
    'Upload-Expires',
    ...TUS_HEADERS,
  ],
  maxAge: 600,
});

/** This server answers data, so nothing may be loaded or framed; the two pages of the identity module say otherwise. */
const helmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'cross-origin' as const },
  referrerPolicy: { policy: 'no-referrer' as const },
};

/** The same where the framework has not been: an address that cannot even be read, more than can be done. */
const BARE_HEADERS = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};

function readBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  // Left unread: the tus server reads the bytes from Node's own request.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  for (const [type, operations] of Object.entries(RAW_BODIES)) {
    app.addContentTypeParser(type, async (request: FastifyRequest, payload: IncomingMessage) => {
      // Anybody may send a body anywhere.
      const { operation } = request.routeOptions.config;
      if (operation === undefined || !operations.includes(operation)) return refuse('unsupported-media-type');
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of payload as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > LARGEST_RAW) return refuse('too-large');
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    });
  }
}

/** A name that comes again makes a list; what is empty counts as absent. */
function formFields(text: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (value.trim() === '') continue;
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const all = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
    Object.defineProperty(fields, name, { value: all, enumerable: true, configurable: true, writable: true });
  }
  return fields;
}

/** JSON as ever, and beside it the bytes it was read from where somebody signed them. */
function readSignedJson(app: FastifyInstance): void {
  const readJson = app.getDefaultJsonParser('error', 'error');
  app.decorateRequest('rawBody', undefined);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) => {
    const { operation } = request.routeOptions.config;
    if (operation !== undefined && SIGNED.includes(operation)) request.rawBody = bytes;
    void readJson(request, bytes.toString('utf8'), done);
  });
}

function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(FORM, { parseAs: 'string' }, async (request: FastifyRequest, text: string) =>
    request.routeOptions.config.operation === FORM_READER ? formFields(text) : refuse('unsupported-media-type'),
  );
}

function watch(app: FastifyInstance, { log, metrics }: Deps): void {
  app.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operation ?? 'none';
    const took = reply.elapsedTime / 1000;
    metrics.requests.observe({ operation, status: String(reply.statusCode) }, took);
    // Neither URL nor address: the one may carry codes, the other is somebody's.
    log.info(
      { requestId: request.id, operation, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
}

/**
 * A connection that was answering when the stop began is kept alive by its other side (phones, proxies) and would hold up the
 * stop until somebody loses patience; so whatever falls silent meanwhile is closed.
 */
function closeSilentConnections(app: FastifyInstance): void {
  let sweeping: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    sweeping = setInterval(() => app.server.closeIdleConnections(), SWEEP_MS).unref();
  });
  app.addHook('onClose', async () => clearInterval(sweeping));
}

/** The HTTP face of the server: every route from the contract, every failure a problem document. */
export async function createHttpServer(deps: Deps, handlers: Handlers): Promise<FastifyInstance> {
  const { settings } = deps;
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: LARGEST_JSON,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500 },
    trustProxy: settings.TRUSTED_PROXIES,
    requestTimeout: 120_000,
    // What arrives while we stop is still answered: Fastify's own 503 is no problem document and cannot be read by the app.
    return503OnClosing: false,
    // Before any hook, so helmet has not been here.
    frameworkErrors: (error, request, reply) => void answerFailure(error, request, reply.headers(BARE_HEADERS)),
    clientErrorHandler(_error, socket) {
      if (!socket.writable) return;
      const body = JSON.stringify(problemDocument(new Refusal('bad-request'), randomUUID()));
      const head = [
        ...['HTTP/1.1 400 Bad Request', 'Content-Type: application/problem+json', 'X-Content-Type-Options: nosniff'],
        ...['Cache-Control: no-store', 'Connection: close'],
      ];
      socket.end(`${head.join('\r\n')}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    },
  });
  shedBeyondCapacity(app, deps, BARE_HEADERS);
  // Node refuses what it cannot expect, with an answer nobody can read; the standard lets it pass.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler((request, reply) => answerFailure(new Refusal('not-found'), request, reply));
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id));
  readBodies(app);
  readForms(app);
  readSignedJson(app);
  watch(app, deps);
  closeSilentConnections(app);
  await app.register(cors, corsOptions(settings.ALLOWED_ORIGINS));
  await app.register(helmet, helmetOptions);
  await app.register(rateLimit, {
    max: wall.times * settings.RATE_LIMIT_FACTOR,
    timeWindow: wall.within,
    keyGenerator: ({ headers, ip }) => sha256(headers.authorization ?? networkOf(ip)),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('too-many-requests', { retryAfter: Math.ceil(ttl / 1000) }),
  });
  const countAddress = app.createRateLimit({
    max: wall.timesOfAddress * settings.RATE_LIMIT_FACTOR,
    timeWindow: wall.within,
    keyGenerator: ({ ip }) => sha256(`address ${networkOf(ip)}`),
  });
  app.addHook('onRequest', async (request) => {
    const use = await countAddress(request);
    if (!use.isAllowed && use.isExceeded) refuse('too-many-requests', { retryAfter: use.ttlInSeconds });
  });
  bindContract(app, deps, handlers);
  return app;
}
