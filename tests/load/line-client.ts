import { connect, type Socket } from 'node:net';
import { processorMs } from './processor-time.ts';

/** One request, written out; bodies are JSON. */
export interface LoadRequest {
  method: string;
  path: string;
  /** Absent: nobody in particular. */
  token?: string;
  body?: string;
  headers?: Readonly<Record<string, string>>;
  /** Told what came of it. */
  answered?: (status: number) => unknown;
}

export interface Measured {
  requests: number;
  seconds: number;
  perSecond: number;
  /** Milliseconds of processor time a request took: of the server, of the database. They hold on a busy machine, too. */
  serverMs: number;
  databaseMs: number;
  /** Of good answers. */
  p50: number;
  p95: number;
  p99: number;
  worst: number;
  /** From being sent, however late that was: answers that are good, and those that say no or later. */
  sentP95: number;
  refusedP95: number;
  /** Answers by status; `0` is no answer. */
  statuses: Record<string, number>;
  errors: number;
}

interface LoadWanted {
  /** Ports the same service listens on; connections are spread over them. */
  ports: readonly number[];
  connections: number;
  seconds: number;
  /** Processes whose processor time is counted, with those they started. */
  processes: { server: readonly number[]; database: readonly number[] };
  /** The next request; undefined when there is nothing left to ask. */
  next: () => LoadRequest | undefined;
  /** Requests a second, begun whether or not the ones before are answered; without it, as fast as answers come. */
  rate?: number;
}

/** As little as HTTP needs: the client shares two processor cores with what it measures. */
function write(socket: Socket, { method, path, token, body, headers = {} }: LoadRequest): void {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: load'];
  if (token !== undefined) lines.push(`authorization: Bearer ${token}`);
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(body)}`);
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
}

/** A connection that asks one thing at a time; resolves with the status, 0 without a whole answer. */
function openConnection(port: number): { ask: (request: LoadRequest) => Promise<number>; close: () => void } {
  let socket: Socket | undefined;
  let settle: ((status: number) => void) | undefined;
  let head = '';
  let missing = 0;
  let status = 0;

  const end = (answer: number): void => {
    const waiting = settle;
    settle = undefined;
    waiting?.(answer);
  };
  const read = (chunk: Buffer): void => {
    let rest = chunk.length;
    if (missing === 0) {
      head += chunk.toString('latin1');
      const bodyAt = head.indexOf('\r\n\r\n');
      if (bodyAt < 0) return;
      status = Number(head.slice(9, 12));
      missing = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      rest = head.length - bodyAt - 4;
      head = '';
      if (missing === 0) return end(status);
    }
    missing -= rest;
    if (missing <= 0) {
      missing = 0;
      end(status);
    }
  };
  const open = (): Socket => {
    const fresh = connect({ port, host: '127.0.0.1', noDelay: true });
    fresh.on('data', read);
    fresh.on('error', () => undefined);
    fresh.on('close', () => {
      if (socket === fresh) socket = undefined;
      [head, missing] = ['', 0];
      end(0);
    });
    return fresh;
  };
  return {
    ask: (request) =>
      new Promise((done) => {
        settle = done;
        socket ??= open();
        write(socket, request);
      }),
    close: () => socket?.destroy(),
  };
}

const at = (sorted: Float64Array, share: number): number =>
  sorted.length === 0 ? 0 : (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

/** Loads the service and says how it bore it. With a rate, time is counted from when the request was due. */
export async function load({ ports, connections, seconds, processes, next, rate }: LoadWanted): Promise<Measured> {
  const times: number[] = [];
  const sent: number[] = [];
  const refused: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  const until = began + seconds * 1000;
  const spent = { server: processorMs(processes.server), database: processorMs(processes.database) };
  let begun = 0;

  async function worker(index: number): Promise<void> {
    const line = openConnection(ports[index % ports.length] ?? 0);
    for (;;) {
      const due = rate === undefined ? performance.now() : began + (begun / rate) * 1000;
      if (due >= until) break;
      begun += 1;
      const request = next();
      if (request === undefined) break;
      const early = due - performance.now();
      if (early > 0) await new Promise((done) => setTimeout(done, early));
      const from = performance.now();
      const status = await line.ask(request);
      const waited = performance.now() - from;
      request.answered?.(status);
      if (status < 200 || status >= 300) refused.push(waited);
      else {
        sent.push(waited);
        times.push(performance.now() - due);
      }
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
    line.close();
  }
  await Promise.all(Array.from({ length: connections }, (_, index) => worker(index)));
  const took = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(times).sort();
  const requests = times.length + refused.length;
  return {
    requests,
    seconds: took,
    perSecond: times.length / took,
    serverMs: (processorMs(processes.server) - spent.server) / requests,
    databaseMs: (processorMs(processes.database) - spent.database) / requests,
    p50: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    p99: at(sorted, 0.99),
    worst: at(sorted, 1),
    sentP95: at(Float64Array.from(sent).sort(), 0.95),
    refusedP95: at(Float64Array.from(refused).sort(), 0.95),
    statuses,
    errors: refused.length,
  };
}
