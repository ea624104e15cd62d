import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { cutConnection, send } from '../http/exchange.ts';
import type { World } from '../world/world.ts';
import { Interactions } from './interactions.ts';
import { createIdentityProvider } from './provider.ts';

/**
 * Zalo's in-app browser is a window of its own: a link on the province's page to the provincial ID takes that one's
 * cookies along. Here it is a frame in the phone's page, where browsers keep `SameSite=Lax` cookies back after such a link.
 */
function keepCookiesInFrames(response: ServerResponse): void {
  const set = response.setHeader.bind(response);
  const loosen = (cookie: string): string => cookie.replace(/; *samesite=lax/i, '; samesite=none; secure');
  response.setHeader = (name, value) =>
    set(name, name.toLowerCase() === 'set-cookie' && Array.isArray(value) ? value.map(loosen) : value);
}

/** Runs the provincial ID on its own port. Faults named `identity-provider…` apply to it. */
export async function startIdentityProvider(issuer: string, port: number, world: World): Promise<Server> {
  const provider = createIdentityProvider(issuer, world.options);
  const interactions = new Interactions(provider, world);
  const handle = provider.callback();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const endpoint = `identity-provider${path}`;
    keepCookiesInFrames(response);
    const entry = {
      at: world.now(),
      method: request.method ?? 'GET',
      endpoint,
      query: {},
      headers: {},
      body: '',
      status: 0,
    };
    world.log.add(entry);
    response.on('finish', () => (entry.status = response.statusCode));
    const fault = world.faults.take(endpoint);
    if (fault?.kind === 'down') return cutConnection(request);
    if (fault?.kind === 'slow') await wait(fault.ms);
    if (fault?.kind === 'html-502') return send(response, { status: 502, body: '<h1>502 Bad Gateway</h1>' });
    if (fault?.kind === 'error') {
      return send(response, {
        status: 500,
        body: { error: 'server_error', error_description: fault.message ?? String(fault.code) },
      });
    }
    if (path.startsWith('/interaction/')) return interactions.answer(request, response);
    return handle(request, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('[provincial ID]', error);
      send(response, { status: 500, body: 'error' });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}
