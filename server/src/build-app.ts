import type { FastifyInstance } from 'fastify';
import type { Deps } from '#core/deps';
import type { Handlers } from '#core/handler';
import { createHttpServer } from '#core/http-server';
import { days, hours } from '#core/clock';
import { forgetOldActs } from '#core/idempotency';
import { forgetOldListReadings } from '#core/list-readings';
import { forgetOldCounters } from '#core/rate-limits';
import { moduleTable } from './module-table.ts';

/** The whole server without its port: modules wired to their dependencies and bound to the contract. */
export async function buildApp(deps: Deps, modules = moduleTable): Promise<FastifyInstance> {
  let handlers: Handlers = {};
  for (const create of modules) handlers = { ...handlers, ...(await create(deps)) };
  deps.jobs.every('forget-old-counters', hours(1), () => forgetOldCounters(deps.db, deps.clock.now()));
  deps.jobs.every('forget-old-acts', hours(1), () => forgetOldActs(deps.db, deps.clock.now()));
  deps.jobs.every('forget-old-list-readings', days(1), () => forgetOldListReadings(deps.db, deps.clock.now()));
  return createHttpServer(deps, handlers);
}
