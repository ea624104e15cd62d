import type { ServerResponse } from 'node:http';
import type { LoggedRequest } from '../world/request-log.ts';
import type { World } from '../world/world.ts';

type Noted = Pick<LoggedRequest, 'method' | 'endpoint'> & Partial<Pick<LoggedRequest, 'query' | 'headers' | 'body'>>;

/** Writes a request down as it comes, and how it was answered; one that was cut keeps status 0. */
export function noteRequest(world: World, response: ServerResponse, noted: Noted): void {
  const entry = { query: {}, headers: {}, body: '', ...noted, at: world.now(), status: 0 };
  world.log.add(entry);
  response.on('finish', () => (entry.status = response.statusCode));
}
