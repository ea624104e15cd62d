import type { Connection } from './connection.ts';
import { sizeOf } from './connection.ts';

const deadNetwork = (): TypeError => new TypeError('Failed to fetch');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A copy of `request` for another address. Its body is read first: browsers cannot stream one up over HTTP/1.1. */
async function readdress(request: Request, url: string): Promise<Request> {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  const body = hasBody ? await request.clone().arrayBuffer() : null;
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    mode: request.mode === 'navigate' ? 'same-origin' : request.mode,
    credentials: request.credentials,
    cache: request.cache,
    redirect: request.redirect,
    keepalive: request.keepalive,
    signal: request.signal,
    ...(body !== null && body.byteLength > 0 ? { body } : {}),
  });
}

/** `fetch` that goes where `rewrite` says, over a connection that may be slow or dead. @returns the untouched one. */
export function installFetch(connection: Connection, rewrite: (url: string) => string): typeof fetch {
  const realFetch = window.fetch.bind(window);

  window.fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const original = new Request(input, init);
    const url = rewrite(original.url);
    const request = url === original.url ? original : await readdress(original, url);
    if (connection.isDead()) throw deadNetwork();
    const died = new AbortController();
    const stopListening = connection.onChange((network) => {
      if (network === 'none') died.abort(deadNetwork());
    });
    try {
      const delay = connection.delayFor(sizeOf(init?.body));
      if (delay > 0) await pause(delay);
      if (connection.isDead()) throw deadNetwork();
      const response = await realFetch(request, { signal: AbortSignal.any([request.signal, died.signal]) });
      const transfer = connection.delayFor(Number(response.headers.get('content-length') ?? 0));
      if (transfer > 0) await pause(transfer);
      if (connection.isDead()) throw deadNetwork();
      return response;
    } finally {
      stopListening();
    }
  };

  const beacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, body) => (connection.isDead() ? true : beacon(rewrite(String(url)), body));
  return realFetch;
}
