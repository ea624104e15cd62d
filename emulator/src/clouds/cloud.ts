import type { Exchange, Reply } from '../http/exchange.ts';
import type { World } from '../world/world.ts';

/** Answers one endpoint of one of Zalo's hosts. */
export type Endpoint = (exchange: Exchange, world: World) => Reply | Promise<Reply>;

/** `METHOD /path` → endpoint. */
export type Cloud = Readonly<Record<string, Endpoint>>;

export const json = (body: object): Reply => ({ body });
