import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How the bytes travel. */
export type Manner = 'whole' | 'slow' | 'cut' | 'chunked' | 'bad-chunks' | 'two-lengths' | 'wrong-length';

/** A request as bytes on a line: nothing corrects it on the way. */
export interface RawRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: readonly (readonly [name: string, value: string])[];
  body: Buffer | undefined;
  manner: Manner;
}

export interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  ms: number;
}

/** No answer at all: `closed` by the other side, or `silent` until our patience ended. */
export interface NoAnswer {
  none: 'closed' | 'silent';
  ms: number;
}

function framing({ body, manner }: RawRequest): string[] {
  if (body === undefined) return [];
  switch (manner) {
    case 'chunked':
    case 'bad-chunks':
      return ['Transfer-Encoding: chunked'];
    case 'two-lengths':
      return [`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked'];
    case 'wrong-length':
      return [`Content-Length: ${body.length}`, `Content-Length: ${body.length + 7}`];
    case 'cut':
      return [`Content-Length: ${body.length + 100}`];
    default:
      return [`Content-Length: ${body.length}`];
  }
}

function head(request: RawRequest): Buffer {
  const has = (name: string) => request.headers.some(([sent]) => sent.toLowerCase() === name);
  const lines = [
    `${request.method} ${request.target} HTTP/1.1`,
    ...(has('host') ? [] : ['Host: 127.0.0.1']),
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    ...framing(request),
    'Connection: close',
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

const chunk = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

/** The body in the pieces in which it goes out. */
function pieces({ body, manner }: RawRequest): Buffer[] {
  if (body === undefined) return [];
  const middle = Math.floor(body.length / 2);
  switch (manner) {
    case 'slow':
      return [body.subarray(0, 1), body.subarray(1, middle + 1), body.subarray(middle + 1)];
    case 'cut':
      return [body];
    case 'chunked':
    case 'two-lengths':
      return [...(body.length > 0 ? [chunk(body)] : []), Buffer.from('0\r\n\r\n')];
    case 'bad-chunks':
      return [Buffer.from('zz\r\n'), body, Buffer.from('\r\n-1\r\n')];
    default:
      return [body];
  }
}

function unchunk(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at);
    const size = end < 0 ? 0 : Number.parseInt(body.subarray(at, end).toString('latin1'), 16);
    if (!size) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function parse(bytes: Buffer, ms: number): RawAnswer | undefined {
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const [statusLine = '', ...lines] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
    rest = rest.subarray(end + 4);
    // "100 Continue" and the like: the answer proper follows.
    if (status < 200) continue;
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const body = headers['transfer-encoding'] === 'chunked' ? unchunk(rest) : rest;
    return { status, headers, body: body.toString('utf8'), ms };
  }
}

/** Sends the request and waits until the line is closed; `patience` in milliseconds. */
export async function exchange(port: number, request: RawRequest, patience: number): Promise<RawAnswer | NoAnswer> {
  const began = performance.now();
  const received: Buffer[] = [];
  let silence: NoAnswer['none'] = 'closed';
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  // Whoever closes on us while we write has answered already, or has not.
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => received.push(bytes));
  socket.setTimeout(patience, () => {
    silence = 'silent';
    socket.destroy();
  });
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  socket.write(head(request));
  for (const piece of pieces(request)) {
    if (request.manner === 'slow') await wait(40);
    if (!socket.destroyed) socket.write(piece);
  }
  if (request.manner === 'cut') socket.end();
  await closed;
  const ms = performance.now() - began;
  return parse(Buffer.concat(received), ms) ?? { none: silence, ms };
}
