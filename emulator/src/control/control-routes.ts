import { callBack } from '../clouds/payment.ts';
import { jsonOf } from '../http/exchange.ts';
import { Refusal } from '../http/routes.ts';
import type { Routes } from '../http/routes.ts';
import { ZALO_HOSTS } from '../native/protocol.ts';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';
import { personRoutes } from './person-routes.ts';
import { oneStopRoutes } from './one-stop-routes.ts';
import { phoneRoutes } from './phone-routes.ts';

const FAULT_KINDS: readonly Fault['kind'][] = ['down', 'slow', 'html-502', 'error', 'answer-lost'];

const worldRoutes = (world: World): Routes => ({
  'GET /ready': () => {
    const { appId, appName, apiOrigins, serverOrigin } = world.options;
    return { body: { ready: true, appId, appName, apiOrigins, serverOrigin, zaloHosts: ZALO_HOSTS } };
  },
  'POST /reset': () => {
    world.reset();
    return { body: {} };
  },

  'GET /faults': () => ({ body: world.faults.list() }),
  'POST /faults': (exchange) => {
    const fault = jsonOf(exchange) as unknown as Fault;
    if (!FAULT_KINDS.includes(fault.kind)) throw new Refusal(400, `not a fault: ${String(fault.kind)}`);
    if (typeof fault.endpoint !== 'string') throw new Refusal(400, 'a fault needs an endpoint');
    world.faults.add(fault);
    return { status: 201, body: {} };
  },
  'DELETE /faults': (exchange) => {
    world.faults.clear(exchange.url.searchParams.get('endpoint') ?? undefined);
    return { body: {} };
  },

  'GET /requests': (exchange) => ({ body: world.log.find(exchange.url.searchParams.get('endpoint') ?? undefined) }),

  'POST /clock': (exchange) => {
    const { advanceMs } = jsonOf(exchange);
    if (typeof advanceMs !== 'number' || advanceMs < 0) throw new Refusal(400, 'advanceMs must be a positive number');
    world.advanceClock(advanceMs);
    return { body: { now: world.now() } };
  },

  'POST /official-account/consent': () => {
    world.officialTokens.consentAgain();
    return { body: {} };
  },
  'GET /orders': () => ({ body: world.orders.list() }),
  /** A bank comes to an end with an order by itself, long after the sheet. */
  'POST /orders/settle': async (exchange) => {
    const { orderId, result } = jsonOf(exchange);
    const outcome = ([1, 0, -1, -2] as const).find((one) => one === result);
    const order = outcome === undefined ? null : world.orders.settle(String(orderId), outcome);
    if (order === null) throw new Refusal(404, 'no such order, or no such result');
    await callBack(order, world);
    return { body: order };
  },
  'POST /payment-callback': (exchange) => {
    const { url } = jsonOf(exchange);
    world.paymentCallbackUrl = typeof url === 'string' ? url : null;
    return { body: {} };
  },
});

/** Everything under `/__control__`: how tests and the phone's own page steer the emulated world. */
export const controlRoutes = (world: World): Routes => ({
  ...worldRoutes(world),
  ...personRoutes(world),
  ...phoneRoutes(world),
  ...oneStopRoutes(world),
});
