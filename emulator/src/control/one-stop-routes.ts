import { jsonOf } from '../http/exchange.ts';
import { Refusal } from '../http/routes.ts';
import type { Routes } from '../http/routes.ts';
import { releaseEvents } from '../one-stop/event-sender.ts';
import type { ReleaseOrder } from '../one-stop/event-sender.ts';
import type { EventManner, OneStopMove, ScenarioMove } from '../one-stop/registry.ts';
import type { World } from '../world/world.ts';

const ORDERS: readonly ReleaseOrder[] = ['kept', 'reversed', 'shuffled'];

/** Steering the one-stop system: what came in, what its officers do, how its events travel. */
export const oneStopRoutes = (world: World): Routes => ({
  'GET /one-stop/dossiers': () => ({ body: [...world.oneStop.dossiers.values()] }),
  'POST /one-stop/dossiers/:code/moves': (exchange, { code = '' }) => {
    const dossier = world.oneStop.byCode(code);
    if (dossier === undefined) throw new Refusal(404, `this dossier has not come there: ${code}`);
    return { status: 201, body: world.oneStop.move(dossier, jsonOf(exchange) as unknown as OneStopMove) };
  },
  'POST /one-stop/scenario': (exchange) => {
    const { moves } = jsonOf(exchange);
    if (!Array.isArray(moves)) throw new Refusal(400, 'moves must be a list');
    world.oneStop.scenario = moves as ScenarioMove[];
    return { body: {} };
  },
  'PATCH /one-stop/manner': (exchange) => {
    Object.assign(world.oneStop.manner, jsonOf(exchange) as Partial<EventManner>);
    return { body: world.oneStop.manner };
  },
  'POST /one-stop/release': async (exchange) => {
    const { order } = jsonOf(exchange);
    const known = ORDERS.find((one) => one === order);
    if (known === undefined) throw new Refusal(400, `not an order: ${String(order)}`);
    await releaseEvents(world, known);
    return { body: {} };
  },
});
