import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { send } from '../http/exchange.ts';
import { listenOn } from '../http/listening.ts';
import { meetFault } from '../http/meet-fault.ts';
import { noteRequest } from '../http/note-request.ts';
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
    noteRequest(world, response, { method: request.method ?? 'GET', endpoint });
    const isOver = await meetFault(world.faults.take(endpoint), { request, response }, ({ code, message }) => ({
      status: 500,
      body: { error: 'server_error', error_description: message ?? String(code) },
    }));
    if (isOver) return undefined;
    if (path.startsWith('/interaction/')) return interactions.answer(request, response);
    return handle(request, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error('[provincial ID]', error);
      send(response, { status: 500, body: 'error' });
    });
  });
  await listenOn(server, port);
  return server;
}
