import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request read to its end, with the ways of answering it. */
export interface Exchange {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body: Buffer;
  request: IncomingMessage;
  response: ServerResponse;
}

export interface Reply {
  status?: number;
  /** An object is written as JSON. */
  body: string | Buffer | object;
  type?: string;
  headers?: Record<string, string>;
}

const MAX_BODY = 12 * 1024 * 1024;

export async function readExchange(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('request body too large');
    chunks.push(chunk);
  }
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    url: new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`),
    headers,
    body: Buffer.concat(chunks),
    request,
    response,
  };
}

export function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed || response.writableEnded) return;
  const isText = typeof reply.body === 'string';
  const isBuffer = Buffer.isBuffer(reply.body);
  response.statusCode = reply.status ?? 200;
  response.setHeader(
    'content-type',
    reply.type ?? (isText || isBuffer ? 'text/html; charset=utf-8' : 'application/json'),
  );
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.end(isText || isBuffer ? reply.body : JSON.stringify(reply.body));
}

/** The connection dies as on a dead line: no status, no bytes. */
export function cutConnection(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}

export const formOf = (exchange: Exchange): URLSearchParams => new URLSearchParams(exchange.body.toString('utf8'));

/** The JSON body as a record; anything else counts as empty. */
export function jsonOf(exchange: Exchange): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(exchange.body.toString('utf8'));
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? (parsed as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
