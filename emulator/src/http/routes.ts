import type { Exchange } from './exchange.ts';
import { send } from './exchange.ts';
import type { Reply } from './exchange.ts';

/** What a route may answer; undefined: it has answered by itself (a stream). */
export type RouteAnswer = Reply | undefined;
export type RouteParameters = Readonly<Record<string, string>>;
export type RouteHandler = (exchange: Exchange, parameters: RouteParameters) => RouteAnswer | Promise<RouteAnswer>;

/** `METHOD /path/:name` → handler. */
export type Routes = Readonly<Record<string, RouteHandler>>;

/** A refusal with words for a developer, written as `{error}`. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':')) parameters[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return parameters;
}

/** Finds the route for `path` (the prefix already taken off) and writes its answer. */
export async function answerRoutes(routes: Routes, path: string, exchange: Exchange): Promise<void> {
  for (const [key, handler] of Object.entries(routes)) {
    const [method = '', pattern = ''] = key.split(' ');
    const parameters = method === exchange.method ? match(pattern, path) : null;
    if (parameters === null) continue;
    try {
      const reply = await handler(exchange, parameters);
      if (reply !== undefined) send(exchange.response, reply);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(exchange.response, { status: error.status, body: { error: error.message } });
    }
    return;
  }
  send(exchange.response, { status: 404, body: { error: `no route ${exchange.method} ${path}` } });
}
