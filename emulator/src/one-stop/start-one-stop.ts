import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { jsonOf, readExchange, send } from '../http/exchange.ts';
import type { Exchange } from '../http/exchange.ts';
import { listenOn, stopListening } from '../http/listening.ts';
import { meetFault } from '../http/meet-fault.ts';
import { noteRequest } from '../http/note-request.ts';
import { answerRoutes, Refusal } from '../http/routes.ts';
import type { Routes } from '../http/routes.ts';
import { ONE_STOP } from '../identity.ts';
import type { World } from '../world/world.ts';
import { startEventSender } from './event-sender.ts';
import type { OneStopMove } from './registry.ts';

export interface RunningOneStop {
  url: string;
  close(): Promise<void>;
}

/** What it must be able to read of a dossier. */
function readDossier(exchange: Exchange) {
  const body = jsonOf(exchange);
  const { dossierId, code, sequence, state, files } = body;
  if (typeof dossierId !== 'string' || typeof code !== 'string' || typeof sequence !== 'number') {
    throw new Refusal(422, 'dossierId, code and sequence are needed');
  }
  if (exchange.headers['idempotency-key'] !== `${dossierId}:${sequence}`) {
    throw new Refusal(422, 'the idempotency key is dossierId:sequence');
  }
  const list = Array.isArray(files) ? (files as { id: string; sha256: string }[]) : [];
  return { ...body, dossierId, code, sequence, state: String(state), files: list };
}

function treat(world: World, dossierId: string): void {
  const { oneStop } = world;
  const moves = oneStop.scenario;
  void (async () => {
    for (const { afterMs, ...move } of moves) {
      await wait(afterMs, undefined, { ref: false });
      const dossier = world.oneStop === oneStop ? oneStop.dossiers.get(dossierId) : undefined;
      if (dossier !== undefined) oneStop.move(dossier, move);
    }
  })();
}

const routes = (world: World): Routes => ({
  'PUT /dossiers/:dossierId/files/:fileId': (exchange, { dossierId = '', fileId = '' }) => {
    const sha256 = createHash('sha256').update(exchange.body).digest('hex');
    if (exchange.headers['x-file-sha256'] !== sha256) throw new Refusal(422, 'the bytes are not those announced');
    world.oneStop.papers.set(`${dossierId}/${fileId}`, sha256);
    return { body: { fileId, sha256 } };
  },
  'POST /dossiers': (exchange) => {
    const dossier = readDossier(exchange);
    const { dossierId, sequence, files } = dossier;
    const isMissing = files.some(({ id, sha256 }) => world.oneStop.papers.get(`${dossierId}/${id}`) !== sha256);
    if (isMissing) throw new Refusal(424, 'papers are missing');
    const isNew = world.oneStop.take(dossier);
    if (isNew) treat(world, dossierId);
    return { status: isNew ? 201 : 200, body: { dossierId, sequence } };
  },

  // Its officers' desk.
  'GET /desk/dossiers': () => ({
    body: [...world.oneStop.dossiers.values()].map(({ code, state }) => ({ code, state })),
  }),
  'POST /desk/dossiers/:code/moves': (exchange, { code = '' }) => {
    const dossier = world.oneStop.byCode(code);
    if (dossier === undefined) throw new Refusal(404, 'this dossier has not come here');
    const move = jsonOf(exchange) as unknown as OneStopMove;
    if (typeof move.to !== 'string') throw new Refusal(422, 'to is needed');
    return { body: world.oneStop.move(dossier, move) };
  },
});

/** Runs the province's one-stop system on its own port. Faults named `one-stop…` apply to it; `error`'s code is the status. */
export async function startOneStop(port: number, world: World): Promise<RunningOneStop> {
  const table = routes(world);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange = await readExchange(request, response);
    const { pathname } = exchange.url;
    // Papers have a name of their own, so that what befalls dossiers need not befall them.
    const endpoint = exchange.method === 'PUT' ? 'one-stop/papers' : `one-stop${pathname}`;
    noteRequest(world, response, { method: exchange.method, endpoint, headers: exchange.headers });
    const isOver = await meetFault(world.faults.take(endpoint), exchange, ({ code, message }) => ({
      status: code,
      body: { error: message ?? 'Emulated error' },
    }));
    if (isOver) return undefined;
    if (exchange.headers['authorization'] !== `Bearer ${ONE_STOP.key}`) {
      return send(response, { status: 401, body: { error: 'unknown key' } });
    }
    return answerRoutes(table, pathname, exchange);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('[one-stop system]', error);
      send(response, { status: 500, body: { error: 'emulator failure, see its output' } });
    });
  });
  await listenOn(server, port);
  const stopSending = startEventSender(world);
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      await stopSending();
      await stopListening(server);
    },
  };
}
