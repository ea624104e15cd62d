import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Line, Mood } from './moods.ts';

export interface Whole {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

interface Question {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Spoils an answer; undefined: this one is left alone. */
export type Lie = (answer: Whole, question: Question) => Whole | undefined;

export interface FaultyLine extends Line {
  url: string;
  port: number;
  asked: () => number;
}

/** Longer than any limit of the server under trial. */
const LATE_MS = 30_000;
/** Nobody needs so much; whoever has not hung up by then never will. */
const MOST_BYTES = 256 * 1024 * 1024;
const PIECE = Buffer.alloc(64 * 1024, 'a');
const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = { 'content-type': 'text/html; charset=utf-8' };

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const canned: Partial<Record<Mood, { status: number; headers: Record<string, string>; body: string }>> = {
  error: { status: 500, headers: JSON_TYPE, body: '{"error":"server_error","error_description":"out of order"}' },
  gate: { status: 502, headers: PAGE, body: '<html><h1>502 Bad Gateway</h1></html>' },
  busy: { status: 503, headers: PAGE, body: '<html><h1>503 Service Unavailable</h1></html>' },
  page: { status: 200, headers: PAGE, body: '<html><h1>Welcome to nginx!</h1></html>' },
  shape: { status: 200, headers: JSON_TYPE, body: '{"error":0,"data":{"something":[1,2,{"else":null}]}}' },
  list: { status: 200, headers: JSON_TYPE, body: '[{"error":0},null,"text"]' },
  nothing: { status: 200, headers: JSON_TYPE, body: '' },
};

/** A line that speaks HTTP between the server and `target`, well until told otherwise. */
export async function startFaultyLine(
  target: { port: number },
  lie: Lie = () => undefined,
  { port = 0, lateMs = LATE_MS } = {},
): Promise<FaultyLine> {
  let mood: Mood = 'well';
  let asked = 0;
  const sockets = new Set<Socket>();

  const forward = ({ method, path, headers, body }: Question): Promise<Whole> =>
    new Promise((resolve, reject) => {
      const asked = ask({ host: '127.0.0.1', port: target.port, method, path, headers }, (answer) => {
        readAll(answer).then(
          (whole) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: whole }),
          reject,
        );
      });
      asked.on('error', reject);
      asked.end(body);
    });

  function say(response: ServerResponse, { status, headers, body }: Whole): void {
    const ofTheLine = ['transfer-encoding', 'content-length', 'connection'];
    const rest = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheLine.includes(name)));
    const length = headers['content-length'];
    response
      .writeHead(status, {
        ...rest,
        'content-length': body.length === 0 && length !== undefined ? length : body.length,
      })
      .end(body);
  }

  async function flood(response: ServerResponse): Promise<void> {
    response.writeHead(200, JSON_TYPE);
    response.write('{"error":0,"data":"');
    let goOn: () => void = () => undefined;
    response.on('drain', () => goOn()).on('close', () => goOn());
    for (let sent = 0; sent < MOST_BYTES && !response.destroyed; sent += PIECE.length) {
      if (response.write(PIECE)) continue;
      await new Promise<void>((done) => (goOn = done));
    }
    response.end('"}');
  }

  async function trickle(response: ServerResponse): Promise<void> {
    response.writeHead(200, JSON_TYPE);
    for (let piece = '{"error":0,"data":"'; !response.destroyed; piece = 'a') {
      response.write(piece);
      await wait(200);
    }
  }

  async function answer(question: Question, response: ServerResponse): Promise<void> {
    const now = mood;
    asked += 1;
    const ready = canned[now];
    if (ready) return say(response, { ...ready, body: Buffer.from(ready.body) });
    if (now === 'silent') return;
    if (now === 'cut') return void response.destroy();
    if (now === 'trickle') return trickle(response);
    if (now === 'huge') return flood(response);
    const whole = await forward(question);
    if (now === 'late') await wait(lateMs, undefined, { ref: false });
    if (now === 'half') {
      response.writeHead(whole.status, { ...whole.headers, 'content-length': whole.body.length + 10 });
      response.write(whole.body.subarray(0, whole.body.length / 2), () => response.destroy());
      return;
    }
    say(response, (now === 'spoilt' ? lie(whole, question) : undefined) ?? whole);
  }

  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    response.on('error', () => undefined);
    readAll(request)
      .then((body) => answer({ method, path, headers, body }, response))
      .catch(() => response.destroy());
  });
  server.on('connection', (socket) => void sockets.add(socket.on('close', () => sockets.delete(socket))));
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const own = (server.address() as AddressInfo).port;
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    asked: () => asked,
    set(next) {
      mood = next;
      // What was held back is never answered: a dependency that comes back has forgotten it.
      hangUp();
    },
    async close() {
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
}
